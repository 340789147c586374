import type { OpenFlood } from "../deliveries/flood.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import { pushedFeeds } from "../feeds/hub-lease.ts";
import { isSilent } from "../feeds/is-silent.ts";
import type { DeskTools } from "./desk-tools.ts";

export interface FeedHealth {
	readonly feed: Feed;
	readonly state: FeedState;
	readonly isWell: boolean;
	/** It answers, and yet has had nothing new for unusually long. */
	readonly isSilent: boolean;
	/** Its hub pushes what is new. */
	readonly isPushed: boolean;
	/** What it brought all at once, and every channel holds. */
	readonly floods: readonly OpenFlood[];
}

/** How each feed is, those in trouble first, then by title. */
export async function readFeedHealth(
	tools: Pick<DeskTools, "feeds" | "hubLeases" | "floods" | "now">,
): Promise<readonly FeedHealth[]> {
	const feeds = await tools.feeds.feeds();
	const pushed = await pushedFeeds(tools.hubLeases, tools.now());
	const floods = await tools.floods.open(tools.now());
	const all = await Promise.all(
		feeds.map(async (feed) => {
			const state = await tools.feeds.state(feed.id);
			const isWell = state.trouble === null;
			return {
				feed,
				state,
				isWell,
				isSilent: isWell && isSilent(state, tools.now()),
				isPushed: pushed.has(feed.id),
				floods: floods.filter(({ feedId }) => feedId === feed.id),
			};
		}),
	);
	return all.sort(
		(one, other) =>
			Number(one.isWell) - Number(other.isWell) ||
			one.feed.title.localeCompare(other.feed.title),
	);
}
