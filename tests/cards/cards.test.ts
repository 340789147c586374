import { expect, test } from "vitest";
import { catchUpCard } from "../../src/cards/catch-up-card.ts";
import { digestCard } from "../../src/cards/digest-card.ts";
import {
	changeCard,
	type StoryTold,
	storyCard,
} from "../../src/cards/story-card.ts";
import type { Card } from "../../src/chat/card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import type { Article } from "../../src/news/article.ts";
import type { Story, Telling } from "../../src/news/story.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { people } from "../../src/topics/people.ts";
import type { Topic } from "../../src/topics/topic.ts";

const say = sayIn("en");
const topic = (id: string, en: string, query: string): Topic => ({
	id,
	names: { en, fr: en, es: en },
	query,
	owner: null,
});
const steel = topic("steel-tariffs", "Steel tariffs", "steel tariff*");
const greer = topic("greer-statements", "Statements by Greer", "said:greer");

const article: Article = {
	id: "a1",
	feedId: "cbc",
	url: "https://example.org/steel",
	outlet: "CBC News",
	kind: "media",
	language: "en",
	published: new Date("2026-06-04T14:05:00Z"),
	detected: new Date("2026-06-04T14:06:00Z"),
	title: "U.S. doubles steel tariff",
	summary: "",
	body: "The United States doubled its tariff on imported steel to 50 per cent on Wednesday. The move takes effect at midnight. Canada said that it would answer soon.",
};
const telling = (
	outlet: string,
	url: string | null = "https://example.org/x",
): Telling => ({
	articleId: outlet === "CBC News" ? "a1" : outlet,
	outlet,
	title: `${outlet} tells it`,
	url,
	at: new Date("2026-06-04T14:05:00Z"),
	terms: [],
});
const story = (id: string, tellings = [telling("CBC News")]): Story => ({
	id,
	headline: "U.S. doubles steel tariff",
	url: "https://example.org/steel",
	language: "en",
	firstToldAt: new Date("2026-06-04T14:05:00Z"),
	lastToldAt: new Date("2026-06-04T15:05:00Z"),
	revision: 1,
	terms: [],
	figures: [],
	tellings,
});
const told = (more: Partial<StoryTold> = {}): StoryTold => ({
	story: story("5ca1ab1e"),
	article,
	statements: [],
	matches: [],
	topics: [steel],
	speakers: people,
	...more,
});

test("a story shows who tells it, its lead, why it came, and its source and date", () => {
	expect(cardText(storyCard(told(), say))).toBe(`U.S. doubles steel tariff
https://example.org/steel

The United States doubled its tariff on imported steel to 50 per cent on
Wednesday. The move takes effect at midnight.

Topic: Steel tariffs

> Why this?: /why 5ca1ab1e
> Story: /story 5ca1ab1e

CBC News · 2026-06-04 14:05 UTC`);
});

test.each([
	["official", "Official source: CBC News"],
	["opinion", "Opinion: CBC News"],
] as const)("marks an %s voice", (kind, voice) => {
	const card = storyCard(told({ article: { ...article, kind } }), say);
	expect(card.footer).toBe(`${voice} · 2026-06-04 14:05 UTC`);
});

test("a day without an hour stays that day, on every clock", () => {
	const published = new Date("2026-06-04T00:00:00Z");
	const card = storyCard(told({ article: { ...article, published } }), say);
	expect(card.footer).toBe("CBC News · 2026-06-04");
	const told4 = { ...story("4"), firstToldAt: published };
	const digest = {
		...{ date: "2026-06-04", zone: "America/Toronto", late: false },
		...{ rates: [], entries: [{ story: told4, topics: [steel] }] },
	};
	expect(digestCard(digest, say).blocks).toContainEqual(
		expect.objectContaining({
			items: [expect.objectContaining({ at: "2026-06-04" })],
		}),
	);
});

test("says when it was seen where the feed gives no date", () => {
	const card = storyCard(
		told({ article: { ...article, published: null } }),
		say,
	);
	expect(card.footer).toBe("CBC News · seen 2026-06-04 14:06 UTC");
});

test("names each other outlet once, with a link, and counts those beyond eight", () => {
	const others = ["Reuters", "La Presse", "Reuters", ..."abcdefgh"].map(
		(name) => telling(name),
	);
	const tellings = [telling("CBC News"), ...others, telling("CBC News")];
	const card = storyCard(told({ story: story("5ca1ab1e", tellings) }), say);
	const also = card.blocks.find(
		(block) => block.kind === "text" && block.spans[0]?.text === "Also: ",
	);
	expect(textOf(also)).toBe(
		"Also: Reuters, La Presse, a, b, c, d, e, f and 2 more",
	);
});

test("shows the article that brought it, and names an earlier outlet among the others", () => {
	const later = {
		...article,
		id: "r",
		outlet: "Reuters",
		title: "As Reuters has it",
	};
	const tellings = [telling("CBC News"), telling("Reuters")];
	const card = storyCard(
		told({ article: later, story: story("5ca1ab1e", tellings) }),
		say,
	);
	expect(card.title).toBe("As Reuters has it");
	expect(card.footer).toBe("Reuters · 2026-06-04 14:05 UTC");
	expect(textOf(card.blocks[1])).toBe("Also: CBC News");
});

test("quotes the person whose words a followed topic listens for, and nobody else", () => {
	const said = (speaker: string, quote: string | null) => ({
		field: "body" as const,
		speaker,
		cue: "said",
		text: "the deal must be balanced",
		quote,
		kind: "direct" as const,
		start: 0,
		end: 10,
	});
	const quoted = told({
		topics: [steel, greer],
		statements: [said("carney", "no"), said("greer", "“It must be balanced”")],
	});
	expect(textOf(storyCard(quoted, say).blocks[0])).toBe(
		"Jamieson Greer: “It must be balanced”",
	);
	const reported = told({ topics: [greer], statements: [said("greer", null)] });
	expect(textOf(storyCard(reported, say).blocks[0])).toBe(
		"Jamieson Greer (as reported): the deal must be balanced",
	);
	const other = told({ topics: [steel], statements: [said("greer", "no")] });
	expect(cardText(storyCard(other, say))).not.toContain("Greer");
});

test("says in the summary nothing that the quote has said, and no comma after it", () => {
	const body =
		"A lead about tariffs comes first here. “We will wait,” Greer said.";
	const start = body.indexOf("“We");
	const quote = "“We will wait,”";
	const greerSpoke = {
		field: "body" as const,
		speaker: "greer",
		cue: "said",
		text: quote,
		quote,
		kind: "direct" as const,
		start,
		end: start + quote.length,
	};
	const card = storyCard(
		told({
			article: { ...article, body },
			topics: [greer],
			statements: [greerSpoke],
		}),
		say,
	);
	expect(card.blocks.slice(0, 2).map(textOf)).toEqual([
		"Jamieson Greer: “We will wait”",
		"A lead about tariffs comes first here.",
	]);
});

test("cuts a text that never ends its sentence, and shows none where there is only a title", () => {
	const endless = { ...article, body: "tariff ".repeat(300) };
	const [summary] = storyCard(told({ article: endless }), say).blocks;
	expect(textOf(summary).length).toBeLessThanOrEqual(501);
	expect(textOf(summary)).toMatch(/tariff…$/);
	const bare = { ...article, body: "", summary: "" };
	expect(storyCard(told({ article: bare }), say).blocks).toHaveLength(1);
});

test("a change says what is new, in its own outlet's name", () => {
	const card = changeCard(
		told({
			article: { ...article, title: "Canada answers", outlet: "La Presse" },
		}),
		say,
	);
	expect(card.title).toBe("New in this story: Canada answers");
	expect(card.footer).toBe("La Presse · 2026-06-04 14:05 UTC");
});

test("a digest groups stories by topic, each once", () => {
	const entries = [
		{ story: story("1"), topics: [steel, greer] },
		{
			story: story(
				"2",
				[..."abcdef"].map((name) => telling(name)),
			),
			topics: [greer],
		},
		{ story: story("3"), topics: [steel] },
	];
	const card = digestCard(
		{
			date: "2026-06-04",
			zone: "America/Toronto",
			late: false,
			rates: [],
			entries,
		},
		say,
	);
	expect(card.title).toBe("Trade news digest, 2026-06-04");
	const groups = card.blocks.flatMap((block) =>
		block.kind === "headlines" ? [block] : [],
	);
	expect(groups.map(({ title, items }) => [title, items.length])).toEqual([
		["Steel tariffs", 2],
		["Statements by Greer", 1],
	]);
	expect(groups[1]?.items[0]?.outlet).toBe("a, b, c, d +2");
});

test("a digest holds thirty headlines, shared fairly, and says where the rest is", () => {
	const many = Array.from({ length: 50 }, (_, n) => ({
		story: story(`${n}`),
		topics: [steel],
	}));
	const few = Array.from({ length: 4 }, (_, n) => ({
		story: story(`g${n}`),
		topics: [greer],
	}));
	const card = digestCard(
		{
			date: "2026-06-04",
			zone: "UTC",
			late: true,
			rates: [],
			entries: [...many, ...few],
		},
		say,
	);
	const shown = card.blocks.flatMap((block) =>
		block.kind === "headlines" ? [block.items.length] : [],
	);
	expect(shown).toEqual([26, 4]);
	const text = cardText(card);
	expect(text).toContain('And 24 more: /news words:"Steel tariffs"');
	expect(text).toContain("This digest is late: I was not running at its time.");
	expect(text).toContain("54 stories on the topics followed here.");
});

test("an empty digest says so", () => {
	const card = digestCard(
		{ date: "2026-06-04", zone: "UTC", late: false, rates: [], entries: [] },
		say,
	);
	expect(cardText(card)).toContain(
		"No new stories on the topics followed here.",
	);
});

test("a catch-up tells what waited, the newest where not all fit", () => {
	const held = Array.from({ length: 32 }, (_, n) =>
		delivery({ ...storyCard(told(), say), title: `Post ${n}` }),
	);
	const card = catchUpCard(heldBack(held), say);
	const text = cardText(card);
	expect(card.title).toBe("32 posts that waited");
	expect(text).toContain("2 older posts are not listed here.");
	expect(text).not.toContain("Post 1\n");
	expect(text).toContain("- Post 31\n  CBC News · 2026-06-04 14:05 UTC");
});

test("a catch-up of five hundred says how many there are, and the lines that find the rest", () => {
	const shows = { articleId: "a1", topicIds: [steel.id, "gone", greer.id] };
	const held = Array.from({ length: 500 }, (_, n) => ({
		...delivery({ ...storyCard(told(), say), title: `Post ${n}` }),
		shows,
	}));
	const card = catchUpCard(heldBack(held), say);
	expect(card.title).toBe("500 posts that waited");
	expect(cardText(card, { width: 400 })).toContain(
		'470 older posts are not listed here. To look for them: /news words:"Steel tariffs" days:4d, /news words:"Statements by Greer" days:4d',
	);
	expect(JSON.stringify(card).length).toBeLessThan(10_000);
});

test("a catch-up tells a story once that was held as a post and in a digest", () => {
	const post = { ...storyCard(told(), say), title: "Steel", footer: "CBC" };
	const items = [
		{ title: "Steel", url: post.url, outlet: "CBC", at: null },
		{ title: "Dairy", url: null, outlet: "CBC", at: null },
	];
	const digest = {
		...delivery({
			...post,
			blocks: [{ kind: "headlines", title: null, items }],
		}),
		kind: "digest",
	} as const;
	const card = catchUpCard(heldBack([delivery(post), digest]), say);
	expect(card.title).toBe("2 posts that waited");
});

test("a catch-up tells the headlines of the digests in it, and that more was left to /news", () => {
	const story = delivery({ ...storyCard(told(), say), title: "Live" });
	const items = ["Monday's", "Tuesday's"].map((title) => ({
		title,
		url: null,
		outlet: "CBC News",
		at: null,
	}));
	const digest = {
		...delivery({
			...storyCard(told(), say),
			blocks: [{ kind: "headlines", title: "Steel tariffs", items }],
		}),
		kind: "digest",
	} as const;
	const card = catchUpCard(heldBack([story, digest]), say);
	const text = cardText(card);
	expect(card.title).toBe("3 posts that waited");
	for (const title of ["Live", "Monday's", "Tuesday's"])
		expect(text).toContain(`- ${title}\n`);
	expect(text).toContain("One digest that waited is in this list");
});

const heldBack = (held: readonly Delivery[]) => ({
	held,
	now: new Date("2026-06-07T15:00:00Z"),
	topic: (id: string) => [steel, greer].find((one) => one.id === id),
});

function delivery(card: Card): Delivery {
	return {
		id: card.title,
		channel: { platform: "test", id: "room" },
		kind: "story",
		subject: "5ca1ab1e",
		revision: 1,
		shows: null,
		card,
		edition: 1,
		sentEdition: 0,
		replyTo: null,
		state: "held",
		reason: "quiet hours",
		flood: null,
		message: null,
		attempts: 0,
		notBefore: new Date("2026-06-04T14:06:00Z"),
		createdAt: new Date("2026-06-04T14:06:00Z"),
		sentAt: null,
	};
}

function textOf(block: Card["blocks"][number] | undefined): string {
	return block?.kind === "text"
		? block.spans.map(({ text }) => text).join("")
		: "";
}
