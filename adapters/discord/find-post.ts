import {
	type APIChannel,
	type APIMessage,
	type RESTGetAPIChannelMessagesQuery,
	Routes,
} from "discord.js";
import { ChatError } from "../../src/chat/chat-platform.ts";
import { hasMark } from "./delivery-mark.ts";
import type { DiscordRest } from "./discord-rest.ts";

/** The most that Discord gives at once, and the most that we read. */
const pageSize = 100;
const mostPages = 20;
/** Clocks differ: messages count from a little before. */
const marginMs = 120_000;
/** The first millisecond of Discord's snowflakes. */
const epochMs = 1_420_070_400_000;

export interface PostSought {
	/** The channel's snowflake. */
	readonly channel: string;
	readonly nonce: string;
	readonly since: Date;
}

/**
 * Looks for a post in its channel's history, oldest first. Gives its id;
 * "unknown" where history cannot be read, or is too long to be read whole.
 * Throws ChatError, `gone` when the channel itself is out of sight.
 */
export async function findPost(
	sought: PostSought,
	rest: DiscordRest,
): Promise<string | "absent" | "unknown"> {
	try {
		return await searchHistory(sought, rest);
	} catch (error) {
		if (!(error instanceof ChatError) || error.kind !== "gone") throw error;
		// Throws as well when it is the channel, not its history, that is closed.
		await readChannel(sought.channel, rest);
		return "unknown";
	}
}

async function searchHistory(sought: PostSought, rest: DiscordRest) {
	let after = snowflakeAt(sought.since.getTime() - marginMs);
	for (let page = 0; page < mostPages; page++) {
		const query = { after: String(after), limit: pageSize };
		const messages = await readMessages(sought.channel, query, rest);
		const found = messages.find((message) => hasMark(message, sought.nonce));
		if (found) return found.id;
		if (page === 0 && messages.length === 0) return findNewest(sought, rest);
		if (messages.length < pageSize) return "absent";
		after = newestOf(messages, after);
	}
	return "unknown";
}

/**
 * Where nothing was said since, by a clock that may be hours ahead of
 * Discord's, the newest messages are looked at. To a bot without “Read
 * Message History” every channel looks empty: it is believed only when
 * something can be read, or nothing was ever said.
 */
async function findNewest({ channel, nonce }: PostSought, rest: DiscordRest) {
	const newest = await readMessages(channel, { limit: pageSize }, rest);
	const found = newest.find((message) => hasMark(message, nonce));
	if (found) return found.id;
	if (newest.length > 0) return "absent";
	const known = await readChannel(channel, rest);
	const isEmpty = !("last_message_id" in known) || !known.last_message_id;
	return isEmpty ? "absent" : "unknown";
}

function readMessages(
	channel: string,
	query: RESTGetAPIChannelMessagesQuery,
	rest: DiscordRest,
): Promise<APIMessage[]> {
	const words = Object.entries(query).map(
		([name, value]) => `${name}=${value}`,
	);
	return rest.read(
		`history of Discord channel ${channel}`,
		Routes.channelMessages(channel),
		new URLSearchParams(words.join("&")),
	);
}

function readChannel(channel: string, rest: DiscordRest): Promise<APIChannel> {
	return rest.read(`Discord channel ${channel}`, Routes.channel(channel));
}

/** The least snowflake of a time. */
function snowflakeAt(ms: number): bigint {
	return BigInt(Math.max(0, Math.floor(ms) - epochMs)) << 22n;
}

function newestOf(messages: readonly APIMessage[], after: bigint): bigint {
	return messages.reduce((newest, { id }) => {
		const at = BigInt(id);
		return at > newest ? at : newest;
	}, after);
}
