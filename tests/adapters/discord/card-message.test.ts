import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardMessage } from "../../../adapters/discord/card-message.ts";
import { nonceOf } from "../../../adapters/discord/delivery-mark.ts";
import {
	plainMarkdown,
	spansMarkdown,
} from "../../../adapters/discord/markdown.ts";
import { messageRequest } from "../../../adapters/discord/send-card.ts";
import type { Block, Card, Span } from "../../../src/chat/card.ts";
import { inertLine, inertText } from "../../../src/chat/inert-text.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { plainWords, unreadWords } from "../../contracts/card-words.ts";
import { cardGallery } from "../../fixtures/cards/card-gallery.ts";
import { bodyText } from "./discord-world.ts";
import { isEmpty, type MessageBody, messageBody } from "./message-rules.ts";
import { readMarkdown } from "./read-markdown.ts";

const say = sayIn("en");
const mark = "0123456789abcdef01234567";
const empty: Card = {
	title: "",
	url: null,
	tone: "news",
	blocks: [],
	actions: [],
	footer: null,
};

const hostile = [
	"@everyone @here <@123> <@&456> <#789> </ban:1> <:x:2> <id:home> <t:0:R>",
	"[Free money](https://evil.example) <https://evil.example>",
	"https://evil.example and HTTP://evil.example",
	"**bold** __under__ *it* _it_ ~~gone~~ ||hidden|| `code` ```fence```",
	"# Heading\n## Heading\n-# small\n> quote\n>>> quote\n- item\n* item\n1. item",
	"\\*escaped\\* \\\\ \\[x\\](https://evil.example)",
	"ends with a backslash \\",
	"\u202etxt.exe\u202c \u2066isolated\u2069 @\u200beveryone",
];

describe("outside text on Discord", () => {
	test.each(hostile)("is shown letter for letter: %s", (text) => {
		expectPlain(text);
	});

	test("is shown letter for letter, whatever it is", () => {
		const signs = fc.string({
			unit: fc.constantFrom(..."*_~`|<>[]()#-+>.@:/\\!1 \nahttps"),
			maxLength: 60,
		});
		fc.assert(fc.property(fc.oneof(signs, fc.string()), expectPlain));
	});

	test("keeps its letters in bold, code and links, and leads nowhere else", () => {
		const url = "https://example.org/a_(b)?c=*d*|e";
		for (const text of hostile) {
			for (const span of [
				{ text, style: "strong" },
				{ text, style: "code" },
				{ text, url },
			] satisfies Span[]) {
				const seen = readMarkdown(spansMarkdown([span]));
				expect(plainWords(seen.text)).toContain(plainWords(inertText(text)));
				const foreign = seen.marks.filter((it) => it.includes("evil"));
				expect([...foreign, ...seen.marks.filter(isMention)]).toEqual([]);
			}
		}
	});

	test("makes no link of what is no web address", () => {
		for (const url of ["javascript:alert(1)", "data:,x", "//x", "no"]) {
			const seen = readMarkdown(spansMarkdown([{ text: "go", url }]));
			expect(seen).toEqual({ text: "go", marks: [] });
		}
	});
});

describe("a card on Discord", () => {
	test.each(Object.entries(cardGallery))(
		"stays within every limit: %s",
		(_, card) => {
			expectFit(card);
		},
	);

	test("stays within every limit and loses nothing in silence, whatever it holds", () => {
		fc.assert(fc.property(anyCard(), expectFit), {
			numRuns: 60,
			endOnFailure: true,
		});
	});

	test("looks as it was last reviewed", async () => {
		const looks = Object.entries(cardGallery).map(
			([name, card]) => `${name}\n${look(bodyOf(card))}`,
		);
		const file = "./card-gallery.txt";
		await expect(looks.join("\n\n")).toMatchFileSnapshot(file);
	});

	test("counts what has no room", () => {
		const items = Array.from({ length: 200 }, (_, at) => ({
			title: `Headline ${at} ${"of lumber ".repeat(5)}`,
			url: null,
			outlet: "CBC News",
			at: null,
		}));
		const card: Card = {
			...empty,
			title: "Long day",
			blocks: [{ kind: "headlines", title: null, items }],
		};
		const text = bodyText(messageBody.parse(bodyOf(card)));
		const shown = text.match(/Headline \d+/g)?.length ?? 0;
		expect(text).toContain(`No room here for ${200 - shown} more headlines.`);
	});

	test("shows times on the reader's clock, and what is no time as it stands", () => {
		const item = { title: "Duty", url: null, outlet: "CBC News" };
		const block: Block = {
			kind: "headlines",
			title: null,
			items: [
				{ ...item, at: "2026-10-07T14:30:00Z" },
				{ ...item, at: "some day" },
			],
		};
		const [embed] = cardMessage({ ...empty, blocks: [block] }, say).embeds;
		expect(embed?.description).toBe(
			"- Duty — CBC News, <t:1791383400:R>\n- Duty — CBC News, some day",
		);
	});

	test("lists an action that no button can hold, with the line to type", () => {
		const line = `/topic create name:Steel query:"${"steel OR ".repeat(20)}"`;
		const actions = [{ label: "Make it", line }];
		const message = bodyOf({ ...empty, actions });
		expect(message.components).toEqual([]);
		expect(message.embeds[0]?.description).toContain(line);
	});

	test("keeps two buttons of the same line apart", () => {
		const action = { label: "Again", line: "/help" };
		expectFit({ ...empty, actions: [action, action] });
	});
});

test.each([
	[mark, mark],
	["k1", "k1"],
	["key of First", expect.stringMatching(/^[0-9a-f]{24}$/)],
	["x".repeat(26), expect.stringMatching(/^[0-9a-f]{24}$/)],
])("the nonce of %j is %j", (key, nonce) => {
	expect(nonceOf(key)).toEqual(nonce);
});

/** With its pictures drawn, as far as a message takes them. */
function bodyOf(card: Card) {
	const blocks = card.blocks.filter(({ kind }) => kind === "picture");
	const pictures = new Map(
		blocks.slice(0, 10).map((block, at) => {
			const alt = block.kind === "picture" ? inertLine(block.alt) : "";
			const description = alt.length > 1024 ? `${alt.slice(0, 1023)}…` : alt;
			const name = `picture-${at + 1}.png`;
			return [block, { name, png: new Uint8Array(), description }] as const;
		}),
	);
	return messageRequest(cardMessage(card, say, { mark, pictures })).body;
}

function expectPlain(text: string): void {
	const { text: seen, marks } = readMarkdown(plainMarkdown(text));
	expect(marks).toEqual([]);
	expect(seen.replaceAll("\u200b", "")).toBe(
		inertText(text).replaceAll("\u200b", ""),
	);
}

function isMention(it: string): boolean {
	return it === "mention" || it === "time";
}

function expectFit(card: Card): void {
	const body = messageBody.parse(bodyOf(card));
	expect(isEmpty(body)).toBe(false);
	const text = bodyText(body);
	if (/No room here for/.test(text)) return;
	const shown = squashed(text);
	const unread = unreadWords(card, text);
	expect(unread.filter((words) => !shown.includes(squashed(words)))).toEqual(
		[],
	);
}

/** A very long word may be cut in two, with an ellipsis or another embed between. */
function squashed(text: string): string {
	return plainWords(text).replace(/[\s…]/g, "");
}

/** What stands in a message, for people who review it. */
function look(message: { embeds: object[]; components: object[] }): string {
	const { embeds, components }: MessageBody = messageBody.parse(message);
	const { attachments = [] } = messageBody.parse(message);
	const altOf = (url: string) =>
		attachments.find(({ filename }) => url.endsWith(`/${filename}`))
			?.description ?? "";
	const lines = embeds.flatMap(({ title, url, description, image, footer }) => [
		`┌ ${title ?? ""}${url ? ` (${url})` : ""}`,
		...(description ?? "").split("\n").map((line) => `│ ${line}`),
		...(image ? [`│ ▣ ${image.url} (${altOf(image.url)})`] : []),
		`└ ${footer?.text ?? ""}`,
	]);
	const rows = components.map((row) =>
		row.components
			.map(({ label, custom_id }) => `[${label} = ${custom_id}]`)
			.join(" "),
	);
	return [...lines, ...rows].map((line) => line.trimEnd()).join("\n");
}

function anyCard(): fc.Arbitrary<Card> {
	const words = fc.oneof(
		fc.string({ maxLength: 40 }),
		fc.string({ unit: fc.constantFrom(..."*_`[]<@ \nab"), maxLength: 400 }),
		fc.nat(3000).map((count) => "é*".repeat(count)),
	);
	const url = fc.option(
		fc.nat(2500).map((count) => `https://example.org/${"p".repeat(count)}`),
		{ nil: undefined },
	);
	const span: fc.Arbitrary<Span> = fc
		.record({
			text: words,
			url,
			style: fc.constantFrom("strong", "soft", "code", undefined),
		})
		.map(({ text, url, style }) => ({
			text,
			...(url ? { url } : {}),
			...(style ? { style } : {}),
		}));
	const spans = fc.array(span, { maxLength: 6 });
	const block: fc.Arbitrary<Block> = fc.oneof(
		fc.record({ kind: fc.constant("text"), spans }),
		fc.record({
			kind: fc.constant("facts"),
			facts: fc.array(fc.record({ label: words, value: spans })),
		}),
		fc.record({
			kind: fc.constant("headlines"),
			title: fc.option(words),
			items: fc.array(
				fc.record({
					title: words,
					url: fc.constantFrom(null, "https://example.org/x"),
					outlet: words,
					at: fc.constantFrom(null, "2026-10-07T14:30:00Z"),
					note: words,
				}),
			),
		}),
		fc.record({
			kind: fc.constant("table"),
			columns: fc.array(
				fc.record({
					title: words,
					align: fc.constantFrom("left", "right"),
				}),
				{ maxLength: 9 },
			),
			rows: fc.array(fc.array(spans, { maxLength: 9 })),
		}),
		fc.record({
			kind: fc.constant("picture"),
			svg: fc.constant("<svg/>"),
			alt: words,
		}),
	);
	return fc.record({
		title: words,
		url: fc.constantFrom(null, "https://example.org/"),
		tone: fc.constantFrom("news", "answer", "done", "warning", "mistake"),
		blocks: fc.array(block, { maxLength: 5 }),
		actions: fc.array(fc.record({ label: words, line: words }), {
			maxLength: 30,
		}),
		footer: fc.option(words),
	});
}
