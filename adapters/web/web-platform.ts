import type { FastifyInstance } from "fastify";
import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import { speakInTranscript } from "../../src/chat/speak-in-transcript.ts";
import type { Transcript } from "../../src/chat/transcript.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { chatRoutes } from "./chat-routes.ts";
import { makeChatStreams } from "./chat-streams.ts";
import { pageRoutes } from "./page-routes.ts";

export interface WebTools {
	/**
	 * The house's server, not yet listening when `start` is called. Null in a
	 * process that serves no pages: it posts, and those that serve stream it.
	 */
	readonly http: FastifyInstance | null;
	readonly transcript: Transcript;
	readonly say: Say;
	readonly log: Log;
	/** How often a quiet stream shows that it lives; 15 s unless told. */
	readonly heartbeatMs?: number;
}

/** The chat page: `POST /api/chat`, its streams, and the files that a browser loads. Its channels' ids are their names. */
export function webPlatform(tools: WebTools): ChatPlatform {
	const { http, transcript, log } = tools;
	let stop = async () => {};
	return {
		name: "web",
		...speakInTranscript("web", transcript),
		async start(commands, answer) {
			if (!http) return "connected";
			const heartbeatMs = tools.heartbeatMs ?? 15_000;
			const streams = await makeChatStreams({ transcript, log, heartbeatMs });
			stop = () => streams.close();
			await http.register(async (scope) =>
				chatRoutes(scope, {
					...tools,
					...{ commands, answer, streams },
				}),
			);
			await http.register(async (scope) => pageRoutes(scope));
			return "connected";
		},
		stop: () => stop(),
	};
}
