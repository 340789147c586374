import {
	type Feed,
	type FeedMemory,
	type FeedState,
	unpolled,
} from "../../src/feeds/feed.ts";

/** Twin of the store's FeedMemory. */
export function inMemoryFeeds(): FeedMemory {
	const feeds = new Map<string, Feed>();
	const states = new Map<string, FeedState>();
	return {
		feeds: async () => [...feeds.values()],
		feed: async (id) => feeds.get(id) ?? null,
		keepFeed: async (feed) => void feeds.set(feed.id, feed),
		async removeFeed(id) {
			states.delete(id);
			return feeds.delete(id);
		},
		state: async (id) => states.get(id) ?? unpolled,
		keepState: async (id, state) => void states.set(id, state),
	};
}
