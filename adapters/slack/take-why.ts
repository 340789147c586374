import type { App, MessageShortcut } from "@slack/bolt";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Reply } from "../../src/chat/command.ts";
import { askerIn, askHouse, type HouseTools, plainCard } from "./ask-house.ts";
import { deliveryKey, type MarkedMessage } from "./find-message.ts";
import { whyCallback } from "./manifest.ts";
import { respondWith } from "./respond-with.ts";
import { slackChannelId } from "./slack-channel.ts";
import { slackCode } from "./slack-error.ts";
import type { WorkUnderWay } from "./work-under-way.ts";

/** The shortcut on a message that asks why it came: `/why` with its delivery's id. */
export function takeWhy(app: App, work: WorkUnderWay, tools: HouseTools): void {
	app.shortcut<MessageShortcut>(
		{ type: "message_action", callback_id: whyCallback },
		async ({ shortcut, context, ack }) => {
			await ack();
			work.begin(async () => {
				const { id } = shortcut.channel;
				const channel = await tools.workspaces.channelOf(context, id);
				const asked = { channel, shortcut, botId: context.botId };
				const place = {
					channel,
					respondTo: shortcut.response_url,
					thread: threadOf(shortcut),
				};
				const reply = await whyReply(asked, tools);
				await respondWith({ ...reply, audience: "asker" }, place, tools);
			});
		},
	);
}

interface AskedWhy {
	readonly channel: ChannelRef;
	readonly shortcut: MessageShortcut;
	readonly botId: string | undefined;
}

async function whyReply(asked: AskedWhy, tools: HouseTools): Promise<Reply> {
	const { channel, shortcut } = asked;
	const key = await keyOf(asked, tools);
	if (key === null) {
		const title = tools.say("platforms.slackWhyNothing");
		return { card: plainCard(title, "answer"), audience: "asker" };
	}
	const { id, name, username } = shortcut.user;
	const user = { id, name: name ?? username ?? id };
	const asker = await askerIn(channel, user, tools);
	return askHouse({ channel, asker, line: `/why ${key}` }, tools);
}

/** Null for a message that is no delivery of ours. */
async function keyOf(
	asked: AskedWhy,
	tools: HouseTools,
): Promise<string | null> {
	const { message } = asked.shortcut;
	if (!asked.botId || message.bot_id !== asked.botId) return null;
	const marked: MarkedMessage = message;
	return deliveryKey(marked) ?? (await keyInHistory(asked, tools));
}

/** Slack does not promise a message's metadata with a shortcut, so the message is read once more. */
async function keyInHistory(
	{ channel, shortcut }: AskedWhy,
	{ workspaces, log }: HouseTools,
): Promise<string | null> {
	const { client, pace } = await workspaces.of(channel);
	const { ts } = shortcut.message;
	const thread = threadOf(shortcut);
	const one = {
		channel: slackChannelId(channel),
		...{ latest: ts, oldest: ts, inclusive: true, limit: 2 },
		include_all_metadata: true,
	};
	try {
		const page = thread
			? await pace.call("conversations.replies", () =>
					client.conversations.replies({ ...one, ts: thread }),
				)
			: await pace.call("conversations.history", () =>
					client.conversations.history(one),
				);
		const message = page.messages?.find((found) => found.ts === ts);
		return message ? deliveryKey(message) : null;
	} catch (error) {
		if (slackCode(error) === null) throw error;
		log.warn("slack message not read", { channel: channel.id, error });
		return null;
	}
}

/** A reply in a thread; a post that began one stands in the channel. */
function threadOf({ message }: MessageShortcut): string | undefined {
	const thread: unknown = message.thread_ts;
	const isWithin = typeof thread === "string" && thread !== message.ts;
	return isWithin ? thread : undefined;
}
