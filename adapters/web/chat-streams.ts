import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { followTranscript } from "../../src/chat/follow-transcript.ts";
import type { Transcript, Utterance } from "../../src/chat/transcript.ts";
import type { Log } from "../../src/log.ts";
import { cleanCard } from "./clean-card.ts";
import type { CardEvent } from "./wire.ts";

interface StreamTools {
	readonly transcript: Transcript;
	readonly log: Log;
	readonly heartbeatMs: number;
}

interface StreamWish {
	readonly channel: string;
	/** Sent is everything after this `seq`. */
	readonly after: number;
	/** Who reads: one reader may hold only so many streams. Null: whoever runs the house, who may hold all. */
	readonly reader: string | null;
	/** Also tell, by name alone, when another channel hears something. */
	readonly others: boolean;
}

/** The open server-sent-event streams of this process. */
export interface ChatStreams {
	/** True when one more stream would be too many, for this reader or at all. */
	isFull(reader: string | null): boolean;
	/** Writes to a response whose head is sent, until either side ends it. */
	open(response: ServerResponse, wish: StreamWish): void;
	/** Ends them all; readers come back by themselves and resume. */
	close(): Promise<void>;
}

interface Stream {
	heard(channel: string): void;
	beat(): void;
	end(): Promise<void>;
}

const mostStreams = 1000;
/** A tab holds one. */
const mostOfOne = 20;
/** A reader that takes nothing for this many heartbeats is let go: it resumes by id when it comes back. */
const mostMissedBeats = 4;

/** Listens to the transcript once, for all the streams there will be. */
export async function makeChatStreams(
	tools: StreamTools,
): Promise<ChatStreams> {
	const streams = new Map<Stream, string | null>();
	const held = (reader: string) =>
		[...streams.values()].filter((one) => one === reader).length;
	const endListening = await tools.transcript.listen((channel) => {
		for (const stream of streams.keys()) stream.heard(channel);
	});
	const heart = setInterval(() => {
		for (const stream of streams.keys()) stream.beat();
	}, tools.heartbeatMs);
	let isClosed = false;
	return {
		isFull: (reader) =>
			streams.size >= mostStreams ||
			(reader !== null && held(reader) >= mostOfOne),
		open(response, wish) {
			// A reader that comes back while we close would keep the house from stopping.
			if (isClosed) return void response.end();
			const stream = openStream(response, wish, tools);
			streams.set(stream, wish.reader);
			// A reader that breaks off is no fault; its "close" follows.
			response.on("error", () => {});
			response.once("close", () => {
				streams.delete(stream);
				void stream.end();
			});
		},
		async close() {
			isClosed = true;
			clearInterval(heart);
			await endListening();
			await Promise.all([...streams.keys()].map((stream) => stream.end()));
		},
	};
}

function openStream(
	response: ServerResponse,
	wish: StreamWish,
	{ transcript, log }: StreamTools,
): Stream {
	const { channel, after, others } = wish;
	let missedBeats = 0;
	const follower = followTranscript({
		transcript,
		channel,
		after,
		tell: (utterance) => write(response, cardEvent(utterance)),
		failed: (error) => log.warn("chat stream fell behind", { channel, error }),
	});
	return {
		heard(name) {
			if (name === channel) follower.wake();
			else if (others && hasRoom(response))
				response.write(`event: heard\ndata: ${JSON.stringify(name)}\n\n`);
		},
		beat() {
			missedBeats = hasRoom(response) ? 0 : missedBeats + 1;
			if (missedBeats >= mostMissedBeats) response.destroy();
			else if (missedBeats === 0) response.write(": still here\n\n");
			// A call lost while the database was away costs one heartbeat, not the news.
			follower.wake();
		},
		end() {
			// A reader that takes nothing would keep us waiting for its last byte.
			if (response.writableNeedDrain) response.destroy();
			else response.end();
			return follower.stop();
		},
	};
}

function isOpen(response: ServerResponse): boolean {
	return !response.writableEnded && !response.destroyed;
}

function hasRoom(response: ServerResponse): boolean {
	return isOpen(response) && !response.writableNeedDrain;
}

/** Resolves when the reader has room for more, or is gone. */
async function write(response: ServerResponse, text: string): Promise<void> {
	if (!isOpen(response) || response.write(text)) return;
	const done = new AbortController();
	const { signal } = done;
	await Promise.race([
		once(response, "drain", { signal }),
		once(response, "close", { signal }),
	]).finally(() => done.abort());
}

function cardEvent(utterance: Utterance): string {
	const data = JSON.stringify(eventOf(utterance));
	return `event: card\nid: ${utterance.seq}\ndata: ${data}\n\n`;
}

/** An utterance as the page gets it. */
export function eventOf(utterance: Utterance): CardEvent {
	const { key, revision, replyTo } = utterance;
	const card = cleanCard(utterance.card);
	return { key, revision, card, replyTo, at: utterance.at.toISOString() };
}
