import { type APIMessage, Routes } from "discord.js";
import type { Card } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { MessageRef } from "../../src/chat/chat-platform.ts";
import { nonceOf } from "./delivery-mark.ts";
import type { DiscordRest } from "./discord-rest.ts";
import { placeOf, refAt } from "./message-place.ts";
import { isClosed, threadName, threadOf } from "./message-threads.ts";
import {
	type DressTools,
	dressCard,
	messageRequest,
	sendCard,
} from "./send-card.ts";

/** Nobody is ever notified, whatever a text holds; not even by a reply. */
export const nobody = { parse: [], replied_user: false };

export interface Posting {
	readonly channel: ChannelRef;
	readonly card: Card;
	readonly key: string;
	readonly replyTo: MessageRef | undefined;
}

export interface PostTools extends DressTools {
	readonly rest: DiscordRest;
}

/**
 * Posts a card: a follow-up in the thread of its first message, or as a plain
 * reply where there is no such thread. Throws ChatError.
 */
export async function postCard(
	posting: Posting,
	tools: PostTools,
): Promise<MessageRef> {
	const { channel, card, replyTo } = posting;
	if (!replyTo) return postIn(channel.id, posting, tools);
	const first = placeOf(replyTo);
	const isInThread = first.room !== channel.id;
	const thread = isInThread
		? first.room
		: await threadOf(first, threadName(card, tools.say), tools.rest);
	const answered = isInThread ? first.message : undefined;
	if (thread !== null) {
		try {
			return await postIn(thread, posting, { ...tools, answered });
		} catch (error) {
			if (!isClosed(error)) throw error;
		}
	}
	const below = isInThread ? undefined : first.message;
	return postIn(channel.id, posting, { ...tools, answered: below });
}

async function postIn(
	room: string,
	{ channel, card, key }: Posting,
	tools: PostTools & { readonly answered?: string | undefined },
): Promise<MessageRef> {
	const nonce = nonceOf(key);
	const once = { allowed_mentions: nobody, nonce, enforce_nonce: true };
	const dressed = await dressCard(card, tools, nonce);
	const sent = await sendCard(dressed, (message) => {
		const { body, files } = messageRequest(message);
		const whole = { ...body, ...once, ...reference(tools.answered) };
		return tools.rest.ask(`post to Discord channel ${room}`, (api, signal) =>
			api.post(Routes.channelMessages(room), { body: whole, files, signal }),
		);
	});
	const { id } = sent as APIMessage; // Discord's own answer, of its documented shape
	return refAt(channel, { room, message: id });
}

/** A reply stands below its message; when that was deleted, it stands alone. */
function reference(message_id: string | undefined) {
	if (message_id === undefined) return {};
	return { message_reference: { message_id, fail_if_not_exists: false } };
}
