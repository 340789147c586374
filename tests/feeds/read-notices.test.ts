import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { readNotices } from "../../src/feeds/read-notices.ts";

const page = readFileSync(
	join(import.meta.dirname, "../fixtures/feeds/notices.html"),
);
const url = "https://port.example/hn/menu-eng.html";

test("reads the notices of a page's tables", async () => {
	const feed = await parseFeed(page, { url, reader: "notices" });
	expect(feed).toMatchObject({
		format: "html",
		title: "Harbour Notices - Port Authority",
		link: url,
		language: "en",
	});
	const { items } = feed;
	expect(items.map(({ id, link }) => id === link)).not.toContain(false);
	expect(items).toMatchObject([
		{
			link: "https://port.example/hn/hn26-41-eng.html",
			title: "Harbour Notice 26-41: Surtax on Certain Steel & Aluminum Goods",
			published: null,
			updated: "2026-11-05T00:00:00.000Z",
			summary: "Revised 2026-11-05",
		},
		{
			link: "https://port.example/hn/hn26-40-eng.html",
			title: "26-40: Sufferance Warehouse Fees",
			published: "2026-10-14T00:00:00.000Z",
			updated: null,
			summary: null,
		},
		{
			link: "https://port.example/d/7",
			title: "Memorandum on the value for duty",
			published: "2026-11-03T00:00:00.000Z",
			summary: "This memorandum replaces that of 2019.",
		},
	]);
});

test("fields and rows may be left open", () => {
	const html =
		"<table><tr><td>2026-05-04<td><a href=/a>A</a><td>Fees<tr><td>2026-05-03<td><a href=/b>B</a>";
	expect(readNotices(html, url)?.items).toMatchObject([
		{ title: "A: Fees", published: "2026-05-04T00:00:00.000Z" },
		{ title: "B", published: "2026-05-03T00:00:00.000Z" },
	]);
});

test("a table of fewer notices than wanted is passed over", () => {
	const html = page.toString();
	expect(readNotices(html, url, 2)?.items).toHaveLength(2);
	expect(readNotices(html, url, 3)).toBeNull();
});

test.each([
	["a page without a table", "<html><p>Sorry, we could not find that page"],
	[
		"a table of links",
		"<table><tr><td><a href='/a'>A</a></td><td>b</td></tr></table>",
	],
	[
		"a bare year",
		"<table><tr><td><a href='/a'>A</a></td><td>2026</td></tr></table>",
	],
])("%s is no list of notices, and says so", async (_, html) => {
	const reading = parseFeed(Buffer.from(html), { url, reader: "notices" });
	await expect(reading).rejects.toThrow("no table of notices");
});

test("a feed of titles is read as any feed", async () => {
	const rss =
		"<rss><channel><item><title>CSMS # 1</title><description>&lt;html>&lt;body>x</description></item></channel></rss>";
	const feed = await parseFeed(Buffer.from(rss), { url, reader: "notices" });
	expect(feed).toMatchObject({ format: "rss", items: [{ title: "CSMS # 1" }] });
});

test("tables in tables and rows without a table cost nothing but time in proportion", () => {
	const deep = "<table><tr><td>".repeat(50_000);
	expect(readNotices(deep, url)).toBeNull();
	expect(readNotices("<tr><td>".repeat(50_000), url)).toBeNull();
});
