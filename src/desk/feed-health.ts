import type { Feed, FeedState } from "../feeds/feed.ts";
import type { DeskTools } from "./desk-tools.ts";

export interface FeedHealth {
	readonly feed: Feed;
	readonly state: FeedState;
	readonly isWell: boolean;
}

/** How each feed is, those in trouble first, then by title. */
export async function readFeedHealth(
	memory: DeskTools["feeds"],
): Promise<readonly FeedHealth[]> {
	const feeds = await memory.feeds();
	const all = await Promise.all(
		feeds.map(async (feed) => {
			const state = await memory.state(feed.id);
			return { feed, state, isWell: state.trouble === null };
		}),
	);
	return all.sort(
		(one, other) =>
			Number(one.isWell) - Number(other.isWell) ||
			one.feed.title.localeCompare(other.feed.title),
	);
}
