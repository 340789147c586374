import type { Card } from "../../../src/chat/card.ts";
import type { Choice } from "../../../src/chat/command.ts";
import type { CommandHelp, History } from "../wire.ts";
import { word } from "./words.ts";

/** The server said no, in words for the reader. */
export class Refused extends Error {}

/** Asks a command in a channel; throws Refused, or TypeError when nobody answers. */
export async function ask(question: {
	channel: string;
	user: string;
	text: string;
}): Promise<Card> {
	const response = await fetch("/api/chat", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify(question),
	});
	return answerOf(response);
}

/** A channel's newest cards and the place where its stream goes on. */
export async function history(channel: string): Promise<History> {
	return answerOf(await get("history", { channel }));
}

/** Channels that have heard something. */
export async function heardChannels(): Promise<readonly string[]> {
	const { channels } = await answerOf<{ channels: string[] }>(
		await get("channels"),
	);
	return channels;
}

/** How many posts a channel heard after a place in its stream; at most 100. */
export async function unread(channel: string, after: number): Promise<number> {
	const answer = await get("unread", { channel, after: String(after) });
	return (await answerOf<{ unread: number }>(answer)).unread;
}

/** All commands, for completion. */
export async function commands(): Promise<readonly CommandHelp[]> {
	return answerOf(await get("commands"));
}

/** What may be typed for an option. */
export async function suggest(
	wish: Readonly<Record<string, string>>,
	signal: AbortSignal,
): Promise<readonly Choice[]> {
	const answer = await get("suggest", wish, signal);
	return (await answerOf<{ choices: Choice[] }>(answer)).choices;
}

function get(
	what: string,
	wish: Readonly<Record<string, string>> = {},
	signal: AbortSignal | null = null,
): Promise<Response> {
	const query = new URLSearchParams(wish);
	return fetch(`/api/chat/${what}?${query}`, { signal });
}

/** Our own server's JSON, trusted to have the shape of wire.ts. */
async function answerOf<T>(response: Response): Promise<T> {
	const answer = await response.json().catch(() => ({}));
	if (response.ok) return answer;
	// The session is over: the page leads to the login when it is loaded anew.
	if (response.status === 401) location.reload();
	throw new Refused(answer.error ?? word("houseBroken"));
}
