import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Card } from "../../src/chat/card.ts";
import { cardText } from "../../src/chat/card-text.ts";

const card = (more: Partial<Card>): Card => ({
	title: "Steel tariffs",
	url: null,
	tone: "answer",
	blocks: [],
	actions: [],
	footer: null,
	...more,
});

test("keeps the values of facts in one column though a label is long", () => {
	const fact = (label: string) => ({ label, value: [{ text: "id" }] });
	const facts = [
		fact("Steel tariffs"),
		fact("De minimis and low-value parcels"),
	];
	const lines = cardText(card({ blocks: [{ kind: "facts", facts }] })).split(
		"\n",
	);
	const [short = "", long = ""] = lines.slice(-2);
	expect(short.indexOf("id")).toBe(long.lastIndexOf("id"));
});

test("shows every part of a card, in order", () => {
	const text = cardText(
		card({
			url: "https://example.org/steel",
			blocks: [
				{
					kind: "text",
					spans: [
						{ text: "See " },
						{ text: "the notice", url: "https://example.org/notice" },
						{ text: " and " },
						{ text: "https://example.org/a", url: "https://example.org/a" },
					],
				},
				{
					kind: "facts",
					facts: [
						{ label: "Rate", value: [{ text: "50%" }] },
						{ label: "In force", value: [{ text: "2025-06-04" }] },
					],
				},
				{
					kind: "headlines",
					title: "The latest",
					items: [
						{
							title: "Tariff doubles",
							url: "https://example.org/1",
							outlet: "CBC News",
							at: "2025-06-03T21:05:00Z",
							note: "Why it matters",
						},
						{ title: "Unlinked", url: null, outlet: "", at: null },
					],
				},
				{
					kind: "table",
					columns: [
						{ title: "Claim", align: "left" },
						{ title: "Total", align: "right" },
					],
					rows: [
						[[{ text: "none" }], [{ text: "50%" }]],
						[[{ text: "USMCA" }], [{ text: "25%" }]],
					],
				},
				{ kind: "picture", svg: "<svg/>", alt: "The rate over time." },
			],
			actions: [
				{ label: "Why this?", line: "/why 1a2b" },
				{ label: "/help", line: "/help" },
			],
			footer: "Federal Register · 2025-06-03",
		}),
	);
	expect(text).toBe(`Steel tariffs
https://example.org/steel

See the notice <https://example.org/notice> and https://example.org/a

Rate      50%
In force  2025-06-04

The latest
- Tariff doubles
  Why it matters
  CBC News, 2025-06-03 21:05 UTC
  https://example.org/1
- Unlinked

Claim  Total
─────  ─────
none     50%
USMCA    25%

[The rate over time.]

> Why this?: /why 1a2b
> /help

Federal Register · 2025-06-03`);
});

test("shows times on the clock that is asked for", () => {
	const items = [
		{ title: "a", url: null, outlet: "CBC", at: "2025-06-03T21:05:00Z" },
		{ title: "b", url: null, outlet: "CBSA", at: "2025-06-03" },
	];
	const text = cardText(
		card({ blocks: [{ kind: "headlines", title: null, items }] }),
		{ zone: "America/Toronto" },
	);
	expect(text).toContain("CBC, 2025-06-03 17:05");
	expect(text).toMatch(/CBSA, 2025-06-03$/);
});

test("wraps words and cells to the width", () => {
	const long = "one two three four five six seven eight nine ten";
	const blocks: Block[] = [
		{ kind: "text", spans: [{ text: long }] },
		{ kind: "facts", facts: [{ label: "Count", value: [{ text: long }] }] },
		{
			kind: "table",
			columns: [
				{ title: "No", align: "right" },
				{ title: "Words", align: "left" },
			],
			rows: [[[{ text: "1" }], [{ text: long }]]],
		},
	];
	const text = cardText(card({ blocks }), { width: 24 });
	for (const line of text.split("\n")) {
		expect(line.length).toBeLessThanOrEqual(24);
	}
	expect(text).toContain("Count  one two three");
	expect(text).toContain(" 1  one two three four");
	expect(text).toContain("    five six seven eight");
});

test("colours titles only when asked", () => {
	expect(cardText(card({}), { colour: true })).toBe(
		"\u001b[1mSteel tariffs\u001b[0m",
	);
	expect(cardText(card({}))).toBe("Steel tariffs");
});

test("lets no outside text drive the terminal or turn the reading around", () => {
	const hostile = fc
		.array(
			fc.oneof(
				fc.string({ unit: "binary" }),
				fc.constantFrom(
					"\u001b]0;owned\u0007",
					"\u009b2J",
					"\u202e",
					"\r",
					"\u0000",
				),
			),
		)
		.map((parts) => parts.join(""));
	const dangerous = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
	fc.assert(
		fc.property(hostile, (text) => {
			const spans = [{ text, url: text }];
			const shown = cardText({
				title: text,
				url: text,
				tone: "news",
				blocks: [
					{ kind: "text", spans },
					{ kind: "facts", facts: [{ label: text, value: spans }] },
					{
						kind: "headlines",
						title: text,
						items: [
							{ title: text, url: text, outlet: text, at: text, note: text },
						],
					},
					{
						kind: "table",
						columns: [{ title: text, align: "left" }],
						rows: [[spans]],
					},
					{ kind: "picture", svg: text, alt: text },
				],
				actions: [{ label: text, line: text }],
				footer: text,
			});
			expect(shown).not.toMatch(dangerous);
		}),
	);
});
