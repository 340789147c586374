import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardMessage } from "../../../adapters/slack/card-message.ts";
import {
	cutText,
	splitText,
	typedText,
} from "../../../adapters/slack/slack-text.ts";
import type { Block, Card, Headline, Span } from "../../../src/chat/card.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { cardGallery } from "../../fixtures/cards/card-gallery.ts";
import { readBlocks } from "./slack-house.ts";
import { collect, messageFault, pingsOf } from "./slack-rules.ts";

const say = sayIn("en");

describe("a card in Slack", () => {
	test.each(Object.entries(cardGallery))(
		"looks as kept: %s",
		async (name, card) => {
			const message = cardMessage(card, say);
			expect(messageFault(message)).toBeNull();
			expect(pingsOf(message)).toEqual([]);
			const file = `gallery/${name.replaceAll(/[^\w]+/g, "-")}.json`;
			const kept = `${JSON.stringify(message, null, "\t")}\n`;
			await expect(kept).toMatchFileSnapshot(file);
		},
	);

	test("keeps every limit and pings nobody, whatever it says", () => {
		fc.assert(
			fc.property(anyCard, (card) => {
				const message = cardMessage(card, say);
				expect(messageFault(message)).toBeNull();
				expect(pingsOf(message)).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	test("counts what it leaves out", () => {
		const items = Array.from({ length: 200 }, (_, at) => headline(at));
		const message = cardMessage(
			card({ kind: "headlines", title: null, items }),
			say,
		);
		const text = readBlocks(message.blocks);
		const shown = text.match(/Headline \d+/g)?.length ?? 0;
		expect(shown).toBeGreaterThan(40);
		expect(text).toContain(`… and ${200 - shown} more headlines.`);
	});

	test("shows a time on the reader's clock, and a day as it is", () => {
		const items = ["2026-11-24", "2026-11-24T14:30:00Z"].map((time, at) => ({
			...headline(at),
			at: time,
		}));
		const { blocks } = cardMessage(
			card({ kind: "headlines", title: null, items }),
			say,
		);
		const written = JSON.stringify(blocks);
		expect(written).toContain('{"type":"text","text":"2026-11-24"}');
		expect(written.match(/"type":"date"/g)).toHaveLength(1);
	});

	test("keeps its buttons and footer when the blocks are too long", () => {
		const long = { text: "The duty stays in force. ".repeat(2_000) };
		const message = cardMessage(
			{
				...card({ kind: "text", spans: [long] }),
				actions: [{ label: "More", line: "/story abc" }],
				footer: "Verified to October 7, 2026",
			},
			say,
		);
		const text = readBlocks(message.blocks);
		expect(text).toMatch(/… and \d+ more parts/);
		expect(text).toContain("Verified to October 7, 2026");
		expect(collect(message.blocks, "value")).toEqual(["/story abc"]);
	});

	test("leaves out a button whose line Slack would refuse, and says so", () => {
		const actions = [{ label: "Long", line: `/news ${"word ".repeat(500)}` }];
		const message = cardMessage({ ...card(), actions }, say);
		expect(readBlocks(message.blocks)).toContain("… and 1 more button;");
	});

	test("shows times on the reader's own clock", () => {
		const at = "2026-10-07T14:30:00.000Z";
		const items = [{ ...headline(1), at }];
		const { blocks } = cardMessage(
			card({ kind: "headlines", title: null, items }),
			say,
		);
		expect(JSON.stringify(blocks)).toContain(
			`"timestamp":${Date.parse(at) / 1000}`,
		);
		expect(collect(blocks, "fallback")).toEqual(["2026-10-07 14:30 UTC"]);
	});

	test("links nothing but http addresses", () => {
		const spans = [
			"javascript:alert(1)",
			"data:text/html,x",
			"ftp://a.b/c",
		].map((url) => ({ text: url, url }));
		const { blocks } = cardMessage(card({ kind: "text", spans }), say);
		expect(collect(blocks, "url")).toEqual([]);
	});
});

describe("text for Slack", () => {
	test("is split at line ends and spaces, and nothing is lost", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "grapheme" }),
				fc.integer({ min: 4, max: 40 }),
				(text, most) => {
					const parts = splitText(text, most);
					expect(parts.join("")).toBe(text);
					expect(
						parts.every(({ length }) => length > 0 && length <= most),
					).toBe(true);
					expect(parts.filter((part) => !part.isWellFormed())).toEqual([]);
				},
			),
		);
	});

	test.each([
		["short", 10, "short"],
		["exactly ten", 11, "exactly ten"],
		["a long sentence", 7, "a long…"],
		["12345😀", 6, "12345…"],
		["1234😀", 5, "1234…"],
	])("%s in %d is %s", (text, most, cut) => {
		expect(cutText(text, most)).toBe(cut);
	});

	test.each([
		["steel &amp; iron &lt;50%&gt;", "steel & iron <50%>"],
		["<https://wto.org/feed>", "https://wto.org/feed"],
		["add <http://a.b/c?d=1&amp;e|a.b> now", "add http://a.b/c?d=1&e now"],
		["&amp;lt;", "&lt;"],
		["  spaced  ", "spaced"],
	])("%s was typed %s", (text, typed) => {
		expect(typedText(text)).toBe(typed);
	});
});

function card(...blocks: Block[]): Card {
	return {
		title: "Steel",
		url: null,
		tone: "news",
		blocks,
		actions: [],
		footer: null,
	};
}

function headline(at: number): Headline {
	const url = `https://news.example/${at}`;
	return { title: `Headline ${at}`, url, outlet: "CBC News", at: null };
}

const hostile = fc.constantFrom(
	"<!channel>",
	"<@U1|you>",
	"@everyone",
	"*bold*",
	"\u202egpj",
	"\u0000",
	"&lt;",
	"😀".repeat(2_000),
	"word ".repeat(1_500),
	"x".repeat(4_000),
);
const words = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), hostile);
const span: fc.Arbitrary<Span> = fc.record(
	{ text: words, url: words },
	{
		requiredKeys: ["text"],
	},
);
const spans = fc.array(span, { maxLength: 5 });
const block: fc.Arbitrary<Block> = fc.oneof(
	fc.record({ kind: fc.constant("text" as const), spans }),
	fc.record({
		kind: fc.constant("facts" as const),
		facts: fc.array(fc.record({ label: words, value: spans }), {
			maxLength: 9,
		}),
	}),
	fc.record({
		kind: fc.constant("headlines" as const),
		title: fc.option(words),
		items: fc.array(
			fc.record(
				{
					title: words,
					url: fc.option(fc.webUrl()),
					outlet: words,
					at: fc.option(fc.oneof(words, fc.constant("2026-10-07T14:30:00Z"))),
					note: words,
				},
				{ requiredKeys: ["title", "url", "outlet", "at"] },
			),
			{ maxLength: 30 },
		),
	}),
	fc.record({
		kind: fc.constant("table" as const),
		columns: fc.array(
			fc.record({ title: words, align: fc.constantFrom("left", "right") }),
			{ maxLength: 4 },
		),
		rows: fc.array(fc.array(spans, { maxLength: 4 }), { maxLength: 4 }),
	}),
	fc.record({
		kind: fc.constant("picture" as const),
		svg: fc.constant("<svg/>"),
		alt: words,
	}),
);
const anyCard: fc.Arbitrary<Card> = fc.record({
	title: words,
	url: fc.option(fc.oneof(words, fc.webUrl())),
	tone: fc.constantFrom("news", "answer", "done", "warning", "mistake"),
	blocks: fc.array(block, { maxLength: 12 }),
	actions: fc.array(fc.record({ label: words, line: words }), {
		maxLength: 60,
	}),
	footer: fc.option(words),
});
