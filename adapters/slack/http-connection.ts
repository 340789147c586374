import { type App, isValidSlackRequest, type Receiver } from "@slack/bolt";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Log } from "../../src/log.ts";

/** Where the app's settings at Slack send events, commands and presses. */
const eventsPath = "/slack/events";
/** Slack gives an event up after 3 s; the request must not hang on. */
const ackWithinMs = 2_900;

/**
 * Takes events from Slack's HTTP requests, each checked against its signature.
 * Without a server, in a process that serves nothing, it takes none.
 */
export function httpConnection(
	signingSecret: string,
	{ http, log }: { http: FastifyInstance | null; log: Log },
): Receiver {
	let app: App | undefined;
	const take = async (request: FastifyRequest, reply: FastifyReply) => {
		const raw = typeof request.body === "string" ? request.body : "";
		const body = readBody(raw);
		// Slack tries the certificate now and then, without a signature.
		if (body?.ssl_check) return reply.code(200).send();
		if (!isSigned(request, raw, signingSecret)) {
			log.warn("slack request refused", { reason: "wrong signature" });
			return reply.code(401).send();
		}
		if (!body) return reply.code(400).send();
		if (body.type === "url_verification") return { challenge: body.challenge };
		if (!app) return reply.code(503).send();
		const { status, told } = await taken(app, body, log);
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
					{ parseAs: "string" },
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

function isSigned(
	{ headers }: FastifyRequest,
	body: string,
	signingSecret: string,
): boolean {
	return isValidSlackRequest({
		signingSecret,
		body,
		headers: {
			"x-slack-signature": String(headers["x-slack-signature"]),
			"x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
		},
	});
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
			.catch((error) => {
				log.error("slack event failed", { error });
				end(500);
			});
	});
}
