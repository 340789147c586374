import { setTimeout as wait } from "node:timers/promises";
import { channelKey } from "../../src/chat/channel.ts";
import {
	ChatError,
	type ChatPlatform,
	type MessageRef,
} from "../../src/chat/chat-platform.ts";
import { findMessage } from "./find-message.ts";
import { type FormTools, inSomeForm } from "./in-some-form.ts";
import { postMessage } from "./post-message.ts";
import { slackChannelId } from "./slack-channel.ts";
import { slackError } from "./slack-error.ts";
import type { Workspaces } from "./slack-workspaces.ts";

type Speech = Pick<ChatPlatform, "post" | "update" | "find">;

/** A sender is taken for dead after a minute: a search must end well before. */
const findWithinMs = 25_000;
/** Posts remembered so that a repeat in this process is dropped; across processes, `find` tells. */
const mostRemembered = 2000;

/** The three speaking verbs, over the Web API alone, each with the token of the channel's workspace. */
export function speakInSlack(workspaces: Workspaces, tools: FormTools): Speech {
	const once = rememberPosts();
	return {
		post(channel, card, key, replyTo) {
			const delivery = { channel, card, key, replyTo };
			return once(`${channelKey(channel)} ${key}`, () =>
				inChatErrors(`post to ${channel.id}`, async () =>
					postMessage(await workspaces.of(channel), tools, delivery),
				),
			);
		},
		async update({ channel, id }, card) {
			const place = { channel: slackChannelId(channel), ts: id };
			await inChatErrors(`update ${id} in ${channel.id}`, async () => {
				const workspace = await workspaces.of(channel);
				const { client, pace } = workspace;
				// Without metadata in the call, Slack keeps what the post was marked with.
				await inSomeForm(card, tools, workspace, (message) =>
					pace.call("chat.update", () =>
						client.chat.update({ ...place, ...message, parse: "none" }),
					),
				);
			});
		},
		find(channel, key, since, replyTo) {
			const search = { channel, key, since, replyTo };
			return inChatErrors(`find ${key} in ${channel.id}`, async () => {
				const workspace = await workspaces.of(channel);
				return Promise.race([findMessage(workspace, search), tooLate()]);
			});
		},
	};
}

/** Does a post once for each name; one that failed may be tried again. */
function rememberPosts() {
	const posts = new Map<string, Promise<MessageRef>>();
	return (name: string, post: () => Promise<MessageRef>) => {
		const earlier = posts.get(name);
		if (earlier) return earlier;
		const posting = post();
		posting.catch(() => posts.delete(name));
		const [eldest] = posts.keys();
		if (eldest !== undefined && posts.size >= mostRemembered) {
			posts.delete(eldest);
		}
		posts.set(name, posting);
		return posting;
	};
}

async function inChatErrors<T>(
	doing: string,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw slackError(error, doing);
	}
}

async function tooLate(): Promise<never> {
	await wait(findWithinMs, undefined, { ref: false });
	throw new ChatError("unreachable", "the search took too long");
}
