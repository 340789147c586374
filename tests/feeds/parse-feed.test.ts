import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { type FeedOrigin, parseFeed } from "../../src/feeds/parse-feed.ts";

function fixture(name: string): Uint8Array {
	return readFileSync(join(import.meta.dirname, "../fixtures/feeds", name));
}

function parseText(text: string, origin: FeedOrigin = {}) {
	return parseFeed(Buffer.from(text), origin);
}

function rss(inside: string): string {
	return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
}

test("reads RSS with its namespaces, whatever their prefixes", async () => {
	const { items, ...feed } = await parseFeed(fixture("border-wire.rss"), {
		url: "https://border.example/feed.xml",
	});
	expect(feed).toEqual({
		format: "rss",
		title: "Border Wire & Tariff Desk",
		link: "https://border.example/trade",
		language: "en-ca",
		ttlMinutes: 15,
		hub: "https://hub.example/",
		self: "https://border.example/feed.xml",
		bozo: false,
	});
	expect(items[0]).toEqual({
		id: "bw-101",
		title: "Ottawa’s steel quota: what brokers should know",
		link: "https://border.example/2026/11/steel?a=1&b=2",
		published: "2026-11-21T23:30:00.000Z",
		updated: null,
		summary:
			'<p>The quota opens <a href="https://border.example/quota">Monday</a>.</p>',
		content:
			'<p>The quota opens Monday, officials said.</p><p>It covers <em>flat</em> steel.</p><img src="https://border.example/s.png" />',
		author: "Ana Ruiz, Tom O'Neil",
		categories: ["Steel", "Quotas & surtax"],
		image: "https://border.example/thumb.jpg",
	});
	expect(items[1]).toMatchObject({
		id: "https://border.example/2026/11/fish",
		title: "Fish & chips tariffs: AT&T, 1 < 2",
		link: "https://border.example/2026/11/fish",
		published: null,
		author: "Trade Desk",
		image: "https://border.example/fish.jpg",
	});
	expect(items[2]).toMatchObject({ title: null, link: null });
	expect(items[2]?.id).toMatch(/^sha256:[\da-f]{64}$/);
});

test("reads Atom with prefixes, XHTML, base addresses and a date that is none", async () => {
	const { items, ...feed } = await parseFeed(fixture("gazette.atom"));
	expect(feed).toMatchObject({
		format: "atom",
		title: "Gazette — Règlements",
		link: "https://gazette.example/rp/",
		self: "https://gazette.example/rp/feed.atom",
		language: "fr",
		bozo: false,
	});
	expect(items).toEqual([
		{
			id: "urn:gazette:1",
			title: "Décret sur l’acier",
			link: "https://gazette.example/rp/1.html",
			published: "2026-11-20T14:00:00.000Z",
			updated: null,
			summary: "Taux &lt; 25 % &amp; contingent",
			content:
				'<div><p>Premier <b>point</b> du décret.</p><p>Voir <a href="https://gazette.example/rp/details/annexe.html">l’annexe</a> &amp; la suite.</p></div>',
			author: "Gouvernement",
			categories: ["Acier"],
			image: null,
		},
		{
			id: "urn:gazette:2",
			title: "Avis important",
			link: "https://gazette.example/written-as-words",
			published: null,
			updated: "2026-11-21T10:00:00.000Z",
			summary: null,
			content: null,
			author: "Finances",
			categories: [],
			image: null,
		},
	]);
});

test("reads Atom 0.3 with its modes and old date names", async () => {
	const feed = await parseFeed(fixture("old-times.atom"));
	expect(feed.title).toBe("Old Times");
	expect(feed.items[0]).toMatchObject({
		id: "tag:old.example,2004:1",
		published: "2004-03-05T12:00:00.000Z",
		updated: "2004-03-06T11:00:00.000Z",
		content: "<p>Duty of <b>27</b> per cent</p>",
	});
});

test("reads RDF, whose items stand beside the channel", async () => {
	const feed = await parseFeed(fixture("ports.rdf"));
	expect(feed).toMatchObject({ format: "rdf", title: "Ports", bozo: false });
	expect(feed.items).toHaveLength(2);
	expect(feed.items[0]).toMatchObject({
		id: "https://ports.example/1",
		link: "https://ports.example/1?src=rdf",
		published: "2026-11-20T00:00:00.000Z",
		author: "Harbour master",
		categories: ["Ports"],
	});
});

test("reads JSON Feed and leaves out only what is wrong in it", async () => {
	const { items, ...feed } = await parseFeed(fixture("customs.json"));
	expect(feed).toMatchObject({
		format: "json",
		title: "Customs notices",
		hub: "https://hub.example/",
		bozo: true,
	});
	expect(items).toEqual([
		{
			id: "7",
			title: "Notice 7 & annex",
			link: "https://customs.example/n/7",
			published: "2026-11-20T14:00:00.000Z",
			updated: null,
			summary: "Rate &lt; 5%",
			content: '<p>See <a href="https://customs.example/annex">annex</a></p>',
			author: "CBSA, Finance",
			categories: ["duty"],
			image: "https://customs.example/7.png",
			language: "fr",
		},
		expect.objectContaining({ id: "8", title: null, content: "a &lt; b" }),
	]);
});

test("reads an answer of the Federal Register's document search", async () => {
	const feed = await parseFeed(fixture("register.json"));
	expect(feed).toMatchObject({ format: "federal-register", bozo: true });
	expect(feed.items).toEqual([
		{
			id: "2026-00001",
			title: "Adjusting Imports of Steel",
			link: "https://www.federalregister.gov/documents/2026/01/02/2026-00001/adjusting",
			published: "2026-01-02T00:00:00.000Z",
			updated: null,
			summary: "imports of <span>steel</span> articles",
			content: null,
			author: "Executive Office of the President, OFFICE X",
			categories: [
				"Presidential Document",
				"Executive Office of the President",
				"OFFICE X",
			],
			image: null,
		},
	]);
});

test.each([
	[
		"its own words",
		{ dates: "Comments are due by March 3, 2026.", effective_on: "2026-04-01" },
		"On <em>steel</em>.<br /><br />Comments are due by March 3, 2026.",
	],
	[
		"what the Register keeps",
		{ effective_on: "2026-04-01", comments_close_on: "2026-03-03" },
		"On <em>steel</em>.<br /><br />Effective on 2026-04-01. Comments close on 2026-03-03.",
	],
	["nothing", { dates: null, effective_on: null }, null],
])(
	"a register document's days stand in its text: %s",
	async (_, days, content) => {
		const document = {
			document_number: "2026-00001",
			abstract: "On <em>steel</em>.",
		};
		const results = [{ ...document, ...days }];
		const feed = await parseText(JSON.stringify({ count: 1, results }));
		expect(feed.items).toMatchObject([
			{ summary: "On <em>steel</em>.", content },
		]);
	},
);

test("reads what lies on public inspection, by when it was laid open", async () => {
	const document = {
		document_number: "2026-21000",
		title: "Certain Steel Nails from Oman",
		type: "Notice",
		subject_1: "Antidumping or Countervailing Duty Orders or Reviews:",
		subject_2: "Certain Steel Nails from Oman",
		filed_at: "2026-11-27T08:45:00.000-05:00",
		publication_date: "2026-11-30",
		html_url:
			"https://www.federalregister.gov/public-inspection/2026-21000/nails",
		agencies: [{ name: "International Trade Administration" }],
	};
	const answer = JSON.stringify({ count: 1, results: [document] });
	const subject = "Antidumping or Countervailing Duty Orders or Reviews:";
	expect((await parseText(answer)).items).toMatchObject([
		{
			title: "Certain Steel Nails from Oman",
			published: "2026-11-27T13:45:00.000Z",
			summary: subject,
			content: `${subject}<br /><br />To be published on 2026-11-30.`,
		},
	]);
});

test("reads the USITC's list of HTS revisions", async () => {
	const revisions = [
		{
			id: { timestamp: 1_764_000_000, date: 1_764_000_000_500 },
			name: "2025HTSRev99",
			description: "2025 HTS Revision 99",
			title: "Revision 99 (2025)",
			status: "current",
			releaseStartDate: "11/24/2025",
			releaseEndDate: null,
		},
		{ name: "2024HTSBasic", title: null, releaseStartDate: "01/02/2024" },
		{ name: "dateless", releaseStartDate: "soon", id: { date: 1e20 } },
		{ title: "nameless" },
	];
	const feed = await parseText(JSON.stringify(revisions));
	expect(feed).toMatchObject({ format: "hts-releases", bozo: true });
	const whole = "Harmonized Tariff Schedule of the United States:";
	const file = (name: string) =>
		`https://hts.usitc.gov/reststop/file?release=${name}&filename=finalCopy`;
	expect(feed.items).toMatchObject([
		{
			id: "2025HTSRev99",
			title: `${whole} Revision 99 (2025)`,
			link: file("2025HTSRev99"),
			published: "2025-11-24T16:00:00.500Z",
		},
		{
			title: `${whole} 2024HTSBasic`,
			link: file("2024HTSBasic"),
			published: "2024-01-02T00:00:00.000Z",
		},
		{ title: `${whole} dateless`, published: null },
	]);
});

test.each(["[]", "[1]", '[{"name":"a"}]'])(
	"a list of something else is no feed: %s",
	async (text) => {
		await expect(parseText(text)).rejects.toThrow("JSON, but no feed");
	},
);

const item = "<item><guid>1</guid><title>One</title></item>";
const item2 = "<item><guid>2</guid><title>Two</title></item>";

test.each([
	["junk before it", `Warning: x<br/>\n${rss(item)}`],
	["junk after it", `${rss(item)}<p>cached</p>`],
	["spaces before the declaration", `\n\n${rss(item)}`],
	[
		"control characters",
		rss("<item><guid>1</guid><title>O\u0001ne</title></item>"),
	],
	[
		"a bare ampersand",
		rss(
			"<item><guid>1</guid><title>One</title><link>http://x.example/?a=1&b=2</link></item>",
		),
	],
	[
		"an undefined entity",
		rss("<item><guid>1</guid><title>One&nbsp;</title></item>"),
	],
	[
		"an unclosed line break",
		rss(
			"<item><guid>1</guid><title>One</title><description>a<br>b</description></item>",
		),
	],
	[
		"an unclosed element",
		rss("<item><guid>1</guid><title>One<link>http://x.example/</link></item>"),
	],
	["an unclosed item", rss("<item><guid>1</guid><title>One</title>")],
	["an item without anything", rss(`<item/>\u0002${item}`)],
	[
		"an unclosed strange element",
		rss(
			"<item><foo:bar><guid>0</guid></item><item><guid>1</guid><title>One</title></item>",
		),
	],
	["crossed ends", rss("<item><guid>1<title>One</title></guid></item>")],
	[
		"attributes without quotes",
		rss("<item><guid isPermaLink=false>1</guid><title>One</title></item>"),
	],
	["a lone <", rss("<item><guid>1</guid><title>One</title> < </item>")],
])("mends %s and says so", async (_, text) => {
	const feed = await parseText(text);
	expect(feed.bozo).toBe(true);
	expect(feed.items.at(-1)).toMatchObject({ id: "1", title: "One" });
});

test.each([
	["a byte-order mark", `\ufeff${rss(item)}`],
	[
		"comments and a document type",
		`<?xml version="1.0"?><!-- a - b --><!DOCTYPE rss [<!ENTITY x "y">]>${rss(item).slice(21)}`,
	],
	[
		"a comment that speaks of <rss>",
		`<!-- not <rss> nor <feed> -->${rss(item).slice(21)}`,
	],
	[
		"> in an attribute",
		rss('<item a="x > y"><guid>1</guid><title>One</title></item>'),
	],
	[
		"names in other letters",
		rss("<ITEM><GUID>1</GUID><Title>One</Title></ITEM>"),
	],
	[
		"]]> in the words",
		rss(
			"<item><guid>1</guid><title>One</title><description>a ]]&gt; b</description></item>",
		),
	],
])("takes %s as it is", async (_, text) => {
	const feed = await parseText(text);
	expect(feed.bozo).toBe(false);
	expect(feed.items[0]).toMatchObject({ id: "1", title: "One" });
});

test("a feed that breaks off ends with the last item whose id and title are whole", async () => {
	const second = "<item><guid>2</guid><title>Two</title>";
	const whole = rss(`${item}${second}<description><![CDATA[words`);
	const [start, titled] = ["<guid>2", "Two</title>"].map((part) =>
		whole.indexOf(part),
	) as [number, number];
	for (let length = start; length <= whole.indexOf("words") + 5; length++) {
		const feed = await parseText(whole.slice(0, length));
		const isWhole = length >= titled + "Two</title>".length;
		const ids = feed.items.map(({ id }) => id);
		expect(ids).toEqual(isWhole ? ["1", "2"] : ["1"]);
		expect(feed.bozo).toBe(true);
	}
});

test("an item that breaks off before its id is left for the next fetch", async () => {
	const late = "<item><title>Two</title><link>http://a.example/2</link><guid>2";
	const feed = await parseText(rss(item + late).replace(/<\/channel.*/, ""));
	expect(feed.items.map(({ id }) => id)).toEqual(["1"]);
});

test.each([
	["CDATA that never ends", "<description><![CDATA[ one</description>"],
	["a title whose CDATA never ends", "<source><![CDATA[ x</source>"],
	["a comment that never ends", "<!-- one"],
	["an instruction that never ends", "<?php one "],
])("%s hides no later item", async (_, slip) => {
	const feed = await parseText(
		rss(`<item><guid>1</guid><title>One</title>${slip}</item>${item2}`),
	);
	expect(feed.items.map(({ title }) => title)).toEqual(["One", "Two"]);
	expect(feed.bozo).toBe(true);
});

const brokenJson =
	'{"version":"https://jsonfeed.org/version/1.1","authors":[{"name":"A"}],"items":[{"id":"1","title":"] } \\"","tags":["a"]},{"id":"2","title":"Two';

test("JSON that breaks off ends with its last whole item", async () => {
	const feed = await parseText(brokenJson);
	expect(feed.items).toMatchObject([{ id: "1", title: '] } "' }]);
	expect(feed.bozo).toBe(true);
	for (let length = 2; length < brokenJson.indexOf('"}]'); length++) {
		await expect(parseText(brokenJson.slice(0, length))).rejects.toThrow();
	}
});

test("what stands behind a JSON feed is passed over", async () => {
	const feed = await parseText(`${brokenJson}"}]} <!-- 0.2 s -->`);
	expect(feed.items.map(({ id }) => id)).toEqual(["1", "2"]);
	expect(feed.bozo).toBe(true);
});

const jsonStart =
	'{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[';

test.each([
	["a comma behind its last item", `{"id":"1","title":"One"},\n]}`],
	["a comma behind an item's last field", `{"id":"1","title":"One",}]}`],
	["a line end in a string", `{"id":"1","title":"One","summary":"a\n\tb"}]}`],
	[
		"a sign escaped for nothing",
		`{"id":"1","title":"One","summary":"it\\'s"}]}`,
	],
])("mends JSON with %s", async (_, rest) => {
	const feed = await parseText(jsonStart + rest);
	expect(feed.items).toMatchObject([{ id: "1", title: "One" }]);
	expect(feed.bozo).toBe(true);
});

test.each([
	["a warning", "<br />\n<b>Warning</b>: {x} in <b>feed.php</b><br />\n", ""],
	["a guard against scripts", ")]}',\n", ""],
	["a call", "callback(", ");"],
])("reads a JSON Feed behind %s", async (_, before, after) => {
	const json = `${jsonStart}{"id":"1","title":"One"}]}`;
	const feed = await parseText(before + json + after);
	expect(feed.items).toMatchObject([{ id: "1", title: "One" }]);
	expect(feed.bozo).toBe(true);
});

test("reads what JSON Feeds write in other shapes than the standard's", async () => {
	const { items, hub } = await parseText(
		`${jsonStart}
			{"id":12345678901234567891,"title":2026,"date_published":1795285800,"author":"Ana"},
			{"id":12345678901234567892,"date_published":1795285800000,"authors":[null,{"name":"Ana"},5,{"name":"Tom"}]},
			{"id":"https://a.example/3","author":[{"name":"Ana"}],"tags":["R&amp;D",7]},
			{"id":"4","authors":{"name":"Ana"},"author":{"name":"No"}}
		],"hubs":[null,{"type":"WebSub","url":"https://hub.example/"}]}`,
	);
	expect(hub).toBe("https://hub.example/");
	const published = "2026-11-21T18:30:00.000Z";
	expect(items).toMatchObject([
		{ id: "12345678901234567891", title: "2026", published, author: "Ana" },
		{ id: "12345678901234567892", published, author: "Ana, Tom" },
		{ link: "https://a.example/3", author: "Ana", categories: ["R&D"] },
		{ id: "4", link: null, author: "Ana" },
	]);
});

test("takes a page's document type before a feed for the slip it is", async () => {
	const feed = await parseText(`<!DOCTYPE html>\n${rss(item)}`);
	expect(feed.items).toMatchObject([{ id: "1" }]);
});

test("reads past megabytes of blanks and comments before a feed", async () => {
	for (const junk of [" ".repeat(9e6), `<!--${"x ".repeat(5e6)}-->`]) {
		const feed = await parseText(
			`<?xml version="1.0"?>${junk}<rss>${item}</rss>`,
		);
		expect(feed.items).toMatchObject([{ id: "1" }]);
		expect(feed.bozo).toBe(true);
	}
});

test("an instruction behind a feed is no slip", async () => {
	expect((await parseText(`${rss(item)}<?x y?><!-- a > b -->`)).bozo).toBe(
		false,
	);
});

test("an entity bomb stays words", async () => {
	const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${rss("<item><guid>1</guid><title>x &b; y</title></item>")}`;
	expect((await parseText(bomb)).items[0]?.title).toBe("x &b; y");
});

const accents = "<item><guid>1</guid><title>Tarifs relevés</title></item>";
const declared = (encoding: string, inside = accents) =>
	rss(inside).replace("?>", ` encoding="${encoding}"?>`);
const cyrillic = Buffer.concat([
	Buffer.from(
		'<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><guid>1</guid><title>',
	),
	Buffer.from([0xd2, 0xe0, 0xf0, 0xe8, 0xf4]),
	Buffer.from("</title></item></channel></rss>"),
]);
const big5 = Buffer.concat([
	Buffer.from(
		'<?xml version="1.0" encoding="big5"?><rss version="2.0"><channel><item><guid>1</guid><title>',
	),
	Buffer.from([0xc3, 0xf6, 0xb5, 0x7c]),
	Buffer.from("</title></item></channel></rss>"),
]);
/** UTF-8, save that each `#` is the é of windows-1252. */
function withSlips(text: string): Buffer {
	const bytes = Buffer.from(text);
	return Buffer.from(bytes.map((byte) => (byte === 0x23 ? 0xe9 : byte)));
}
function utf32(text: string, isLittle: boolean): Buffer {
	const bytes = Buffer.alloc(4 * [...text].length);
	[...text].forEach((letter, at) => {
		const code = letter.codePointAt(0) ?? 0;
		if (isLittle) bytes.writeUInt32LE(code, 4 * at);
		else bytes.writeUInt32BE(code, 4 * at);
	});
	return bytes;
}
const utf16be = Buffer.from(`\ufeff${declared("UTF-16")}`, "utf16le").swap16();

test.each<[string, Buffer, string | null, string, boolean]>([
	[
		"UTF-8 undeclared",
		Buffer.from(rss(accents)),
		null,
		"Tarifs relevés",
		false,
	],
	[
		"declared ISO-8859-1",
		Buffer.from(declared("ISO-8859-1"), "latin1"),
		null,
		"Tarifs relevés",
		false,
	],
	[
		"HTTP's charset",
		Buffer.from(rss(accents), "latin1"),
		"text/xml; charset=iso-8859-1",
		"Tarifs relevés",
		false,
	],
	[
		"UTF-8 with a slip of windows-1252",
		withSlips(rss(accents).replace("relevés", "«relevés» d’#t#")),
		null,
		"Tarifs «relevés» d’été",
		true,
	],
	["windows-1251", cyrillic, null, "Тариф", false],
	["Big5", big5, null, "關稅", false],
	[
		"UTF-32 with a mark",
		utf32(`\ufeff${declared("UTF-32")}`, false),
		null,
		"Tarifs relevés",
		false,
	],
	[
		"UTF-32 without a mark",
		utf32(rss(accents), true),
		null,
		"Tarifs relevés",
		false,
	],
	["UTF-16 with a mark", utf16be, null, "Tarifs relevés", false],
	[
		"UTF-16 without a mark",
		Buffer.from(rss(accents), "utf16le"),
		null,
		"Tarifs relevés",
		false,
	],
	[
		"Latin-1 that nobody declares",
		Buffer.from(rss(accents), "latin1"),
		null,
		"Tarifs relevés",
		true,
	],
	[
		"Latin-1 that claims UTF-8",
		Buffer.from(declared("UTF-8"), "latin1"),
		null,
		"Tarifs relevés",
		true,
	],
	[
		"UTF-8 that HTTP calls Latin-1",
		Buffer.from(declared("UTF-8")),
		"text/xml; charset=iso-8859-1",
		"Tarifs relevés",
		true,
	],
	[
		"ASCII that calls itself Latin-1",
		Buffer.from(declared("ISO-8859-1").replace("Tarifs relevés", "Tarifs")),
		null,
		"Tarifs",
		false,
	],
	[
		"UTF-8 that claims UTF-16",
		Buffer.from(declared("UTF-16")),
		null,
		"Tarifs relevés",
		false,
	],
	[
		"an encoding nobody knows",
		Buffer.from(declared("x-klingon")),
		null,
		"Tarifs relevés",
		true,
	],
])("decodes %s", async (_, bytes, contentType, title, bozo) => {
	const feed = await parseFeed(bytes, { contentType });
	expect(feed.items[0]?.title).toBe(title);
	expect(feed.bozo).toBe(bozo);
});

test.each<[string, string | Uint8Array]>([
	["the page is empty", ""],
	["the page is empty", " \n"],
	[
		"the page is HTML, not a feed: is the address right?",
		"<!doctype html><html><body>&lt;rss&gt; <rss> feeds</body></html>",
	],
	[
		"the page is HTML, not a feed: is the address right?",
		"<html><head><title>x</title></head></html>",
	],
	["the page is JSON, but no feed: is the address right?", '{"error":"no"}'],
	["the page is broken JSON, not a feed", '{"version":'],
	["the file is a PDF, not a feed", "%PDF-1.7"],
	[
		"the file is a picture, not a feed",
		new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
	],
	[
		"the page is XML that is no feed (its root is urlset)",
		"<?xml version='1.0'?><urlset></urlset>",
	],
	["the page is text, not a feed", "Too many requests"],
	[
		"the page is a list of feeds (OPML): take them in with `tradewire feeds import FILE`",
		'<opml version="2.0"><head/><body><outline xmlUrl="/f"/></body></opml>',
	],
])("says: %s", async (message, content) => {
	const bytes = typeof content === "string" ? Buffer.from(content) : content;
	const error = await parseFeed(bytes).catch((reason: unknown) => reason);
	expect(error).toBeInstanceOf(FeedError);
	expect(error).toHaveProperty("message", message);
});

test("a feed without anything in it is a feed", async () => {
	expect(await parseText("<rss></rss>")).toMatchObject({
		format: "rss",
		items: [],
	});
	expect(
		(await parseText("<feed><entry/><entry></entry></feed>")).items,
	).toHaveLength(2);
	expect(await parseText("<feed/>")).toMatchObject({
		format: "atom",
		items: [],
	});
});

test.each([
	["beginnings without ends", "<"],
	["open titles", "<title>"],
	["open strange elements", "<a>"],
	["open quotes", '<a b="'],
	["comments that never end", "<!--"],
	["CDATA that never ends", "<description><![CDATA["],
	["nested elements", "<category>"],
	["open HTML in texts", "&lt;h"],
	["HTML in HTML", "<b>"],
	["HTML in HTML, escaped", "&lt;div>"],
	["items", "<item>"],
	["ampersands", "&#x26;amp;"],
])(
	"reads two hundred thousand letters of %s in linear time",
	async (_, piece) => {
		const inside = piece.repeat(Math.ceil(2e5 / piece.length));
		const started = performance.now();
		await parseText(rss(`<item><guid>1</guid><description>${inside}`));
		await parseText(rss(`<item><guid>1</guid>${inside}`));
		await parseText(rss(`<item><title>${inside}</title></item>`));
		expect(performance.now() - started).toBeLessThan(20_000);
	},
	60_000,
);

test("reads something out of any broken feed", async () => {
	const pieces = fc.constantFrom(
		"<rss>",
		"<channel>",
		"<item>",
		"</item>",
		"<title>",
		"</title>",
		"<![CDATA[",
		"]]>",
		"<!--",
		"&",
		"&amp;",
		"<guid a='",
		"<link/>",
		"</rss>",
		"<feed>",
		"<entry>",
		"<_>",
		"<author><name>",
		"<entry></entry>",
		"<item/>",
		"<link>",
		"é",
		"\u0000",
		"<updated>x</updated>",
		"{",
		"<media:group>",
		"<description><p>",
		"<constructor>",
		"<__proto__>",
	);
	const roots = fc.constantFrom("rss", "feed", "rdf:RDF");
	await fc.assert(
		fc.asyncProperty(
			roots,
			fc.array(pieces, { maxLength: 40 }),
			async (root, parts) => {
				const feed = await parseText(`<${root}>${parts.join("")}`);
				expect(["rss", "atom", "rdf"]).toContain(feed.format);
			},
		),
		{ numRuns: 500 },
	);
});

test("reads no half letter out of JSON", async () => {
	const feed = await parseText(
		'{"version":"https://jsonfeed.org/version/1","title":"a\\ud83d","items":[{"id":"1","title":"b\\ude00 \\ud83d\\ude00"}]}',
	);
	expect(feed.title).toBe("a\ufffd");
	expect(feed.items[0]?.title).toBe("b\ufffd 😀");
});

test("a channel in a channel ends no feed of CDF before its last item", async () => {
	const item = (title: string) =>
		`<ITEM HREF="/${title}"><TITLE>${title}</TITLE></ITEM>`;
	const cdf = `<CHANNEL>${item("a")}<CHANNEL>${item("b")}</CHANNEL>${item("c")}</CHANNEL>`;
	const feed = await parseFeed(Buffer.from(cdf));
	expect(feed.items.map(({ title }) => title)).toEqual(["a", "b", "c"]);
	expect(feed.bozo).toBe(false);
});

test("a prefix that is not declared is taken for the usual one, and that is a slip", async () => {
	const inside = "<item><title>A</title><dc:creator>Ann</dc:creator></item>";
	const slipped = await parseText(rss(inside));
	expect(slipped).toMatchObject({ bozo: true, items: [{ author: "Ann" }] });
	const declared = rss(inside).replace("<rss ", '<rss xmlns:dc="urn:x" ');
	const { bozo, items } = await parseText(declared);
	expect([bozo, items[0]?.author]).toEqual([false, "Ann"]);
});

test("reads CDF, whose items have their addresses and dates as attributes", async () => {
	const cdf = `<?xml version="1.0"?><CHANNEL HREF="https://wire.example/"><TITLE>Wire</TITLE>
		<ITEM HREF="/steel" LASTMOD="2026-11-02T10:05-05:00"><TITLE>Steel</TITLE><ABSTRACT>Tariffs rise</ABSTRACT></ITEM></CHANNEL>`;
	const feed = await parseFeed(Buffer.from(cdf));
	const wire = { title: "Wire", link: "https://wire.example/", bozo: false };
	expect(feed).toMatchObject(wire);
	expect(feed.items[0]).toMatchObject({
		title: "Steel",
		link: "https://wire.example/steel",
		summary: "Tariffs rise",
		updated: "2026-11-02T15:05:00.000Z",
	});
});

test.each([
	[
		"XML",
		'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://one.example/"/><link rel="hub" href="https://two.example/"/></feed>',
	],
	[
		"JSON",
		'{"version":"https://jsonfeed.org/version/1.1","items":[],"hubs":[{"type":"rssCloud","url":"https://cloud.example/"},{"type":"WebSub","url":"https://one.example/"},{"url":"https://two.example/"}]}',
	],
])("names every hub of a feed in %s", async (_, text) => {
	const { hub, otherHubs } = await parseFeed(Buffer.from(text));
	expect([hub, otherHubs]).toEqual([
		"https://one.example/",
		["https://two.example/"],
	]);
});
