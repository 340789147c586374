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
}

/** How each feed is, those in trouble first, then by title. */
export async function readFeedHealth(
	tools: Pick<DeskTools, "feeds" | "hubLeases" | "now">,
): Promise<readonly FeedHealth[]> {
	const feeds = await tools.feeds.feeds();
	const pushed = await pushedFeeds(tools.hubLeases, tools.now());
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
			};
		}),
	);
	return all.sort(
		(one, other) =>
			Number(one.isWell) - Number(other.isWell) ||
			one.feed.title.localeCompare(other.feed.title),
	);
}
