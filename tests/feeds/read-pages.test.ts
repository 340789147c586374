import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { isGazetteIssue } from "../../src/feeds/gazette-issue.ts";
import { type PageReader, parseFeed } from "../../src/feeds/parse-feed.ts";

const folder = "https://gazette.example/rp-pr/p1/2026/2026-11-21/html";

async function read(main: string, url: string, reader: PageReader) {
	const html = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><nav><ul><li><a href="${folder}/nav.html">Jobs</a></ul></nav><main property="mainContentOfPage">${main}</main><footer><a href="${folder}/contact.html">Contact</a></footer></body></html>`;
	const { items } = await parseFeed(Buffer.from(html), { url, reader });
	return items;
}

describe("an issue's contents", () => {
	const url = `${folder}/index-eng.html`;

	test("gives the notices of Part I with what they stand under, and no section's page", async () => {
		const items = await read(
			`<h1 id="wb-cont">Canada Gazette, Part I, Volume 160, Number 47:&nbsp;Index</h1>
			<p><a href="../pdf/g1-16047.pdf">PDF</a> <a href="/rp-pr/p1/2026/2026-11-14/html/index-eng.html">Previous</a></p>
			<h2><a href="./commis-eng.html">Commissions</a></h2>
			<h3>Canadian International Trade Tribunal</h3>
			<h4>Inquiry</h4>
			<ul><li> <a href="./commis-eng.html#cs1">Steel strapping&nbsp;&mdash;&nbsp;Determination</a></li>
			<li><a href="commis-eng.html#cs2">Wire <em>rod</em></a></li></ul>
			<h2>Proposed regulations</h2><a href="./reg-eng.html">Proposed regulations</a>
			<h3>Finance, Dept. of</h3>
			<ul><li><a href="./reg1-eng.html">Tariff Quota Regulations</a><a href="#fn1">1</a></li></ul>`,
			url,
			"gazette-contents",
		);
		expect(items).toMatchObject([
			{
				id: `${folder}/commis-eng.html#cs1`,
				title: "Steel strapping — Determination",
				published: "2026-11-21T00:00:00.000Z",
				summary:
					"Commissions · Canadian International Trade Tribunal · Inquiry",
			},
			{ id: `${folder}/commis-eng.html#cs2`, title: "Wire rod" },
			{
				id: `${folder}/reg1-eng.html`,
				title: "Tariff Quota Regulations",
				summary: "Proposed regulations · Finance, Dept. of",
			},
		]);
	});

	test("gives the instruments of Part II with act and number", async () => {
		const items = await read(
			`<ul class="list-unstyled"><li> <a href="sor-dors203-eng.html"> Surtax Order&nbsp;&mdash;&nbsp;Order Amending the <br>
				Customs
				Tariff </a> <br> SOR/2026-203 <br> 07/11/26 <br> new </li>
			<li><a href="si-tr60-eng.html">Order Fixing a Day</a><br>SI/2026-60</li></ul>`,
			url,
			"gazette-contents",
		);
		expect(items).toMatchObject([
			{
				id: `${folder}/sor-dors203-eng.html`,
				title: "Surtax Order — Order Amending the",
				summary: "Customs Tariff · SOR/2026-203",
			},
			{ title: "Order Fixing a Day", summary: "SI/2026-60" },
		]);
	});

	test.each([
		["an error page that answers 200", "<h1>We could not find that page</h1>"],
		["links that lead elsewhere", '<a href="https://evil.example/x">Order</a>'],
	])("that lists nothing is refused: %s", async (_, main) => {
		const reading = read(main, url, "gazette-contents");
		await expect(reading).rejects.toThrow("lists nothing of an issue");
	});
});

test("a document gives its own title, and its text in parts from anchor to anchor", async () => {
	const url = `${folder}/commis-eng.html`;
	const items = await read(
		`<h1 id="wb-cont">Canada Gazette, Part I, Volume 160, Number 47: COMMISSIONS</h1>
		<p>November 21, 2026</p><h2 id="cs1">Trade Tribunal</h2><h3>Steel strapping</h3><p>A duty of 25%.</p>
		<h2 id='cs2'>Wire rod</h2><script>hidden()</script><p>None.</p>`,
		url,
		"document",
	);
	expect(items.map(({ id }) => id.slice(url.length))).toEqual([
		"",
		"#wb-cont",
		"#cs1",
		"#cs2",
	]);
	expect(items[0]).toMatchObject({ title: "Trade Tribunal", content: null });
	const words = items.map(({ content }) =>
		content
			?.replace(/<[^>]+>/g, " ")
			.split(/\s+/)
			.filter(Boolean)
			.join(" "),
	);
	expect(words.slice(2)).toEqual([
		"Trade Tribunal Steel strapping A duty of 25%.",
		"Wire rod None.",
	]);
});

test("a page without a main part is all main, however deep", async () => {
	const url = `${folder}/reg1-eng.html`;
	const html = `<html><h1>Tariff Quota Regulations</h1>${"<div>".repeat(20_000)}text`;
	const { items } = await parseFeed(Buffer.from(html), {
		url,
		reader: "document",
	});
	expect(items[0]).toMatchObject({ title: "Tariff Quota Regulations" });
	expect(items[0]?.content).toContain("text");
});

test.each([
	["no main part", "", ""],
	[
		"a main part by its role",
		'<div class=a><div role="main"><div>',
		"</div></div></div><div>Contact us</div>",
	],
])(
	"menus and margins are no part of a page with %s",
	async (_, before, after) => {
		const html = `<html><body><header><a href="/">Home</a></header><nav><ul><li>Tariffs<nav>More</nav></ul></nav>${before}<h1>Notice</h1><aside>Related: <b>steel</b></aside><p>Fees rise.</p>${after}<footer>About</footer></body></html>`;
		const url = "https://port.example/1";
		const { items } = await parseFeed(Buffer.from(html), {
			url,
			reader: "document",
		});
		const words = items.map(({ content }) => content?.replace(/<[^>]+>/g, " "));
		expect(words.join(" ").split(/\s+/).filter(Boolean)).toEqual([
			"Notice",
			"Fees",
			"rise.",
		]);
	},
);

test("a page of anchors without end keeps its text in as many parts as any page has", async () => {
	const items = await read(
		`${"<p id=a>x</p>".repeat(5000)}<p>end</p>`,
		`${folder}/reg1-eng.html`,
		"document",
	);
	expect(items.length).toBeLessThan(1000);
	expect(items.at(-1)?.content).toContain("end");
});

test("a feed of issues is read as any feed", async () => {
	const rss = `<rss version="2.0"><channel><item><title>Part I</title><link>${folder}/index-eng.html</link></item></channel></rss>`;
	const feed = await parseFeed(Buffer.from(rss), { reader: "canada-gazette" });
	expect(feed.items).toMatchObject([{ title: "Part I" }]);
});

test.each([
	[`${folder}/index-eng.html`, true],
	[
		"https://gazette.gc.ca/rp-pr/p2/2026/2026-07-31-x6/html/extra6-eng.html",
		true,
	],
	[
		"https://gazette.gc.ca/rp-pr/p2/2019/2019-03-31-c1/html/index-eng.html",
		false,
	],
	["https://gazette.gc.ca/rp-pr/p2/2026/index-eng.html", false],
	["https://gazette.gc.ca/rp-pr/p2/2026/2026-07-31/pdf/g2-16016.pdf", false],
	[null, false],
])("an issue by its address: %s", (address, is) => {
	expect(isGazetteIssue(address)).toBe(is);
});

test("whatever a page is, it is read or refused", async () => {
	const pieces = fc.array(
		fc.constantFrom(
			...["<main>", "</main>", "<h1>", "</h2>", "<a href='x.html#1'>", "</a>"],
			...["<li>", "<td>", "<tr>", "<table>", "</table>", "<p id=a>", "<br>"],
			...["2026-11-21", "<a href='::'>", "<!--", "<script>", "&#0;", "\ud800"],
			...["<html lang=fr>", "SOR/2026-1", " a ", "<", '"', "<title>"],
		),
		{ maxLength: 40 },
	);
	const readers = ["document", "gazette-contents", "notices"] as const;
	const urls = [`${folder}/index-eng.html`, `${folder}/a.html`, null];
	await fc.assert(
		fc.asyncProperty(
			pieces,
			fc.constantFrom(...readers),
			fc.constantFrom(...urls),
			async (parts, reader, url) => {
				const bytes = Buffer.from(`<html>${parts.join("")}`);
				const reading = parseFeed(bytes, { url, reader });
				const feed = await reading.catch((error) => {
					expect(error).toBeInstanceOf(FeedError);
				});
				for (const { id, title, content } of feed?.items ?? []) {
					expect(id).not.toBe("");
					expect(`${title} ${content}`).not.toMatch(/<script|\p{Cs}/u);
				}
			},
		),
		{ numRuns: 2000 },
	);
});
