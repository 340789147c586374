import { dateTimeText } from "../cards/date-text.ts";
import type { Action, Block } from "../chat/card.ts";
import { channelKey } from "../chat/channel.ts";
import type { Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { OpenFlood } from "../deliveries/flood.ts";
import type { Feed } from "../feeds/feed.ts";
import type { Say } from "../phrases/say.ts";
import type { CommandTools } from "./command-tools.ts";

/** What a feed brought all at once, and the asker's channel holds. */
interface FloodHere {
	readonly feed: Feed;
	readonly flood: OpenFlood;
}

/** The floods among these feeds that wait for this channel's answer. */
export async function floodsHere(
	feeds: readonly { readonly feed: Feed }[],
	{ channel, now }: Request,
	tools: Pick<CommandTools, "floods">,
): Promise<readonly FloodHere[]> {
	const open = await tools.floods.open(now);
	const here = open.filter(
		(flood) => channelKey(flood.channel) === channelKey(channel),
	);
	return feeds.flatMap(({ feed }) => {
		const flood = here.find(({ feedId }) => feedId === feed.id);
		return flood ? [{ feed, flood }] : [];
	});
}

/** Each in a sentence, with how long it waits. */
export function floodFacts(
	flooded: readonly FloodHere[],
	{ settings: { zone }, say }: Request,
): Block[] {
	if (flooded.length === 0) return [];
	const facts = flooded.map(({ feed, flood: { count, until } }) => {
		const at = dateTimeText(until, zone);
		const text = say("commands.flooded", { count, at, zone });
		return { label: feed.title, value: [{ text }] };
	});
	return [{ kind: "facts", facts }];
}

/** The two answers. */
export function floodActions({ feed }: FloodHere, say: Say): Action[] {
	const { id, title } = feed;
	return [
		{
			label: say("commands.floodTellLabel", { title }),
			line: formatCommandLine("feeds", "tell", { feed: id }),
		},
		{
			label: say("commands.floodDropLabel", { title }),
			line: formatCommandLine("feeds", "drop", { feed: id }),
		},
	];
}
