import {
	DiscordAPIError,
	HTTPError,
	RateLimitError,
	RESTJSONErrorCodes,
} from "discord.js";
import { ChatError } from "../../src/chat/chat-platform.ts";

/** When Discord does not say how long. */
const unknownWaitMs = 1_000;

/** Why a channel can no longer be reached, and what to do about it. */
export interface ChannelEnd {
	readonly says: string;
	readonly mend: string;
}

const end = (says: string, mend: string): ChannelEnd => ({ says, mend });

const ends: Readonly<Partial<Record<number, ChannelEnd>>> = {
	[RESTJSONErrorCodes.UnknownChannel]: end(
		"the Discord channel no longer exists, or the bot was removed from its server",
		"add the bot again, or unsubscribe the channel",
	),
	[RESTJSONErrorCodes.UnknownGuild]: end(
		"the bot was removed from the Discord server",
		"add it again",
	),
	[RESTJSONErrorCodes.MissingAccess]: end(
		"the bot cannot see the Discord channel",
		"give its role “View Channel” there, or add it to the server again",
	),
	[RESTJSONErrorCodes.MissingPermissions]: end(
		"the bot may not post in the Discord channel",
		"give its role “Send Messages”, “Send Messages in Threads” and “Embed Links” there",
	),
	[RESTJSONErrorCodes.CannotSendMessagesToThisUser]: end(
		"the user takes no direct messages from the bot",
		"allow them in the server’s privacy settings",
	),
	[RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel]: end(
		"the Discord channel takes no text",
		"follow topics in a text channel",
	),
	[RESTJSONErrorCodes.InvalidActionOnArchivedThread]: end(
		"the Discord thread is archived",
		"open it again",
	),
	[RESTJSONErrorCodes.ThreadLocked]: end(
		"the Discord thread is locked",
		"unlock it",
	),
};
const forbidden = end("Discord forbids it", "check the bot’s permissions");
const tokenRefused = end(
	"Discord refuses the bot’s token",
	"set a new DISCORD_TOKEN and start again",
);

/**
 * What a failed request means. An answer without Discord's own error code
 * comes from something between us and Discord, and is waited out like silence.
 */
export function chatErrorFrom(cause: unknown, about: string): ChatError {
	if (cause instanceof ChatError) return cause;
	if (cause instanceof RateLimitError) return busy(cause, about);
	if (isTokenRefused(cause)) return gone(tokenRefused, cause);
	if (cause instanceof DiscordAPIError && typeof cause.code === "number") {
		return refusal(cause, cause.code, about);
	}
	const said = cause instanceof Error ? cause.message : String(cause);
	const status = statusOf(cause);
	const message = `${about}: ${status}${said}`;
	return new ChatError("unreachable", message, { cause });
}

/** Null for any other failure. */
export function endOf(error: unknown): ChannelEnd | null {
	if (!(error instanceof ChatError) || error.kind !== "gone") return null;
	if (isTokenRefused(error.cause)) return tokenRefused;
	return ends[discordCode(error) ?? 0] ?? forbidden;
}

/** Discord's own number of what went wrong; null when it gave none. */
export function discordCode(error: unknown): number | null {
	const cause = error instanceof ChatError ? error.cause : error;
	return cause instanceof DiscordAPIError && typeof cause.code === "number"
		? cause.code
		: null;
}

/** Whether Discord does not know our token (any more). */
export function isTokenRefused(error: unknown): error is DiscordAPIError {
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
		: gone(end, cause);
}

function gone({ says, mend }: ChannelEnd, cause: DiscordAPIError): ChatError {
	return new ChatError("gone", `${says}: ${mend}`, { cause });
}

function statusOf(error: unknown): string {
	return error instanceof HTTPError || error instanceof DiscordAPIError
		? `${error.status} `
		: "";
}
