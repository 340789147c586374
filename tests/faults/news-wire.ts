import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import {
	type EventText,
	eventText,
	otherText,
	retoldText,
} from "./event-texts.ts";

/** An item that a feed has published. */
export interface Published extends EventText {
	readonly feed: string;
	/** Whether those who follow steel are to hear of it. */
	readonly isOnSteel: boolean;
	/** Whether another feed told of the event before. */
	readonly isRetold: boolean;
	readonly nth: number;
	readonly at: number;
}

/** Feeds on loopback that know what they published, and when they were asked. */
export interface NewsWire {
	readonly feeds: readonly string[];
	url(feed: string): string;
	/** All that was published so far, oldest first. */
	readonly published: readonly Published[];
	/** So many new items at once, at the top of the feed. */
	publish(feed: string, count?: number, isOnSteel?: boolean): void;
	/** The feed tells what the other told last of steel, in its own words. */
	retell(feed: string): void;
	/** From now on every item bears another id. */
	flipIds(): void;
	/** From now on every item is dated so much later; null: not at all. */
	flipDates(byMs: number | null): void;
	/** How often the feed was asked for and answered in full. */
	asked(feed: string): number;
	/** Resolves when a reader is next given news that it was not given before, or when none came for three seconds: all may be given. */
	answered(): Promise<void>;
	close(): Promise<void>;
}

const longestAnswerMs = 3_000;

/** Two feeds; `now` dates their items, `first` numbers their events. */
export async function newsWire(
	now: () => number,
	first: number,
): Promise<NewsWire> {
	const feeds = ["harbour", "ledger"];
	const published: Published[] = [];
	const asked = new Map(feeds.map((feed) => [feed, 0]));
	let next = Promise.withResolvers<void>();
	let ids = 0;
	let dateShiftMs: number | null = 0;
	const server = createServer((request, response) => {
		const feed = (request.url ?? "/").slice(1);
		const items = published.filter((item) => item.feed === feed);
		const rss = rssOf(feed, items, { ids, dateShiftMs });
		const etag = `"${createHash("sha256").update(rss).digest("hex")}"`;
		const isSame = request.headers["if-none-match"] === etag;
		response.on("finish", () => {
			asked.set(feed, (asked.get(feed) ?? 0) + 1);
			if (isSame || items.length === 0) return;
			next.resolve();
			next = Promise.withResolvers();
		});
		response.writeHead(isSame ? 304 : 200, {
			etag,
			"content-type": "application/rss+xml",
		});
		response.end(isSame ? undefined : rss);
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	const { port } = server.address() as AddressInfo;
	return {
		feeds,
		published,
		url: (feed) => `http://127.0.0.1:${port}/${feed}`,
		publish(feed, count = 1, isOnSteel = true) {
			for (let more = 0; more < count; more++) {
				const nth = first + published.length;
				const text = isOnSteel ? eventText(nth) : otherText(nth);
				const item = { feed, isOnSteel, isRetold: false, nth, at: now() };
				published.push({ ...text, ...item });
			}
		},
		retell(feed) {
			const told = published.findLast(
				(item) => item.feed !== feed && item.isOnSteel && !item.isRetold,
			);
			if (!told) return;
			const item = { ...told, feed, isRetold: true, at: now() };
			published.push({ ...item, ...retoldText(told.nth) });
		},
		flipIds() {
			ids++;
		},
		flipDates(byMs) {
			dateShiftMs = byMs;
		},
		asked: (feed) => asked.get(feed) ?? 0,
		answered: () => Promise.race([next.promise, wait(longestAnswerMs)]),
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

interface Habits {
	readonly ids: number;
	readonly dateShiftMs: number | null;
}

/** Newest first, as outlets write them. */
function rssOf(
	feed: string,
	items: readonly Published[],
	{ ids, dateShiftMs }: Habits,
): string {
	const body = items.toReversed().map(({ mark, title, text, at }) => {
		const dated =
			dateShiftMs === null
				? ""
				: `<pubDate>${new Date(at + dateShiftMs).toUTCString()}</pubDate>`;
		return `<item><guid isPermaLink="false">${mark}-${ids}</guid>
<title>${title}</title><link>https://news.example/${feed}/${mark}</link>
${dated}<description>${text}</description></item>`;
	});
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>${feed} news</title>
<link>https://news.example/${feed}</link>${body.join("\n")}</channel></rss>`;
}
