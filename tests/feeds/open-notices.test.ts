import { expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { itemAt } from "../../src/feeds/html-feed.ts";
import { openNotices } from "../../src/feeds/open-notices.ts";
import type { WantedPage } from "../../src/feeds/open-page.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import type { ParsedFeed } from "../../src/feeds/parsed-feed.ts";

const host = "https://customs.example";

/** A list of these notices, by their days; each is on a page named after it unless said else. */
function list(
	...rows: readonly (readonly [day: string, link?: string])[]
): ParsedFeed {
	const items = rows.map(([day, link = `${host}/${day}`]) => ({
		...itemAt(link),
		title: `Notice of ${day}`,
		published: `${day}T00:00:00.000Z`,
	}));
	return {
		...{ format: "html", title: "Notices", link: `${host}/menu`, items },
		...{ language: "en", ttlMinutes: null, hub: null, self: null },
		bozo: false,
	};
}

/** Opens a list; the pages whose addresses hold `lost` are out. */
async function open(parsed: ParsedFeed, isLastTry = false) {
	const asked: string[] = [];
	const tools = {
		async readPage({ url, reader }: WantedPage) {
			asked.push(url);
			if (url.includes("lost")) throw new FeedError("it answered 503");
			if (url.includes("picture")) return null;
			const html = `<html><main><h1>T</h1><p>Of ${url}.</p></main></html>`;
			return parseFeed(Buffer.from(html), { url, reader });
		},
		log: { warn: () => {} },
	};
	const { feed, read, isWhole } = await openNotices(
		{ url: `${host}/list` },
		parsed,
		{ since: null, isLastTry, now: new Date("2026-11-21T12:00:00Z") },
		tools,
	);
	expect([read, isWhole]).toEqual([parsed, true]);
	const texts = feed.items.map(({ title, content }) => [title, content]);
	return { texts, asked };
}

const text = (day: string) => [
	`Notice of ${day}`,
	`<h1>T</h1><p>Of ${host}/${day}.</p>`,
];

test("recent notices are told with what their pages say, old ones no more", async () => {
	const days = [
		"2026-11-20",
		"2026-11-02",
		"2026-09-25",
		"2026-09-01",
	] as const;
	const { texts } = await open(list(...days.map((day) => [day] as const)));
	expect(texts).toEqual(days.slice(0, 3).map(text));
});

test("a day far ahead makes no notice old", async () => {
	const days = ["2062-11-20", "2026-11-20", "2026-11-02"] as const;
	const { texts } = await open(list(...days.map((day) => [day] as const)));
	expect(texts).toEqual(days.map(text));
});

test("files, other people's pages and what is no page are told by their titles", async () => {
	const links = [`${host}/a.PDF`, "https://else.example/b", `${host}/picture`];
	const rows = links.map((link) => ["2026-11-20", link] as const);
	const { texts, asked } = await open(list(...rows));
	expect(texts).toEqual(links.map(() => ["Notice of 2026-11-20", null]));
	expect(asked).toEqual([`${host}/picture`]);
});

test("a page that is out is asked for again, and at last done without", async () => {
	const parsed = list(["2026-11-20"], ["2026-11-19", `${host}/lost`]);
	await expect(open(parsed)).rejects.toThrow("503");
	const { texts } = await open(parsed, true);
	expect(texts).toEqual([text("2026-11-20"), ["Notice of 2026-11-19", null]]);
});

test("a list without end leads to no more pages than an office's", async () => {
	const rows = Array.from(
		{ length: 300 },
		(_, place) => ["2026-11-20", `${host}/${place}`] as const,
	);
	const { asked } = await open(list(...rows));
	expect(asked).toHaveLength(100);
});
