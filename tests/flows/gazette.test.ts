import { beforeEach, expect, test } from "vitest";
import { articlesFrom } from "../../src/feeds/articles-from.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import type { FetchedBytes } from "../../src/feeds/fetch-feed.ts";
import type { WantedPage } from "../../src/feeds/open-page.ts";
import { openPages } from "../../src/feeds/open-pages.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { tellStory } from "../../src/news/tell-story.ts";
import { at, desk, follow, type House, openHouse } from "./house.ts";

const feed = feedFromUrl("https://gazette.gc.ca/rss/p2-eng.xml");
const folder = (day: string) =>
	`https://gazette.gc.ca/rp-pr/p2/${day.slice(0, 4)}/${day}/html`;
const day = 24 * 3600;

/** What is on the Gazette's server, by address. */
let pages: Map<string, string>;
let house: House;
let poll: House["poll"];

beforeEach(async () => {
	pages = new Map();
	house = openHouse();
	poll = {
		...house.poll,
		tellStory,
		parseFeed,
		articlesFrom: async (...given) => articlesFrom(...given),
		openPages: (...given) =>
			openPages(...given, { readPage, log: house.poll.log }),
		fetchFeed: fetchFeed,
	};
	await house.store.feeds.keepFeed(feed);
	await follow(house);
});

async function fetchFeed({ url }: { url: string }): Promise<FetchedBytes> {
	const text = pages.get(url) ?? "";
	return {
		...{ kind: "bytes", bytes: Buffer.from(text), hash: text, url },
		...{ contentType: null, etag: null, lastModified: null },
		...{ links: { hubs: [], self: null }, freshMs: null },
		...{ movedTo: null, tookMs: 1 },
	};
}

async function readPage({ url, reader }: WantedPage) {
	const page = pages.get(url);
	if (page === undefined) throw new FeedError("gazette.gc.ca answered 503");
	return parseFeed(Buffer.from(page), { url, reader });
}

/** Puts up issues, each of these orders. */
function publish(issues: Readonly<Record<string, readonly string[]>>): void {
	const items = Object.keys(issues).map(
		(date) =>
			`<item><title>Canada Gazette, Part II, ${date}</title><link>${folder(date)}/index-eng.html</link><pubDate>${date}T13:00:00Z</pubDate></item>`,
	);
	const rss = `<rss version="2.0"><channel>${items.join("")}</channel></rss>`;
	pages.set(feed.url, rss);
	for (const [date, orders] of Object.entries(issues)) {
		const links = orders.map(
			(_, place) =>
				`<li><a href="sor-dors${place}-eng.html">Order ${place}</a>`,
		);
		pages.set(
			`${folder(date)}/index-eng.html`,
			`<!doctype html><html><main><ul>${links.join("")}</ul></main></html>`,
		);
		for (const [place, title] of orders.entries())
			pages.set(
				`${folder(date)}/sor-dors${place}-eng.html`,
				`<!doctype html><html><main><h1>${title}</h1><p>It is made on ${date}.</p></main></html>`,
			);
	}
}

/** Polls, sends, and gives what was posted meanwhile. */
async function readAt(seconds: number) {
	const before = house.slack.shown.length;
	await pollFeed(feed.id, poll, at(seconds));
	await sweep(house.sweep, at(seconds + 100));
	await sendDeliveries(desk, house.send, () => at(seconds + 100));
	const shown = house.slack.shown.slice(before);
	return shown.map(({ cards }) => cards.at(-1)?.title);
}

const old = { "2026-10-07": ["Steel Order of old"] };
const orders = ["Steel Surtax Order: SOR/2026-250", "Turkey Quota Order"];
const fresh = { "2026-10-21": orders, ...old };

test("an order in a new issue is told to those who follow what it is about", async () => {
	publish(old);
	expect(await readAt(0)).toEqual([]);
	publish(fresh);
	expect(await readAt(14 * day)).toEqual([orders[0]]);
	expect(await readAt(15 * day)).toEqual([]);
});

test("an order whose page is out is told when it is back", async () => {
	publish(old);
	await readAt(0);
	publish(fresh);
	const page = `${folder("2026-10-21")}/sor-dors0-eng.html`;
	const text = pages.get(page) ?? "";
	pages.delete(page);
	expect(await readAt(14 * day)).toEqual([]);
	expect(await house.store.feeds.state(feed.id)).toMatchObject({
		failures: 1,
		trouble: "gazette.gc.ca answered 503",
	});
	pages.set(page, text);
	expect(await readAt(14.2 * day)).toEqual([orders[0]]);
});

test("a page that is never there keeps no other back", async () => {
	publish(old);
	await readAt(0);
	publish({
		"2026-10-21": ["Turkey Quota Order", "Steel Surtax Order"],
		...old,
	});
	pages.delete(`${folder("2026-10-21")}/sor-dors0-eng.html`);
	const told = [];
	for (let hours = 0; hours < 48; hours++)
		told.push(...(await readAt(14 * day + hours * 3600)));
	expect(told).toEqual(["Steel Surtax Order"]);
	expect(await house.store.feeds.state(feed.id)).toMatchObject({ failures: 0 });
});
