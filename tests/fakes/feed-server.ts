import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface FeedItem {
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

export interface FeedServer {
	url(feed: string): string;
	/** Adds an item at the top of the named feed. */
	publish(feed: string, item: FeedItem): void;
	/** Takes every item away from the named feed. */
	clear(feed: string): void;
	/** How often the feed was asked for. */
	asked(feed: string): number;
	close(): Promise<void>;
}

/** Serves RSS feeds on a free loopback port; a feed is there as soon as it is asked for. */
export async function serveFeeds(): Promise<FeedServer> {
	const feeds = new Map<string, FeedItem[]>();
	const asked = new Map<string, number>();
	const server = createServer((request, response) => {
		const feed = (request.url ?? "/").slice(1);
		asked.set(feed, (asked.get(feed) ?? 0) + 1);
		response.setHeader("content-type", "application/rss+xml");
		response.end(rssOf(feed, feeds.get(feed) ?? []));
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const { port } = server.address() as AddressInfo;
	return {
		url: (feed) => `http://127.0.0.1:${port}/${feed}`,
		publish: (feed, item) =>
			feeds.set(feed, [item, ...(feeds.get(feed) ?? [])]),
		clear: (feed) => feeds.delete(feed),
		asked: (feed) => asked.get(feed) ?? 0,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

/** An RSS feed of these items, as an ordinary outlet would write it. */
export function rssOf(feed: string, items: readonly FeedItem[]): string {
	const body = items.map(
		(item) => `<item><guid isPermaLink="false">${item.id}</guid>
<title>${item.title}</title><link>https://news.example/${feed}/${item.id}</link>
<pubDate>${new Date().toUTCString()}</pubDate><description>${item.text}</description></item>`,
	);
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>${feed} news</title>
<link>https://news.example/${feed}</link>${body.join("")}</channel></rss>`;
}
