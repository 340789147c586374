import {
	type Feed,
	type FeedMemory,
	type FeedState,
	unpolled,
} from "../../src/feeds/feed.ts";
import { isResting } from "../../src/feeds/is-resting.ts";

interface Row {
	readonly feed: Feed;
	readonly state: FeedState;
	readonly isListed: boolean;
	/** Kept all the same, so that the list does not bring it back. */
	readonly isRemoved: boolean;
}

/** Twin of the store's FeedMemory. */
export function inMemoryFeeds(): FeedMemory {
	const rows = new Map<string, Row>();
	const row = (id: string) => {
		const found = rows.get(id);
		return found && !found.isRemoved ? found : undefined;
	};
	const describe = (feed: Feed, changes: Partial<Row>) => {
		const fresh = { state: unpolled, isListed: false, isRemoved: false };
		rows.set(feed.id, { ...fresh, ...rows.get(feed.id), ...changes, feed });
	};
	return {
		feeds: async () =>
			[...rows.keys()].sort().flatMap((id) => row(id)?.feed ?? []),
		feed: async (id) => row(id)?.feed ?? null,
		keepFeed: async (feed) => describe(feed, { isRemoved: false }),
		async takeList(list) {
			const ids = new Set(list.map(({ id }) => id));
			for (const [id, { isListed }] of rows) {
				if (isListed && !ids.has(id)) rows.delete(id);
			}
			for (const feed of list) {
				describe(feed, rows.has(feed.id) ? {} : { isListed: true });
			}
		},
		async removeFeed(id) {
			const found = row(id);
			if (!found) return false;
			rows.set(id, { ...found, state: unpolled, isRemoved: true });
			return true;
		},
		state: async (id) => row(id)?.state ?? unpolled,
		known: async (id) => row(id) ?? null,
		async keepState(id, state) {
			const found = row(id);
			if (found) rows.set(id, { ...found, state });
		},
		async due(now, most) {
			return [...rows.values()]
				.filter(({ isRemoved, state }) => !isRemoved && !isResting(state, now))
				.map(({ feed, state }) => ({ feedId: feed.id, at: state.restUntil }))
				.sort((a, b) => Number(a.at ?? 0) - Number(b.at ?? 0))
				.map(({ feedId, at }) => ({ feedId, at: at && at > now ? now : at }))
				.slice(0, most);
		},
	};
}
