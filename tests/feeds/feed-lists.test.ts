import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultFeeds } from "../../src/feeds/default-feeds.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { readOpml, writeOpml } from "../../src/feeds/opml.ts";
import { readFeedsFile } from "../../src/feeds/read-feeds-file.ts";

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "feeds-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function readText(text: string) {
	const path = join(folder, "feeds");
	await writeFile(path, text);
	return readFeedsFile(path);
}

test("the default list is broad, in three languages, each feed once", () => {
	expect(defaultFeeds.length).toBeGreaterThanOrEqual(35);
	for (const key of ["id", "url"] as const) {
		expect(new Set(defaultFeeds.map((feed) => feed[key])).size).toBe(
			defaultFeeds.length,
		);
	}
	expect(new Set(defaultFeeds.map(({ language }) => language))).toEqual(
		new Set(["en", "fr", "es"]),
	);
	expect(new Set(defaultFeeds.map(({ kind }) => kind))).toEqual(
		new Set(["official", "media", "opinion"]),
	);
	for (const { url } of defaultFeeds)
		expect(new URL(url).protocol).toBe("https:");
	expect(
		defaultFeeds.filter(({ verified }) => verified).length,
	).toBeGreaterThanOrEqual(25);
});

test.each([
	["https://ustr.gov/rss.xml", "official"],
	["https://www.cbsa-asfc.gc.ca/publications/cn-ad/menu-eng.html", "official"],
	["https://www.dof.gob.mx/rss.php", "official"],
	["https://policy.trade.ec.europa.eu/node/2/rss_en", "official"],
	["https://www.gov.uk/search/all.atom", "official"],
	["https://www.customs.go.jp/rss.xml", "official"],
	["https://gov.example/feed", "media"],
	["https://ustr.gov.example.com/feed", "media"],
	["https://mygc.ca/feed", "media"],
	["http://127.0.0.1/feed", "media"],
])("a feed's kind by its host: %s", (url, kind) => {
	expect(feedFromUrl(url).kind).toBe(kind);
});

test("a feed of the Canada Gazette has its issues opened", () => {
	const { reader } = feedFromUrl("https://gazette.gc.ca/rss/p1-fra.xml");
	expect(reader).toBe("canada-gazette");
	expect(feedFromUrl("https://gc.ca/rss.xml").reader).toBeUndefined();
});

test.each([
	[
		"https://www.cbc.ca/webfeed/rss/rss-politics",
		"cbc-ca-webfeed-rss-rss-politics",
	],
	["http://127.0.0.1:4000/a.xml", "127-0-0-1-4000-a-xml"],
	["https://user:secret@x.example/feed", "x-example-feed"],
])("the id of %s is %s", (url, id) => {
	expect(feedFromUrl(url).id).toBe(id);
});

test("addresses that differ only in their query have different ids", () => {
	const [one, two] = [
		feedFromUrl("https://x.example/rss?a=1"),
		feedFromUrl("https://x.example/rss?a=2"),
	];
	expect(one.id).not.toBe(two.id);
	expect(one.id).toMatch(/^x-example-rss-[\da-f]{8}$/);
});

test("an added feed is named by its host and knows no language yet", () => {
	expect(feedFromUrl(" https://www.x.example/rss ")).toMatchObject({
		title: "x.example",
		language: "und",
		kind: "media",
		verified: false,
	});
	expect(() => feedFromUrl("x.example")).toThrow(
		"must begin with http:// or https://",
	);
	expect(() => feedFromUrl("file:///etc/passwd")).toThrow("must begin with");
});

test("a feed's name is no longer than a name, and an OPML entry too long is refused aloud", () => {
	const url = "https://x.example/rss";
	expect(feedFromUrl(url, "🍁".repeat(9_000)).title).toBe("🍁".repeat(250));
	const long = `<opml><body><outline text="${"a".repeat(60_000)}" xmlUrl="${url}"/></body></opml>`;
	expect(() => readOpml(long)).toThrow("longer than 50000 letters");
});

test("a list written as OPML is read back whole", () => {
	const odd = {
		...feedFromUrl("https://x.example/?a=1&b=2", '"Quotes" & <tags>'),
		language: "fr",
		reader: "rss-parser" as const,
	};
	expect(readOpml(writeOpml([...defaultFeeds, odd]))).toEqual([
		...defaultFeeds,
		odd,
	]);
});

test("reads other readers' OPML: folders in folders, other cases, comments", () => {
	const feeds = readOpml(`<?xml version="1.0"?><OPML version="1.0"><body>
		<!-- <outline xmlUrl="https://no.example/"/> -->
		<outline text="Trade"><outline text="Deep">
			<outline type="rss" text="A &amp; B" xmlUrl="https://a.example/rss" htmlUrl="https://a.example"/>
			<OUTLINE title='C > D' xmlurl='https://c.example/rss'></OUTLINE>
		</outline></outline></body></OPML>`);
	expect(feeds.map(({ title, url }) => [title, url])).toEqual([
		["A & B", "https://a.example/rss"],
		["C > D", "https://c.example/rss"],
	]);
});

test.each([
	[
		"a list",
		'[{"url":"https://a.example/rss","title":"A","kind":"official","language":"fr","id":"a"}]',
	],
	[
		"an object",
		'{"feeds":[{"url":"https://a.example/rss","title":"A","kind":"official","language":"fr","id":"a"}]}',
	],
	[
		"a list with a byte-order mark",
		'\ufeff[{"url":"https://a.example/rss","title":"A","kind":"official","language":"fr","id":"a"}]',
	],
])("reads %s of feeds", async (_, text) => {
	expect(await readText(text)).toEqual([
		{
			id: "a",
			url: "https://a.example/rss",
			title: "A",
			kind: "official",
			language: "fr",
			verified: false,
		},
	]);
});

test("reads an OPML file, and one address twice as one feed", async () => {
	const text = writeOpml([
		feedFromUrl("https://a.example/x"),
		feedFromUrl("https://a.example/x", "Again"),
	]);
	expect(await readText(text)).toMatchObject([
		{ url: "https://a.example/x", title: "a.example" },
	]);
});

test("ids stay unique where addresses fold together", async () => {
	const feeds = await readText(
		'[{"url":"https://a.example/x"},{"url":"https://a.example/X"},{"url":"https://a.example/z","id":"a-example-x"}]',
	);
	expect(new Set(feeds.map(({ id }) => id)).size).toBe(3);
	expect(feeds[0]?.id).toBe("a-example-x");
});

test.each([
	[
		'[{"url":"https://a.example/"},{"url":"nowhere"}]',
		"entry 2: the address must begin with",
	],
	['[{"url":"https://a.example/","kind":"blog"}]', "entry 1, kind:"],
	['[{"url":"https://a.example/","reader":"sax"}]', "entry 1, reader:"],
	[
		'[{"url":"https://a.example/","language":"French"}]',
		"entry 1, language: must be a code",
	],
	['[{"title":"x"}]', "entry 1, url:"],
	[
		'[{"url":"https://a.example/","ulr":1}]',
		'entry 1: Unrecognized key: "ulr"',
	],
	["[]", "it names no feed"],
	['{"sources":[]}', "it must be a list of feeds"],
	["feeds", "it is neither JSON nor OPML"],
	["<rss></rss>", "it is not an OPML file"],
	[
		'<opml><body><outline text="Bad" xmlUrl="nowhere"/></body></opml>',
		'entry "Bad": the address must begin with',
	],
])("says what is wrong in %s", async (text, message) => {
	await expect(readText(text)).rejects.toThrow(`feeds: ${message}`);
});

test("says that the file is not there", async () => {
	await expect(readFeedsFile(join(folder, "none"))).rejects.toThrow(
		/feeds file .*none: .*no such file/,
	);
});
