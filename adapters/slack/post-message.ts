import type { Card } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { MessageRef } from "../../src/chat/chat-platform.ts";
import { deliveryMetadata } from "./find-message.ts";
import { type FormTools, inSomeForm } from "./in-some-form.ts";
import { slackChannelId } from "./slack-channel.ts";
import { slackCode } from "./slack-error.ts";
import type { Workspace } from "./slack-workspaces.ts";

/** Nothing in a message of ours becomes a mention, or a picture of a linked page. */
export const quiet = {
	parse: "none",
	link_names: false,
	unfurl_links: false,
	unfurl_media: false,
} as const;

const noThread = [
	"thread_not_found",
	"invalid_thread_ts",
	"cannot_reply_to_message",
	"message_not_found",
];

/**
 * Posts a delivery with its key. Enters a public channel that it is not in,
 * and posts outside a thread that is gone. Throws what the client throws.
 */
export async function postMessage(
	workspace: Workspace,
	tools: FormTools,
	delivery: {
		readonly channel: ChannelRef;
		readonly card: Card;
		readonly key: string;
		readonly replyTo: MessageRef | undefined;
	},
): Promise<MessageRef> {
	const { channel, card, key, replyTo } = delivery;
	const { client, pace } = workspace;
	const place = slackChannelId(channel);
	const fixed = { channel: place, ...quiet, metadata: deliveryMetadata(key) };
	const send = (thread: { thread_ts?: string }) =>
		inSomeForm(card, tools, workspace, (message) =>
			pace.call(
				"chat.postMessage",
				() => client.chat.postMessage({ ...fixed, ...thread, ...message }),
				place,
			),
		);
	let thread = replyTo ? { thread_ts: replyTo.id } : {};
	const { ts } = await send(thread).catch(async (error) => {
		const code = slackCode(error) ?? "";
		if (code === "not_in_channel") {
			// Where it may not enter, what it was told first is the better reason.
			const entered = await pace
				.call("conversations.join", () =>
					client.conversations.join({ channel: place }),
				)
				.catch(() => null);
			if (!entered) throw error;
		} else if (replyTo && noThread.includes(code)) {
			// Its post was deleted: what changed is still news.
			thread = {};
		} else throw error;
		return send(thread);
	});
	if (!ts) throw new Error("Slack named no message");
	return { channel, id: ts };
}
