import { expect, test } from "vitest";
import type { Article } from "../../src/news/article.ts";
import { makeStoryTeller } from "../../src/news/story-teller.ts";
import { tellStory } from "../../src/news/tell-story.ts";

const day = 24 * 60 * 60 * 1000;
const start = Date.parse("2026-03-02T12:00:00Z");
let count = 0;

interface Given {
	readonly title: string;
	readonly summary?: string;
	readonly body?: string;
	readonly url?: string;
	readonly outlet?: string;
	readonly language?: string;
	readonly days?: number;
}

function article({ days = 0, ...given }: Given): Article {
	return {
		id: `article-${++count}`,
		feedId: "feed",
		url: null,
		outlet: "The Gazette",
		kind: "media",
		language: "en",
		summary: "",
		body: "",
		published: null,
		detected: new Date(start + days * day),
		...given,
	};
}

/** What the second does to the story of the first. */
function changeOf(first: Given, second: Given): string {
	const { story } = tellStory(article(first), []);
	return tellStory(article(second), [story]).change;
}

const surtax: Given = {
	title: "Ottawa puts 35% surtax on rebar from Turkey",
	summary:
		"Canada will charge a 35 per cent surtax on Turkish rebar, Finance Minister Jo Park said in Hamilton on Monday, after mills complained of dumping.",
};

test.each<[string, Given, Given]>([
	[
		"another outlet's rewording",
		surtax,
		{
			title: "Canada hits Turkish rebar with 35 per cent surtax",
			summary:
				"Finance Minister Jo Park announced in Hamilton a surtax of 35% on rebar from Turkey, answering mills that complained of dumping.",
			outlet: "Wire One",
			days: 0.1,
		},
	],
	[
		"a near-copy",
		surtax,
		{
			...surtax,
			title: "Ottawa puts 35% surtax on rebar from Turkey | Wire Two",
		},
	],
	[
		"a snippet without the full text",
		{
			title: surtax.title,
			body: `${surtax.summary} ${"More was said. ".repeat(40)}`,
		},
		{ title: "Turkish rebar surtax set at 35%", days: 0.3 },
	],
	[
		"the same address, whatever the title",
		{
			title: "First draft of a headline",
			url: "https://www.paper.example/a/1?utm_source=x",
		},
		{
			title: "Something else altogether",
			url: "https://paper.example/a/1/#top",
			days: 9,
		},
	],
	[
		"the same title in another feed",
		{ title: "Mexico opens antidumping case on hot-rolled coil - Paper" },
		{
			title: "Mexico opens antidumping case on hot-rolled coil",
			days: 1,
			outlet: "X",
		},
	],
	[
		"the same event in another language",
		{
			...surtax,
			title: "Jo Park slaps 35% surtax on Turkish rebar in Hamilton",
		},
		{
			title:
				"Jo Park impose une surtaxe de 35 % sur les barres turques à Hamilton",
			summary:
				"Le ministre Jo Park a annoncé à Hamilton une surtaxe de 35 pour cent.",
			language: "fr",
			outlet: "Le Quotidien",
			days: 0.2,
		},
	],
])("joins %s", (_, first, second) => {
	expect(changeOf(first, second)).toBe("joined");
});

test.each<[string, Given, Given]>([
	[
		"the same words with the roles turned round",
		{ title: "Canada hits US steel with new duties" },
		{ title: "US hits Canadian steel with new duties" },
	],
	[
		"this month's review meeting after last month's",
		{ title: "Ministers meet in Ottawa for review of the pact" },
		{ title: "Ministers meet in Ottawa for review of the pact", days: 30 },
	],
	[
		"another event of the beat",
		surtax,
		{
			title: "US trade court hears softwood lumber appeal",
			summary:
				"Judges in New York heard the softwood appeal by mills in Quebec.",
		},
	],
	[
		"another notice on the same page of the Canada Gazette",
		{
			title: "Steel strapping: determination",
			url: "https://gazette.gc.ca/rp-pr/p1/2026/2026-11-21/html/commis-eng.html#cs1",
		},
		{
			title: "Appeal on frozen vegetables",
			url: "https://gazette.gc.ca/rp-pr/p1/2026/2026-11-21/html/commis-eng.html#cs2",
		},
	],
	[
		"another country's measure on the same goods",
		surtax,
		{
			title: "Brazil sets quota on wire rod imports",
			summary: "Brasilia said imports of wire rod would be capped from May.",
		},
	],
])("keeps apart %s", (_, first, second) => {
	expect(changeOf(first, second)).toBe("new");
});

test.each<[string, Given]>([
	[
		"a new rate",
		{
			...surtax,
			title: "Ottawa raises surtax on rebar from Turkey to 50%",
			days: 1,
		},
	],
	[
		"a date to come",
		{
			...surtax,
			title: "Ottawa's 35% surtax on rebar from Turkey starts on April 15",
			days: 1,
		},
	],
	[
		"a turn of the decision",
		{
			...surtax,
			title: "Ottawa suspends 35% surtax on rebar from Turkey",
			days: 1,
		},
	],
])("speaks again for %s, once", (_, later) => {
	const { story } = tellStory(article(surtax), []);
	const told = tellStory(article(later), [story]);
	expect(told.change).toBe("material");
	expect(told.story.revision).toBe(2);
	const again = tellStory(article({ ...later, outlet: "Wire" }), [told.story]);
	expect(again.change).toBe("joined");
	expect(again.story.revision).toBe(2);
});

test("does not speak again for figures that an earlier body held", () => {
	const body =
		"The charge rises to 60 per cent on June 1 if talks fail, the order says.";
	const first = { title: surtax.title, summary: surtax.summary ?? "", body };
	const second = {
		...surtax,
		title: "Turkish rebar faces 35% surtax, 60% from June 1",
	};
	expect(changeOf(first, second)).toBe("joined");
});

test("adds each telling in order and keeps the first headline and id", () => {
	const one = article({ ...surtax, url: "https://a.example/1" });
	const first = tellStory(one, []).story;
	const second = article({ ...surtax, outlet: "Wire", days: 0.5 });
	const { story } = tellStory(second, [first]);
	expect(story).toMatchObject({
		id: first.id,
		headline: one.title,
		url: one.url,
	});
	expect(story.tellings.map(({ outlet }) => outlet)).toEqual([
		"The Gazette",
		"Wire",
	]);
	expect(story.lastToldAt).toEqual(second.detected);
	expect(tellStory(second, [story])).toEqual({ story, change: "joined" });
	expect(tellStory(one, []).story).toEqual(first);
});

/** A made-up name for each number, in letters. */
function nameOf(kind: string, index: number): string {
	const letters = [index, index / 26, index / 676].map((n) =>
		String.fromCharCode(97 + (Math.floor(n) % 26)),
	);
	return `${kind}${letters.join("")}k`;
}

test("tells each of ten thousand articles to its own story, four to each", {
	timeout: 60_000,
}, () => {
	const teller = makeStoryTeller();
	for (let i = 0; i < 10_000; i++) {
		const [mill, town, judge] = ["M", "T", "J"].map((kind) =>
			nameOf(kind, i % 2500),
		);
		const told = teller.tell(
			article({
				title: `${mill} wins ruling over ${town} duties`,
				summary: `Judge ${judge} ruled for ${mill} of ${town} in a tariff case.`,
				days: i / 5000,
			}),
		);
		expect(told.change === "new").toBe(i < 2500);
	}
});
