import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Answer, CommandSpec } from "../../src/chat/command.ts";
import { stranger } from "../../src/chat/door.ts";
import type { Transcript } from "../../src/chat/transcript.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { type ChatStreams, eventOf } from "./chat-streams.ts";
import { chatQuestion, readWish } from "./chat-wishes.ts";
import { cleanCard } from "./clean-card.ts";
import { commandHelp, suggestChoices } from "./command-help.ts";
import type { History, Refusal } from "./wire.ts";

export interface ChatRouteTools {
	readonly transcript: Transcript;
	readonly say: Say;
	readonly log: Log;
	readonly commands: readonly CommandSpec[];
	readonly answer: Answer;
	readonly streams: ChatStreams;
}

const historyLength = 200;
const mostUnread = 100;
const longestBody = 16_384;

/** Everything under `/api/chat`. A wrong wish is answered 400 with a sentence for the reader. */
export function chatRoutes(http: FastifyInstance, tools: ChatRouteTools): void {
	const { transcript, say, commands } = tools;
	refuseInWords(http, tools);
	http.post("/api/chat", { bodyLimit: longestBody }, (request, reply) =>
		answerQuestion(request, reply, tools),
	);
	// A HEAD of a stream would have no end.
	http.get("/api/chat/stream", { exposeHeadRoute: false }, (request, reply) =>
		openStream(request, reply, tools),
	);
	http.get("/api/chat/history", async (request): Promise<History> => {
		const { channel } = readWish(request.query, say);
		const said = await transcript.latest(channel, historyLength);
		const last = said.at(-1)?.seq ?? 0;
		return { channel, last, events: said.map(eventOf) };
	});
	http.get("/api/chat/unread", async (request) => {
		const { channel, after = 0 } = readWish(request.query, say);
		const said = await transcript.after(channel, after, mostUnread);
		return { unread: said.filter(({ revision }) => revision === 1).length };
	});
	http.get("/api/chat/channels", async () => ({
		channels: await transcript.channels(),
	}));
	http.get("/api/chat/commands", async () => commandHelp(commands, say));
	http.get("/api/chat/suggest", async (request) => ({
		choices: await suggestChoices(commands, readWish(request.query, say)),
	}));
}

async function answerQuestion(
	request: FastifyRequest,
	reply: FastifyReply,
	{ answer, say }: ChatRouteTools,
) {
	const type = request.headers["content-type"] ?? "";
	if (!/^application\/json\b/i.test(type)) {
		return refuse(reply, 415, say("web.notJson"));
	}
	const { channel, user, text } = chatQuestion(request.body, say);
	const { name, ...rights } = request.guest ?? stranger;
	const asker = name ?? user;
	const { card } = await answer({
		channel: { platform: "web", id: channel },
		asker: { id: asker, name: asker, ...rights },
		line: text,
	});
	return cleanCard(card);
}

async function openStream(
	request: FastifyRequest,
	reply: FastifyReply,
	{ transcript, streams, say }: ChatRouteTools,
) {
	const guest = request.guest ?? stranger;
	const reader = guest.isOperator ? null : (guest.name ?? request.ip);
	if (streams.isFull(reader))
		return refuse(reply, 503, say("web.tooManyReaders"));
	const wish = readWish(request.query, say, request.headers["last-event-id"]);
	const { channel, others = false } = wish;
	// Read before the head is sent: whoever sees the stream open misses nothing after it.
	const last = (await transcript.latest(channel, 1)).at(0)?.seq ?? 0;
	const asked = wish.after ?? last;
	reply.hijack();
	reply.raw.writeHead(200, {
		...headersSoFar(reply),
		"content-type": "text/event-stream; charset=utf-8",
		"cache-control": "no-store",
		"x-accel-buffering": "no",
	});
	reply.raw.write("retry: 1000\n\n");
	// A number from the future is of another house: that reader has seen none of ours.
	const after = asked > last ? 0 : asked;
	streams.open(reply.raw, { channel, after, others, reader });
}

function headersSoFar(reply: FastifyReply): Record<string, string> {
	const set = Object.entries(reply.getHeaders());
	return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}

function refuse(reply: FastifyReply, status: number, error: string) {
	const refusal: Refusal = { error };
	return reply.code(status).send(refusal);
}

/** Faults of the house are logged and said without their inside. */
function refuseInWords(
	http: FastifyInstance,
	{ say, log }: ChatRouteTools,
): void {
	http.setErrorHandler<Error & { statusCode?: number }>(
		(error, request, reply) => {
			const status = error.statusCode ?? 500;
			if (status >= 500) {
				log.error("web request failed", {
					path: request.routeOptions.url,
					error,
				});
				return refuse(reply, 500, say("web.houseBroken"));
			}
			const known = error.name === "WrongWish";
			return refuse(reply, status, known ? error.message : say("web.notJson"));
		},
	);
}
