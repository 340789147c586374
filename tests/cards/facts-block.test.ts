import { expect, test } from "vitest";
import { factsBlock } from "../../src/cards/facts-block.ts";
import { cardText } from "../../src/chat/card-text.ts";
import { factsBesideBook } from "../../src/news/facts-beside-book.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { newsArticle } from "../news/news-article.ts";

const book = readBook();
const en = sayIn("en");

function shown(body: string, say = en, day = "2026-06-10"): string {
	const detected = new Date(`${day}T15:00:00Z`);
	const article = newsArticle({ title: "News", body, detected });
	const blocks = factsBlock(factsBesideBook(article, book), say);
	return cardText({
		title: "",
		url: null,
		tone: "news",
		blocks,
		actions: [],
		footer: null,
	})
		.replace(/\s+/g, " ")
		.trim();
}

const steel = (rate: number) =>
	`The U.S. charges ${rate} per cent on steel from Canada. Comments are due by July 7.`;

test("the book's rate stands beside the article's, with law, date and check", () => {
	expect(shown(steel(50))).toMatch(
		/^The article says 50% on steel from Canada Tariff book The same: 50%, Section 232, since 2025-06-04 .*\(the United States on goods from Canada; checked to \d{4}-\d\d-\d\d\) Deadline 2026-07-07$/,
	);
});

test("says when they differ", () => {
	expect(shown(steel(25))).toContain(
		"Tariff book It differs: 50%, Section 232, since 2025-06-04",
	);
});

test("a proposal is marked and not said to differ", () => {
	const text = shown("Trump threatened a 100% tariff on steel from Canada.");
	expect(text).toContain("Proposed, not in force 100% on steel from Canada");
	expect(text).toContain("Tariff book Today: 50%, Section 232");
	expect(text).not.toContain("differs");
});

test("no rate is shown without its source and date", () => {
	const blocks = factsBlock(
		factsBesideBook(
			newsArticle({
				title: "News",
				body: steel(25),
				published: new Date("2026-06-10"),
			}),
			book,
		),
		en,
	);
	const [block] = blocks;
	const rows = block?.kind === "facts" ? block.facts : [];
	const spans = rows.find(({ label }) => label === "Tariff book")?.value ?? [];
	const rates = spans.filter(({ text }) => /\d%/.test(text));
	expect(rates.length).toBeGreaterThan(0);
	for (const { url, text } of rates) {
		expect(url).toMatch(/^https:/);
		expect(text).toMatch(/since \d{4}-\d\d-\d\d/);
	}
});

test("speaks French and Spanish", () => {
	expect(shown(steel(50), sayIn("fr"))).toMatch(
		/L’article dit.*50 % : acier, origine : Canada.*De même : 50 %, Section 232, depuis le 2025-06-04.*Date limite.*2026-07-07/,
	);
	expect(shown(steel(50), sayIn("es"))).toMatch(
		/El artículo dice.*50 %: acero, origen: Canadá.*Lo mismo: 50 %, Section 232, desde 2025-06-04.*Fecha límite.*2026-07-07/,
	);
});

test("an article without facts has no block", () => {
	expect(factsBlock(undefined, en)).toEqual([]);
	expect(shown("Talks on steel go on.")).toBe("");
});
