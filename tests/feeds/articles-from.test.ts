import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { articlesFrom } from "../../src/feeds/articles-from.ts";
import type { Feed } from "../../src/feeds/feed.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import type { ParsedFeed, ParsedItem } from "../../src/feeds/parsed-feed.ts";

const now = new Date("2026-11-22T05:00:00Z");
const feed: Feed = {
	id: "border-wire",
	url: "https://border.example/feed.xml",
	title: "Border Wire",
	kind: "media",
	language: "en",
	verified: true,
};
const item: ParsedItem = {
	id: "1",
	title: "Steel",
	link: "https://border.example/1",
	published: null,
	updated: null,
	summary: null,
	content: null,
	author: null,
	categories: [],
	image: null,
};

function parsedWith(...items: readonly Partial<ParsedItem>[]): ParsedFeed {
	return {
		format: "rss",
		title: "T",
		link: "https://border.example/",
		language: "fr-CA",
		ttlMinutes: null,
		hub: null,
		self: null,
		bozo: false,
		items: items.map((each) => ({ ...item, ...each })),
	};
}

function articleWith(parts: Partial<ParsedItem>, of: Feed = feed) {
	return articlesFrom(of, parsedWith(parts), now)[0];
}

function fixture(name: string): Promise<ParsedFeed> {
	const path = join(import.meta.dirname, "../fixtures/feeds", name);
	return parseFeed(readFileSync(path), { url: feed.url });
}

test("makes an Article of every item, in plain text", async () => {
	const [first] = articlesFrom(feed, await fixture("border-wire.rss"), now);
	expect(first).toEqual({
		id: expect.stringMatching(/^[\da-f]{32}$/),
		feedId: "border-wire",
		url: "https://border.example/2026/11/steel?a=1&b=2",
		title: "Ottawa’s steel quota: what brokers should know",
		summary: "The quota opens Monday.",
		body: "The quota opens Monday, officials said.\nIt covers flat steel.",
		outlet: "Border Wire",
		kind: "media",
		language: "en",
		published: new Date("2026-11-21T23:30:00Z"),
		detected: now,
	});
});

test("an item keeps its id whatever else changes, and two feeds never share one", () => {
	const id = articleWith({})?.id;
	expect(
		articleWith({
			title: "Edited",
			link: null,
			published: "2026-01-01T00:00:00Z",
		})?.id,
	).toBe(id);
	expect(articleWith({}, { ...feed, id: "other" })?.id).not.toBe(id);
	expect(articleWith({ id: "2" })?.id).not.toBe(id);
});

test("an item that stands twice in a feed is one Article, the first", () => {
	const articles = articlesFrom(
		feed,
		parsedWith({ title: "a" }, { title: "b" }, { id: "2", title: "c" }),
		now,
	);
	expect(articles.map(({ title }) => title)).toEqual(["a", "c"]);
});

test.each<[Partial<ParsedItem>, string]>([
	[{ title: null, summary: "<p>First line.</p><p>Second.</p>" }, "First line."],
	[{ title: null, content: "Only content" }, "Only content"],
	[
		{ title: null, summary: "word ".repeat(60) },
		`${"word ".repeat(24).trim()}…`,
	],
	[{ title: null }, "https://border.example/1"],
	[{ title: null, link: null }, "Border Wire"],
])("an item without a title is called by its text: %j", (parts, title) => {
	expect(articleWith(parts)?.title).toBe(title);
});

test.each<[Partial<ParsedItem>, string, string]>([
	[{ summary: "short", content: "a longer text" }, "short", "a longer text"],
	[{ summary: "the longer one", content: "short" }, "the longer one", ""],
	[{ content: "all" }, "", "all"],
])("body is the content when it says more: %j", (parts, summary, body) => {
	expect(articleWith(parts)).toMatchObject({ summary, body });
});

test("dates fall back to the update", () => {
	expect(
		articleWith({ updated: "2026-01-02T00:00:00.000Z" })?.published,
	).toEqual(new Date("2026-01-02"));
});

test.each([
	["es-MX", "en", "es"],
	[undefined, "en", "en"],
	[undefined, "und", "fr"],
])("item language %s in a feed of %s is %s", (own, ofFeed, expected) => {
	const parts = own === undefined ? {} : { language: own };
	expect(articleWith(parts, { ...feed, language: ofFeed })?.language).toBe(
		expected,
	);
});

test("a news search names the outlet and not itself", async () => {
	const search = { ...feed, title: "Google News: T-MEC", language: "es" };
	const articles = articlesFrom(search, await fixture("news-search.rss"), now);
	expect(
		articles.map(({ title, outlet, summary }) => [title, outlet, summary]),
	).toEqual([
		["Revisión del T-MEC - avance", "El Diario", ""],
		["Aranceles al acero", "La Jornada", ""],
	]);
});

test("a note of the Diario Oficial is called what it is, and dated by its address", async () => {
	const act = "ACUERDO por el que se modifica la Tarifa";
	const long = `${act} ${"y otras disposiciones ".repeat(20)}`.trim();
	const note = (text: string, code: number) =>
		`<item><title>SECRETARIA DE ECONOMÍA</title><link><![CDATA[https://www.dof.gob.mx/nota_detalle.php?codigo=${code}&fecha=05/11/2026]]></link><description><![CDATA[${text}]]></description></item>`;
	const rss = `<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Diario Oficial</title><link>https://www.dof.gob.mx</link>${note(act, 1)}${note(long, 2)}</channel></rss>`;
	const dof = { ...feed, url: "https://dof.gob.mx/sumario.xml" };
	const parsed = await parseFeed(Buffer.from(rss, "latin1"));
	const [short, cut] = articlesFrom(dof, parsed, now);
	expect(short).toMatchObject({
		title: act,
		summary: "SECRETARIA DE ECONOMÍA",
		published: new Date("2026-11-05"),
	});
	expect(cut?.title).toMatch(/^ACUERDO por .{200,240}…$/);
	expect(cut?.summary).toBe(`SECRETARIA DE ECONOMÍA\n${long}`);
});

test("items that share a guid but not an address are all told, each with an id of its own", () => {
	const shared = [1, 2, 3].map((n) => ({
		id: "the same",
		link: `https://border.example/${n}`,
	}));
	const ids = (...items: typeof shared) =>
		articlesFrom(feed, parsedWith(...items), now).map(({ id }) => id);
	expect(new Set(ids(...shared)).size).toBe(3);
	expect(ids(...shared.toReversed())).toEqual(ids(...shared).toReversed());
});

test.each([
	["border.example", "T", "T"],
	["border.example", "", "border.example"],
	["Border Wire", "T", "Border Wire"],
])(
	"a feed listed as %s that calls itself “%s” is shown as %s",
	(title, itself, outlet) => {
		const parsed = { ...parsedWith({}), title: itself };
		const [article] = articlesFrom({ ...feed, title }, parsed, now);
		expect(article?.outlet).toBe(outlet);
	},
);
