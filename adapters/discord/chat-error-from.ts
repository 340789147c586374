import {
	DiscordAPIError,
	HTTPError,
	RateLimitError,
	RESTJSONErrorCodes,
} from "discord.js";
import { ChatError } from "../../src/chat/chat-platform.ts";

/** When Discord does not say how long. */
const unknownWaitMs = 1_000;

/** Ends of a channel, in words for who can mend it. */
const ends: Readonly<Partial<Record<number, string>>> = {
	[RESTJSONErrorCodes.UnknownChannel]:
		"the Discord channel no longer exists, or the bot was removed from its server: add the bot again, or unsubscribe the channel",
	[RESTJSONErrorCodes.UnknownGuild]:
		"the bot was removed from the Discord server: add it again",
	[RESTJSONErrorCodes.MissingAccess]:
		"the bot cannot see the Discord channel: give its role “View Channel” there, or add it to the server again",
	[RESTJSONErrorCodes.MissingPermissions]:
		"the bot may not post in the Discord channel: give its role “Send Messages”, “Send Messages in Threads” and “Embed Links” there",
	[RESTJSONErrorCodes.CannotSendMessagesToThisUser]:
		"the user takes no direct messages from the bot: allow them in the server’s privacy settings",
	[RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel]:
		"the Discord channel takes no text: follow topics in a text channel",
	[RESTJSONErrorCodes.InvalidActionOnArchivedThread]:
		"the Discord thread is archived: open it again",
	[RESTJSONErrorCodes.ThreadLocked]: "the Discord thread is locked: unlock it",
};
const forbidden = "Discord forbids it: check the bot’s permissions";
const tokenRefused =
	"Discord refuses the bot’s token: set a new DISCORD_TOKEN and start again";

/**
 * What a failed request means. An answer without Discord's own error code
 * comes from something between us and Discord, and is waited out like silence.
 */
export function chatErrorFrom(cause: unknown, about: string): ChatError {
	if (cause instanceof ChatError) return cause;
	if (cause instanceof RateLimitError) return busy(cause, about);
	if (isTokenRefused(cause)) {
		return new ChatError("gone", tokenRefused, { cause });
	}
	if (cause instanceof DiscordAPIError && typeof cause.code === "number") {
		return refusal(cause, cause.code, about);
	}
	const said = cause instanceof Error ? cause.message : String(cause);
	const status = statusOf(cause);
	const message = `${about}: ${status}${said}`;
	return new ChatError("unreachable", message, { cause });
}

/** Discord's own number of what went wrong; null when it gave none. */
export function discordCode(error: unknown): number | null {
	const cause = error instanceof ChatError ? error.cause : error;
	return cause instanceof DiscordAPIError && typeof cause.code === "number"
		? cause.code
		: null;
}

/** Whether Discord does not know our token (any more). */
export function isTokenRefused(error: unknown): boolean {
	return error instanceof DiscordAPIError && error.status === 401;
}

function busy(limit: RateLimitError, about: string): ChatError {
	const wait = Math.max(limit.retryAfter, limit.sublimitTimeout);
	const retryAfterMs = wait > 0 ? wait : unknownWaitMs;
	const message = `${about}: rate limit (${limit.scope})`;
	return new ChatError("busy", message, { retryAfterMs, cause: limit });
}

function refusal(
	cause: DiscordAPIError,
	code: number,
	about: string,
): ChatError {
	const said = `${about}: ${cause.status} ${code} ${cause.message}`;
	const end = ends[code] ?? (cause.status === 403 ? forbidden : undefined);
	return end === undefined
		? new ChatError("refused", said, { cause })
		: new ChatError("gone", end, { cause });
}

function statusOf(error: unknown): string {
	return error instanceof HTTPError || error instanceof DiscordAPIError
		? `${error.status} `
		: "";
}
