import { RESTJSONErrorCodes } from "discord.js";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { MessageRef } from "../../src/chat/chat-platform.ts";
import { discordCode } from "./chat-error-from.ts";
import type { DiscordRest } from "./discord-rest.ts";
import { findPost, type PostSought } from "./find-post.ts";
import { placeOf, refAt } from "./message-place.ts";

export interface CardSought {
	readonly channel: ChannelRef;
	readonly nonce: string;
	readonly since: Date;
	readonly replyTo: MessageRef | undefined;
}

/**
 * Looks for a post in its channel; for a follow-up also in the thread where it
 * belongs, for it may stand in either. Throws ChatError.
 */
export async function findCard(
	{ channel, replyTo, ...sought }: CardSought,
	rest: DiscordRest,
): Promise<MessageRef | "absent" | "unknown"> {
	let isSure = true;
	for (const room of roomsOf(channel, replyTo)) {
		const look = room === channel.id ? findPost : findInThread;
		const found = await look({ ...sought, channel: room }, rest);
		if (found === "unknown") isSure = false;
		else if (found !== "absent")
			return refAt(channel, { room, message: found });
	}
	return isSure ? "absent" : "unknown";
}

/** A thread bears its message's id. */
function roomsOf(
	channel: ChannelRef,
	replyTo: MessageRef | undefined,
): string[] {
	if (!replyTo) return [channel.id];
	const { room, message } = placeOf(replyTo);
	return [room === channel.id ? message : room, channel.id];
}

async function findInThread(sought: PostSought, rest: DiscordRest) {
	try {
		return await findPost(sought, rest);
	} catch (error) {
		if (discordCode(error) === RESTJSONErrorCodes.UnknownChannel)
			return "absent";
		throw error;
	}
}
