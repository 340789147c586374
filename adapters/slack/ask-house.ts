import type { Card } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type {
	Answer,
	CommandSpec,
	Invocation,
	Reply,
} from "../../src/chat/command.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import type { Pictures } from "./put-pictures.ts";
import type { Workspaces } from "./slack-workspaces.ts";
import { asTypedInSlack } from "./typed-in-slack.ts";
import { isOwnTalk, type Rights } from "./who-may-manage.ts";

/** What it takes to ask the house, and to show what it answers. */
export interface HouseTools {
	readonly commands: readonly CommandSpec[];
	readonly answer: Answer;
	/** Throws when the app is not installed there any more. */
	readonly rights: (channel: ChannelRef) => Promise<Rights>;
	readonly workspaces: Workspaces;
	readonly pictures: Pictures;
	readonly say: Say;
	readonly log: Log;
}

/** A person, as Slack names one. */
export interface SlackUser {
	readonly id: string;
	readonly name: string;
}

/** Someone as the house knows them in a channel. */
export async function askerIn(
	channel: ChannelRef,
	user: SlackUser,
	tools: HouseTools,
): Promise<Invocation["asker"]> {
	const rights = await tools.rights(channel);
	const mayManage = await rights.mayManage(user.id, channel);
	return { ...user, mayManage, isAlone: isOwnTalk(channel) };
}

/** Asks the house; gives words for Slack, also when the house is broken. */
export async function askHouse(
	invocation: Invocation,
	{ answer, commands, say, log }: HouseTools,
): Promise<Reply> {
	try {
		const { card, audience } = await answer(invocation);
		const names = commands.map(({ name }) => name);
		return { card: asTypedInSlack(card, names), audience };
	} catch (error) {
		log.error("slack command failed", {
			channel: invocation.channel.id,
			error,
		});
		const title = say("platforms.slackBroken");
		return { card: plainCard(title, "mistake"), audience: "asker" };
	}
}

/** A card of one sentence. */
export function plainCard(title: string, tone: Card["tone"]): Card {
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
