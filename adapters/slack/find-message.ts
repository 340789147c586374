import type { ChannelRef } from "../../src/chat/channel.ts";
import type { MessageRef } from "../../src/chat/chat-platform.ts";
import { slackChannelId } from "./slack-channel.ts";
import { slackCode } from "./slack-error.ts";
import type { Workspace } from "./slack-workspaces.ts";

/** What marks a message as a delivery of ours; no one sees it in Slack. */
export function deliveryMetadata(key: string) {
	return { event_type: deliveryEvent, event_payload: { key } };
}

const deliveryEvent = "tradewire_delivery";
const pageSize = 200;
/** Beyond this many pages we say that we cannot tell, rather than hold a lane up for minutes. */
const mostPages = 10;
/** Slack's clock may be behind the one that `since` was read from. */
const clockSlackMs = 300_000;
/** A thread is read from here on: no clock is wrong by more, and no thread too long for it. */
const threadSlackMs = 26 * 3_600_000;

/** Slack will not let us read there, so we cannot tell. */
const unreadable = [
	"missing_scope",
	"not_in_channel",
	"no_permission",
	"access_denied",
	"method_not_supported_for_channel_type",
];

export interface Search {
	readonly channel: ChannelRef;
	readonly key: string;
	readonly since: Date;
	/** The post in whose thread the message may also stand. */
	readonly replyTo: MessageRef | undefined;
}

/**
 * Looks for a delivery in the channel's history, and in its thread. Slack's
 * newest messages are always read, however wrong the clock is that `since` was
 * read from; older ones as far back as that. Throws what the client throws.
 */
export async function findMessage(
	workspace: Workspace,
	search: Search,
): Promise<MessageRef | "absent" | "unknown"> {
	const { client, pace } = workspace;
	const { channel, since, replyTo } = search;
	const before = (ms: number) => Math.max(0, since.getTime() - ms) / 1000;
	const window = {
		channel: slackChannelId(channel),
		limit: pageSize,
		include_all_metadata: true,
	};
	try {
		if (replyTo) {
			const oldest = before(threadSlackMs).toFixed(6);
			const thread = { ...window, ts: replyTo.id, oldest };
			const found = await readPages(search, 0, (cursor) =>
				pace.call("conversations.replies", () =>
					client.conversations.replies({ ...thread, ...cursor }),
				),
			);
			if (found !== "absent") return found;
		}
		return await readPages(search, before(clockSlackMs), (cursor) =>
			pace.call("conversations.history", () =>
				client.conversations.history({ ...window, ...cursor }),
			),
		);
	} catch (error) {
		const code = slackCode(error);
		// The post is gone, so its thread holds nothing: it may stand in the channel.
		if (code === "thread_not_found" && replyTo) {
			return findMessage(workspace, { ...search, replyTo: undefined });
		}
		if (code !== null && unreadable.includes(code)) return "unknown";
		throw error;
	}
}

/** A message as Slack tells of it, when it tells what apps have marked it with. */
export interface MarkedMessage {
	readonly ts?: string;
	readonly metadata?: {
		readonly event_type?: string;
		readonly event_payload?: object;
	};
}

interface Page {
	readonly messages?: readonly MarkedMessage[];
	readonly has_more?: boolean;
	readonly response_metadata?: { readonly next_cursor?: string };
}

/** Reads until a page holds something older than `oldest`, in seconds. */
async function readPages(
	{ channel, key }: Search,
	oldest: number,
	read: (cursor: { cursor?: string }) => Promise<Page>,
): Promise<MessageRef | "absent" | "unknown"> {
	let cursor = "";
	for (let pages = 0; pages < mostPages; pages++) {
		const page = await read(cursor ? { cursor } : {});
		const id = page.messages?.find(
			(message) => deliveryKey(message) === key,
		)?.ts;
		if (id !== undefined) return { channel, id };
		const isPast = page.messages?.some(({ ts }) => Number(ts) < oldest);
		if (isPast) return "absent";
		cursor = page.response_metadata?.next_cursor ?? "";
		if (cursor === "") return page.has_more ? "unknown" : "absent";
	}
	return "unknown";
}

/** The key of a delivery of ours; null for any other message. */
export function deliveryKey({ metadata }: MarkedMessage): string | null {
	const payload = metadata?.event_payload;
	if (metadata?.event_type !== deliveryEvent || !payload) return null;
	const key = "key" in payload ? payload.key : null;
	return typeof key === "string" ? key : null;
}
