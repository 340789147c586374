import { expect, test } from "vitest";
import { parseFeed } from "../../src/feeds/parse-feed.ts";

async function rssItem(inside: string) {
	const text = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml" xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item>${inside}</item></channel></rss>`;
	return (await parseFeed(Buffer.from(text))).items[0];
}

async function atomEntry(inside: string) {
	const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`;
	return (await parseFeed(Buffer.from(text))).items[0];
}

test.each([
	[
		"XHTML beside the description",
		"<description>Short</description><x:body><p>Long</p></x:body>",
		{ summary: "Short", content: "<p>Long</p>" },
	],
	[
		"the second of two short texts as the long one",
		"<description>First</description><summary>Second</summary>",
		{ summary: "First", content: "Second" },
	],
	[
		"Atom's content in RSS",
		'<atom:content type="html">&lt;p>Body&lt;/p></atom:content>',
		{ summary: null, content: "<p>Body</p>" },
	],
	[
		"the last link where there are several",
		"<link>https://a.example/1</link><link>https://a.example/2</link>",
		{ link: "https://a.example/2" },
	],
	[
		"the last date where there are several",
		"<pubDate>01 Nov 2026 10:00:00 GMT</pubDate><pubDate>02 Nov 2026 10:00:00 GMT</pubDate>",
		{ published: "2026-11-02T10:00:00.000Z" },
	],
	[
		"categories of every kind, each once",
		'<category>Steel</category><m:category label="Metals">x</m:category><i:category text="Trade"><i:category text="Law"/></i:category><atom:category term="Steel"/>',
		{ categories: ["Steel", "Metals", "Trade", "Law"] },
	],
	[
		"keywords and tags between commas as categories",
		"<i:keywords>steel, quotas</i:keywords><m:keywords>Steel</m:keywords><tags>duty,steel,</tags>",
		{ categories: ["steel", "quotas", "Steel", "duty"] },
	],
	[
		"the picture that an old iTunes link names",
		'<i:link rel="image" href="https://a.example/a.jpg"/><i:link rel="page" href="https://a.example/b"/>',
		{ image: "https://a.example/a.jpg" },
	],
	[
		"the address in its guid where its link leads nowhere",
		"<link>javascript:void(0)</link><guid>https://a.example/1</guid>",
		{ link: "https://a.example/1" },
	],
	[
		"no address in a guid that says, in whatever letters, to be none",
		'<guid ispermalink="FALSE">https://a.example/1</guid>',
		{ id: "https://a.example/1", link: null },
	],
	[
		"an address whose & was escaped twice",
		"<link><![CDATA[https://a.example/?a=1&amp;b=2&#038;c=3]]></link>",
		{ link: "https://a.example/?a=1&b=2&c=3" },
	],
	[
		"an address that begins with its host",
		"<link>www.a.example/1</link>",
		{ link: "https://www.a.example/1" },
	],
	[
		"an address broken over two lines",
		"<link>\n  https://a.example/steel-\n  duties and more\n</link>",
		{ link: "https://a.example/steel-duties%20and%20more" },
	],
	[
		"an address without a scheme",
		"<link>//a.example/1</link>",
		{ link: "https://a.example/1" },
	],
	[
		"an address with letters that nobody sees around it",
		"<link>\u200bhttps://a.example/1\u200b </link>",
		{ link: "https://a.example/1" },
	],
	[
		"no address whose host has letters that no host has",
		'<link>http://"a.example/1</link>',
		{ link: null },
	],
	[
		"no address that would be shown backwards",
		"<link>https://a.example/\u202egpj.1</link>",
		{ link: "https://a.example/%E2%80%AEgpj.1" },
	],
	[
		"an address against the link's own base",
		'<link xml:base="https://a.example/b/">1</link>',
		{ link: "https://a.example/b/1" },
	],
	[
		"a picture written as RSS writes a feed's",
		"<image><url>https://a.example/a.jpg</url><title>Logo</title></image><title>One</title>",
		{ title: "One", image: "https://a.example/a.jpg" },
	],
	[
		"a picture that is nothing but its address",
		"<image>https://a.example/a.jpg</image>",
		{ image: "https://a.example/a.jpg" },
	],
	[
		"the day that stands in its address alone",
		"<link>https://gazette.example/nota.php?codigo=5785&amp;fecha=05/11/2026</link>",
		{ published: "2026-11-05T00:00:00.000Z" },
	],
	[
		"no day in an address that has none",
		"<link>https://gazette.example/nota.php?fecha=45/11/2026</link>",
		{ published: null },
	],
	[
		"an author's name before the mail address",
		"<author>Ana Ruiz &lt;ana@a.example&gt;</author>",
		{ author: "Ana Ruiz" },
	],
	[
		"an author's name before the mail address in parentheses",
		"<author>Ana Ruiz (ana@a.example)</author>",
		{ author: "Ana Ruiz" },
	],
	[
		"Atom's author in RSS",
		"<atom:author><atom:name>Ana Ruiz</atom:name><atom:email>ana@a.example</atom:email></atom:author>",
		{ author: "Ana Ruiz" },
	],
	[
		"a title without what stands in it for machines",
		"<title>Steel&lt;script>steal()&lt;/script> duty&lt;!-- and</title>",
		{ title: "Steel duty" },
	],
	[
		"quotation marks that came as windows-1252 controls",
		"<title>Canada\u0092s duty</title>",
		{ title: "Canada’s duty" },
	],
])("takes %s", async (_, inside, expected) => {
	expect(await rssItem(inside)).toMatchObject(expected);
});

test("takes for an entry's page no enclosure, though both are written as words", async () => {
	const inside = ["alternate", "enclosure"].map(
		(rel) => `<link rel="${rel}">https://a.example/${rel}</link>`,
	);
	for (const links of [inside, inside.toReversed()]) {
		const entry = await atomEntry(links.join(""));
		expect(entry?.link).toBe("https://a.example/alternate");
	}
});

test.each([
	[
		"relation by IANA's address for it",
		'<link rel="http://www.iana.org/assignments/relation/alternate" href="https://a.example/1"/>',
	],
	[
		"relation in other letters",
		'<link rel="Self" href="https://a.example/s"/><link rel="Alternate" href="https://a.example/1"/>',
	],
	["base of its own", '<link xml:base="https://a.example/" href="1"/>'],
	[
		"content that stands elsewhere",
		'<content type="text/html" src="https://a.example/1"/>',
	],
])("finds an entry's page by the %s", async (_, inside) => {
	expect((await atomEntry(inside))?.link).toBe("https://a.example/1");
});

test.each(["script", "style", "textarea", "title", 'a id="x"', "x:b", "svg"])(
	"an empty <%s/> of XHTML swallows nothing",
	async (tag) => {
		const entry = await atomEntry(
			`<content type="xhtml"><div><p>One<br/>two</p><${tag}/><p>Three</p></div></content>`,
		);
		expect(entry?.content).toMatch(
			/^<div><p>One<br \/>two<\/p>(?:<a><\/a>|<b><\/b>)?<p>Three<\/p><\/div>$/,
		);
	},
);

const base64 = (words: string) => Buffer.from(words).toString("base64");

test.each([
	[
		"content of another type, which is base64",
		`<content type="application/octet-stream">${base64("A <b>duty</b>")}</content>`,
		"A <b>duty</b>",
	],
	[
		"words that only look like base64",
		'<content type="x/y">steeldutyorders</content>',
		"steeldutyorders",
	],
	[
		"XML of another type as it stands",
		'<content type="application/xhtml+xml"><p>Duty</p></content>',
		"<p>Duty</p>",
	],
])("takes %s", async (_, inside, content) => {
	expect(await atomEntry(inside)).toMatchObject({ content });
});

test("an Atom feed's author wrote what names none, wherever the feed says so", async () => {
	const text =
		"<feed><entry><title>1</title></entry><entry><title>2</title><author><name>Ana</name></author></entry><author><name>Desk</name></author></feed>";
	const { items } = await parseFeed(Buffer.from(text));
	expect(items.map(({ author }) => author)).toEqual(["Desk", "Ana"]);
});

test.each([
	["/steel/1", "https://wire.example/steel/1"],
	["steel/1", "https://wire.example/trade/steel/1"],
	["//cdn.example/1", "https://cdn.example/1"],
	["steel-1", "steel-1"],
	["tag:wire.example,2026:steel/1", "tag:wire.example,2026:steel/1"],
	["http://wire.example/1", "http://wire.example/1"],
	["and/or it may be words", "and/or it may be words"],
])("reads Atom's id %s as %s", async (written, id) => {
	const text = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><id>${written}</id></entry></feed>`;
	const { items } = await parseFeed(Buffer.from(text), {
		url: "https://wire.example/trade/feed.xml",
	});
	expect(items[0]?.id).toBe(id);
});
