import { type APIChannel, RESTJSONErrorCodes, Routes } from "discord.js";
import type { Card } from "../../src/chat/card.ts";
import { ChatError } from "../../src/chat/chat-platform.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Say } from "../../src/phrases/say.ts";
import { cutText } from "./card-piece.ts";
import { discordCode } from "./chat-error-from.ts";
import type { DiscordRest } from "./discord-rest.ts";
import { isBlank } from "./markdown.ts";
import type { MessagePlace } from "./message-place.ts";

const longestName = 100;

/** Named after the first card that it holds. */
export function threadName(card: Card, say: Say): string {
	const title = inertLine(card.title);
	if (isBlank(title)) return say("platforms.discordThread");
	if (title.length <= longestName) return title;
	const [start = ""] = cutText(title, longestName - 1);
	return `${start.trim()}…`;
}

/**
 * Begins a thread on a message, or gives the one that is there. Null where
 * there can be none: in a thread, in direct messages, without the right to.
 * Throws ChatError.
 */
export async function threadOf(
	{ room, message }: MessagePlace,
	name: string,
	rest: DiscordRest,
): Promise<string | null> {
	try {
		const begun = await rest.ask(
			`thread of Discord message ${room}/${message}`,
			(api, signal) =>
				api.post(Routes.threads(room, message), { body: { name }, signal }),
		);
		return (begun as APIChannel).id; // Discord's own answer, of its documented shape
	} catch (error) {
		if (isThere(error)) return message;
		if (isClosed(error)) return null;
		throw error;
	}
}

/** Opens a thread that was archived for its age; a locked one stays shut. Throws ChatError. */
export async function reopenThread(
	thread: string,
	rest: DiscordRest,
): Promise<void> {
	const body = { archived: false };
	await rest.ask(`Discord thread ${thread}`, (api, signal) =>
		api.patch(Routes.channel(thread), { body, signal }),
	);
}

/** Whether the failure is final for the thread alone: its channel may be asked instead. */
export function isClosed(error: unknown): boolean {
	return (
		error instanceof ChatError &&
		(error.kind === "gone" || error.kind === "refused")
	);
}

/** A thread bears its message's id, and outlives it. */
function isThere(error: unknown): boolean {
	const code = discordCode(error);
	return (
		code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage ||
		code === RESTJSONErrorCodes.UnknownMessage
	);
}
