import { setTimeout as wait } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { Card } from "../../src/chat/card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import { type ChannelRef, channelKey } from "../../src/chat/channel.ts";
import {
	ChatError,
	type ChatPlatform,
	type MessageRef,
} from "../../src/chat/chat-platform.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { type CardMessage, cardMessage, usualRoom } from "./card-message.ts";
import { deliveryMetadata, findMessage } from "./find-message.ts";
import { slackChannelId } from "./slack-channel.ts";
import { slackCode, slackError } from "./slack-error.ts";
import { cutText, escapeMarkup } from "./slack-text.ts";

type Speech = Pick<ChatPlatform, "post" | "update" | "find">;

/** A sender is taken for dead after a minute: a search must end well before. */
const findWithinMs = 25_000;
/** Posts remembered so that a repeat in this process is dropped; across processes, `find` tells. */
const mostRemembered = 2000;
const longestPlain = 3_500;

const noThread = [
	"thread_not_found",
	"invalid_thread_ts",
	"cannot_reply_to_message",
	"message_not_found",
];
const wrongForm = [
	"msg_blocks_too_long",
	"msg_too_long",
	"invalid_blocks",
	"invalid_blocks_format",
];

/** The three speaking verbs, over the Web API alone. */
export function speakInSlack(
	client: webApi.WebClient,
	tools: { readonly log: Log; readonly say: Say },
): Speech {
	const said = new Map<string, Promise<MessageRef>>();
	const post = async (
		channel: ChannelRef,
		card: Card,
		key: string,
		replyTo: MessageRef | undefined,
	): Promise<MessageRef> => {
		const place = { channel: slackChannelId(channel), ...quiet };
		const metadata = deliveryMetadata(key);
		const send = (thread: { thread_ts?: string }) =>
			inSomeForm(card, tools, (message) =>
				client.chat.postMessage({ ...place, ...thread, ...message, metadata }),
			);
		const { ts } = await send(replyTo ? { thread_ts: replyTo.id } : {}).catch(
			(error) => {
				// Its post was deleted: what changed is still news.
				if (!replyTo || !noThread.includes(slackCode(error) ?? "")) throw error;
				return send({});
			},
		);
		if (!ts) throw new Error("Slack named no message");
		return { channel, id: ts };
	};
	return {
		post(channel, card, key, replyTo) {
			const name = `${channelKey(channel)} ${key}`;
			const earlier = said.get(name);
			if (earlier) return earlier;
			const posting = post(channel, card, key, replyTo).catch((error) => {
				said.delete(name);
				throw slackError(error, `post to ${channel.id}`);
			});
			const [eldest] = said.keys();
			if (eldest && said.size >= mostRemembered) said.delete(eldest);
			said.set(name, posting);
			return posting;
		},
		async update({ channel, id }, card) {
			const place = { channel: slackChannelId(channel), ts: id };
			await inSomeForm(card, tools, (message) =>
				client.chat.update({ ...place, ...message, parse: "none" }),
			).catch((error) => {
				throw slackError(error, `update ${id} in ${channel.id}`);
			});
		},
		async find(channel, key, since, replyTo) {
			const search = { channel, key, since, replyTo };
			const doing = `find ${key} in ${channel.id}`;
			const late = wait(findWithinMs, undefined, { ref: false }).then(() => {
				throw new ChatError("unreachable", `${doing}: no end in sight`);
			});
			return Promise.race([findMessage(client, search), late]).catch(
				(error) => {
					throw slackError(error, doing);
				},
			);
		},
	};
}

/** Nothing in a message of ours becomes a mention, or a picture of a linked page. */
const quiet = {
	parse: "none",
	link_names: false,
	unfurl_links: false,
	unfurl_media: false,
} as const;

/** Slack does not document all its limits: what it finds too long goes out shorter, and what it cannot read as plain text. */
async function inSomeForm<T>(
	card: Card,
	{ say, log }: { readonly say: Say; readonly log: Log },
	send: (message: CardMessage) => Promise<T>,
): Promise<T> {
	const forms = [
		() => cardMessage(card, say),
		() => cardMessage(card, say, usualRoom / 2),
	];
	for (const form of forms) {
		try {
			return await send(form());
		} catch (error) {
			const code = slackCode(error) ?? "";
			if (!wrongForm.includes(code)) throw error;
			log.error("slack refused a card's form", { code, title: card.title });
		}
	}
	return send(plainMessage(card));
}

function plainMessage(card: Card): CardMessage {
	const text = cutText(cardText(card), longestPlain);
	return { text: escapeMarkup(text), blocks: [] };
}
