import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import type { Card } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Answer, Reply } from "../../src/chat/command.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { actionPrefix } from "./card-message.ts";
import { inSomeForm } from "./in-some-form.ts";
import type { Pictures } from "./put-pictures.ts";
import { type RespondByUrl, respondByUrl } from "./respond-by-url.ts";
import type { EventSource, Workspaces } from "./slack-workspaces.ts";
import { asTypedInSlack, commandLine } from "./typed-in-slack.ts";
import type { Rights } from "./who-may-manage.ts";

export interface InvocationTools {
	/** Names of all commands. */
	readonly commands: readonly string[];
	readonly answer: Answer;
	/** Throws when the app is not installed there any more. */
	readonly rights: (channel: ChannelRef) => Promise<Rights>;
	readonly workspaces: Workspaces;
	readonly pictures: Pictures;
	readonly say: Say;
	readonly log: Log;
}

/** Someone's line, and the way back to them. */
interface Asked {
	readonly source: EventSource;
	readonly channel: string;
	readonly user: { readonly id: string; readonly name: string };
	readonly line: string;
	/** The thread whose button was pressed. */
	readonly thread: string | null;
	readonly respond: RespondByUrl;
}

/**
 * Gives each slash command and each press of our buttons to `answer`. Slack is
 * answered at once, as it wants within 3 s; the reply follows through the
 * event's own response address, which needs no membership of the channel.
 * Gives a function that waits for the answers under way.
 */
export function takeInvocations(
	app: App,
	tools: InvocationTools,
): () => Promise<void> {
	const underWay = new Set<Promise<void>>();
	const take = (asked: Asked) => {
		const work = answerAsked(asked, tools)
			.catch((error) => tools.log.error("slack command failed", { error }))
			.finally(() => underWay.delete(work));
		underWay.add(work);
	};
	app.command(/^\//, async ({ command, context, ack }) => {
		await ack();
		take({
			source: context,
			channel: command.channel_id,
			user: {
				id: command.user_id,
				// Slack means to drop this field one day.
				name: command.user_name || command.user_id,
			},
			line: commandLine(command),
			thread: null,
			respond: respondByUrl(command.response_url),
		});
	});
	app.action<BlockAction<ButtonAction>>(
		{ type: "block_actions", action_id: new RegExp(`^${actionPrefix}`) },
		async ({ action, body, context, ack }) => {
			await ack();
			const channel = body.channel?.id ?? containerChannel(body);
			if (!channel || !action.value) return;
			const { id, username, name } = body.user;
			take({
				source: context,
				channel,
				user: { id, name: name ?? username ?? id },
				line: action.value,
				thread: threadOf(body),
				respond: respondByUrl(body.response_url),
			});
		},
	);
	return async () => {
		await Promise.all(underWay);
	};
}

function containerChannel({ container }: BlockAction): string | undefined {
	const channel: unknown = container.channel_id;
	return typeof channel === "string" ? channel : undefined;
}

/** A post that began a thread names itself: what it is asked is answered in the channel. */
function threadOf({ message }: BlockAction): string | null {
	const thread: unknown = message?.thread_ts;
	return typeof thread === "string" && thread !== message?.ts ? thread : null;
}

/** What fails is logged, and said to the asker where that is still possible. */
async function answerAsked(asked: Asked, tools: InvocationTools) {
	const { source, channel, user, line, thread, respond } = asked;
	const place = await tools.workspaces.channelOf(source, channel);
	const failed = (event: string) => (error: unknown) =>
		tools.log.error(event, { channel: place.id, error });
	const rights = await tools.rights(place);
	const mayManage = await rights.mayManage(user.id, channel);
	const asker = { ...user, mayManage };
	const reply = await tools
		.answer({ channel: place, asker, line })
		.catch((error): Reply => {
			failed("slack command failed")(error);
			return { card: brokenCard(tools.say), audience: "asker" };
		});
	const isForAll = reply.audience === "channel";
	const card = asTypedInSlack(reply.card, tools.commands);
	const workspace = await tools.workspaces.of(place).catch(() => null);
	await inSomeForm(card, tools, workspace, (message) =>
		respond({
			...message,
			...(thread ? { thread_ts: thread } : {}),
			response_type: isForAll ? "in_channel" : "ephemeral",
			replace_original: false,
			unfurl_links: false,
			unfurl_media: false,
		}),
	).catch(failed("slack reply failed"));
}

function brokenCard(say: Say): Card {
	return {
		title: say("platforms.slackBroken"),
		url: null,
		tone: "mistake",
		blocks: [],
		actions: [],
		footer: null,
	};
}
