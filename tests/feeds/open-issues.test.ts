import { beforeEach, describe, expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { openIssues } from "../../src/feeds/open-issues.ts";
import type { WantedPage } from "../../src/feeds/open-page.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";

const host = "https://gazette.example";
const folderOf = (day: string) =>
	`${host}/rp-pr/p1/${day.slice(0, 4)}/${day}/html`;
const contentsOf = (day: string) => `${folderOf(day)}/index-eng.html`;

/** The pages that are there, by address; those asked for are listed. */
let pages: Map<string, string>;
let asked: string[];

beforeEach(() => {
	pages = new Map();
	asked = [];
});

const tools = {
	async readPage({ url, reader }: WantedPage) {
		asked.push(url.slice(host.length));
		const main = pages.get(url);
		if (main === undefined) throw new FeedError("it answered 503");
		const html = `<html><body><main>${main}</main></body></html>`;
		return parseFeed(Buffer.from(html), { url, reader });
	},
	log: { warn: () => {} },
};

/** A feed that announces these issues, the newest first as in life. */
function announce(...days: string[]) {
	const items = days.map(
		(day) =>
			`<item><title>Canada Gazette, ${day}</title><link>${contentsOf(day)}</link><pubDate>${day}T14:00:00Z</pubDate></item>`,
	);
	const rss = `<rss version="2.0"><channel>${items.join("")}</channel></rss>`;
	return parseFeed(Buffer.from(rss));
}

/** An issue with one order on a page of its own. */
function publish(day: string): void {
	const order = `${folderOf(day)}/sor-dors1-eng.html`;
	pages.set(contentsOf(day), '<li><a href="sor-dors1-eng.html">Order</a></li>');
	pages.set(order, `<h1>Order of ${day}</h1><p>Steel.</p>`);
}

const now = new Date("2026-11-27T12:00:00Z");
const before = { since: null, isLastTry: false, now };

test("an issue's notices and instruments take its place, each with its own text and title", async () => {
	const folder = folderOf("2026-11-21");
	pages.set(
		contentsOf("2026-11-21"),
		`<h2>Commissions</h2><ul><li><a href="./commis-eng.html#c1">Strapping</a></li><li><a href="./commis-eng.html#c2">Rod</a></li></ul>
		<h2>Proposed regulations</h2><ul><li><a href="./reg1-eng.html">Quota Regulations, the</a></li></ul>`,
	);
	pages.set(
		`${folder}/commis-eng.html`,
		'<h1>Canada Gazette</h1><h2 id="c1">STRAPPING</h2><p id="other">A duty of 25%.</p><h2 id="c2">ROD</h2><p>None.</p>',
	);
	pages.set(
		`${folder}/reg1-eng.html`,
		'<h1 id="wb-cont">Tariff Quota Regulations</h1><p>Comments close on December 21, 2026.</p>',
	);
	const parsed = await announce("2026-11-21", "2026-11-14");
	const { feed, read, isWhole } = await openIssues(parsed, before, tools);
	const shared = { published: "2026-11-21T14:00:00.000Z" };
	expect(feed.items).toMatchObject([
		{
			...shared,
			id: `${folder}/commis-eng.html#c1`,
			title: "Strapping",
			summary: "Commissions",
			content: "<h2>STRAPPING</h2><p>A duty of 25%.</p>",
		},
		{ ...shared, title: "Rod", content: "<h2>ROD</h2><p>None.</p>" },
		{
			...shared,
			title: "Tariff Quota Regulations",
			content:
				"<h1>Tariff Quota Regulations</h1><p>Comments close on December 21, 2026.</p>",
		},
	]);
	expect(read).toEqual(parsed);
	expect(isWhole).toBe(true);
	// Each page once.
	expect(asked).toHaveLength(3);
});

test("an issue without a date has its day in its address", async () => {
	publish("2026-11-21");
	const rss = `<rss version="2.0"><channel><item><link>${contentsOf("2026-11-21")}</link></item></channel></rss>`;
	const parsed = await parseFeed(Buffer.from(rss));
	const known = { ...before, since: new Date("2026-11-20") };
	const { feed } = await openIssues(parsed, known, tools);
	expect(feed.items).toMatchObject([
		{ title: "Order of 2026-11-21", published: "2026-11-21T00:00:00.000Z" },
	]);
});

test("an issue of pages without end is told, and asked for no more than an issue's", async () => {
	const links = Array.from(
		{ length: 500 },
		(_, place) => `<li><a href="si-tr${place}-eng.html">Order ${place}</a>`,
	);
	pages.set(contentsOf("2026-11-21"), links.join(""));
	const parsed = await announce("2026-11-21");
	const last = { ...before, isLastTry: true };
	const { feed } = await openIssues(parsed, last, tools);
	expect(feed.items).toHaveLength(500);
	expect(asked).toHaveLength(201);
});

test("an extra edition is its one document", async () => {
	const extra = `${folderOf("2026-11-22-x6")}/extra6-eng.html`;
	pages.set(extra, "<h1>Order on Steel</h1><p>At once.</p>");
	const rss = `<rss version="2.0"><channel><item><title>Canada Gazette, extra</title><link>${extra}</link></item></channel></rss>`;
	const parsed = await parseFeed(Buffer.from(rss));
	const { feed } = await openIssues(parsed, before, tools);
	expect(feed.items).toMatchObject([
		{
			title: "Order on Steel",
			content: "<h1>Order on Steel</h1><p>At once.</p>",
		},
	]);
});

describe("issues since the last poll", () => {
	const days = [
		"2026-11-21",
		"2026-11-14",
		"2026-11-07",
		"2026-10-31",
		"2026-10-24",
	];
	const titles = async (since: string, ...announced: string[]) => {
		const parsed = await announce(...announced);
		const known = { ...before, since: new Date(`${since}T14:00:00Z`) };
		const { feed, read, isWhole } = await openIssues(parsed, known, tools);
		const opened = feed.items.map(({ title }) => title);
		return { opened, read: read.items.length, isWhole };
	};

	test("are opened, and no others", async () => {
		for (const day of days) publish(day);
		expect(await titles("2026-11-14", ...days)).toEqual({
			opened: ["Order of 2026-11-21", "Order of 2026-11-14"],
			read: 5,
			isWhole: true,
		});
		expect(await titles("2026-11-18", ...days)).toMatchObject({
			opened: ["Order of 2026-11-21"],
		});
	});

	test("are opened in several polls where they are many, the oldest first", async () => {
		for (const day of days) publish(day);
		expect(await titles("2026-10-24", ...days)).toEqual({
			opened: [
				"Order of 2026-11-07",
				"Order of 2026-10-31",
				"Order of 2026-10-24",
			],
			read: 3,
			isWhole: false,
		});
	});
});

describe("a page that cannot be had", () => {
	test("is asked for again at the next poll", async () => {
		publish("2026-11-21");
		const parsed = await announce("2026-11-21");
		pages.delete(`${folderOf("2026-11-21")}/sor-dors1-eng.html`);
		await expect(openIssues(parsed, before, tools)).rejects.toThrow("503");
	});

	test("costs at last no more than what stands on it", async () => {
		const last = { ...before, isLastTry: true };
		const parsed = await announce("2026-11-21");
		const issue = { title: "Canada Gazette, 2026-11-21" };
		const unopened = await openIssues(parsed, last, tools);
		expect(unopened.feed.items).toMatchObject([issue]);
		publish("2026-11-21");
		pages.delete(`${folderOf("2026-11-21")}/sor-dors1-eng.html`);
		const { feed } = await openIssues(parsed, last, tools);
		expect(feed.items).toMatchObject([{ title: "Order", content: null }]);
	});
});

test("what a feed has beside issues stays", async () => {
	const rss = `<rss version="2.0"><channel><item><title>Closed on Monday</title><link>${host}/news</link></item></channel></rss>`;
	const parsed = await parseFeed(Buffer.from(rss));
	const { feed } = await openIssues(parsed, before, tools);
	expect(feed.items).toEqual(parsed.items);
});
