import {
	type WebTools,
	webPlatform,
} from "../../../adapters/web/web-platform.ts";
import type { CardEvent } from "../../../adapters/web/wire.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { breakable } from "../../fakes/breakable.ts";
import { gatedServer } from "../../fakes/gated-server.ts";
import { inMemoryTranscript } from "../../fakes/in-memory-transcript.ts";

export type WebHouse = ReturnType<typeof makeWebHouse>;

/** The web platform over the house's server on a free port, behind its gate, and a transcript in memory. */
export function makeWebHouse(
	more: Partial<Pick<WebTools, "heartbeatMs">> = {},
) {
	const log = makeLog("error", () => {});
	const { server } = gatedServer();
	const { whole: transcript, breakDown } = breakable(inMemoryTranscript());
	const say = sayIn("en");
	const { http } = server;
	const platform: ChatPlatform = webPlatform({
		...{ http, transcript, say, log, ...more },
	});
	return { server, http, transcript, breakDown, platform };
}

/** Everything a channel's stream tells, read as a browser reads it, until the stream ends or `enough` are heard. */
export async function readStream(
	address: string,
	options: { enough?: number; headers?: Record<string, string> } = {},
): Promise<{ id: string; data: CardEvent }[]> {
	const { enough = Number.POSITIVE_INFINITY, headers = {} } = options;
	const heard: { id: string; data: CardEvent }[] = [];
	const answer = await fetch(address, { headers });
	let rest = "";
	for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ??
		[]) {
		const parts = (rest + text).split("\n\n");
		rest = parts.pop() ?? "";
		for (const part of parts) {
			const found = /^event: card\nid: ([^\n]*)\ndata: ([^\n]*)$/.exec(part);
			if (found?.[1] && found[2])
				heard.push({ id: found[1], data: JSON.parse(found[2]) });
		}
		if (heard.length >= enough) break;
	}
	return heard;
}
