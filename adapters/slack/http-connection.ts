import type { App, Receiver } from "@slack/bolt";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Log } from "../../src/log.ts";
import { signedOnce } from "./signed-once.ts";

/** Where the app's settings at Slack send events, commands and presses. */
const eventsPath = "/slack/events";
/** A press brings the whole message along, a form the whole view. */
const longestBody = 1024 * 1024;
/** Slack gives an event up after 3 s; the request must not hang on. */
const ackWithinMs = 2_900;

/**
 * Takes events from Slack's HTTP requests, each checked against its signature and taken once.
 * Without a server, in a process that serves nothing, it takes none.
 */
export function httpConnection(
	signingSecret: string,
	{ http, log }: { http: FastifyInstance | null; log: Log },
): Receiver {
	let app: App | undefined;
	const signatures = signedOnce(signingSecret, Date.now);
	const take = async (request: FastifyRequest, reply: FastifyReply) => {
		const raw = typeof request.body === "string" ? request.body : "";
		const body = readBody(raw);
		// Slack tries the certificate now and then, without a signature.
		if (body?.ssl_check) return reply.code(200).send();
		const signed = signedPart(request, raw);
		const standing = signatures.standing(signed);
		if (standing === "forged") {
			log.warn("slack request refused", { reason: "wrong signature" });
			return reply.code(401).send();
		}
		// It was taken: whoever sends it again, Slack too, learns no more.
		if (standing === "again") return reply.code(200).send();
		if (!body) return reply.code(400).send();
		if (body.type === "url_verification") return { challenge: body.challenge };
		const { status, told } = app
			? await taken(app, body, log)
			: { status: 503 };
		if (status >= 500) signatures.release(signed);
		return reply.code(status).send(told);
	};
	return {
		init(opened: App) {
			app = opened;
		},
		async start() {
			await http?.register(async (scope) => {
				// The signature covers the very bytes, so they are kept as they came.
				scope.removeAllContentTypeParsers();
				scope.addContentTypeParser(
					"*",
					{ parseAs: "string", bodyLimit: longestBody },
					(_, text, done) => done(null, text),
				);
				// Whoever asks here proves it by a signature.
				scope.post(eventsPath, { config: { door: "open" } }, take);
			});
		},
		async stop() {
			app = undefined;
		},
	};
}

function signedPart({ headers }: FastifyRequest, body: string) {
	const signature = String(headers["x-slack-signature"]);
	return {
		signature,
		time: String(headers["x-slack-request-timestamp"]),
		body,
	};
}

const jsonObject = z.record(z.string(), z.unknown());

/** Commands come as a form, presses as JSON in a form's `payload`, events as JSON; null for anything else. */
function readBody(raw: string): Record<string, unknown> | null {
	const form = new URLSearchParams(raw);
	const text = form.get("payload") ?? (raw.startsWith("{") ? raw : null);
	if (text === null) return Object.fromEntries(form);
	try {
		return jsonObject.parse(JSON.parse(text));
	} catch {
		return null;
	}
}

interface Taken {
	/** Says what became of the event. */
	readonly status: number;
	/** What a form or a list is answered with. */
	readonly told?: unknown;
}

/** Gives the event to the app. */
function taken(
	app: App,
	body: Record<string, unknown>,
	log: Log,
): Promise<Taken> {
	return new Promise((resolve) => {
		const late = setTimeout(() => resolve({ status: 503 }), ackWithinMs);
		const end = (status: number, told?: unknown) => {
			clearTimeout(late);
			resolve({ status, told: told || undefined });
		};
		app
			.processEvent({ body, ack: async (told) => end(200, told) })
			// What nobody has acknowledged by now is nothing that we know.
			.then(() => end(404))
			// Faults in our answers end elsewhere; here Bolt could not read it.
			.catch((error) => {
				log.error("slack event not read", { error });
				end(400);
			});
	});
}
