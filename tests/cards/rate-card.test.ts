import { describe, expect, test } from "vitest";
import { rateCard } from "../../src/cards/rate-card.ts";
import { rateHeadline } from "../../src/cards/rate-headline.ts";
import { rateSource } from "../../src/cards/rate-measures.ts";
import type { RateTold } from "../../src/cards/rate-told.ts";
import { cardText } from "../../src/chat/card-text.ts";
import { type Language, sayIn } from "../../src/phrases/say.ts";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { shiftDay } from "../../src/tariffs/date-words.ts";
import { goodsName } from "../../src/tariffs/goods-name.ts";
import {
	type RateNews,
	rateNews,
	toldOn,
} from "../../src/tariffs/rate-news.ts";
import {
	type RateStep,
	rateTimeline,
} from "../../src/tariffs/rate-timeline.ts";

const book = readBook();
const now = new Date("2026-11-22T12:00:00Z");
const question = { goods: "steel", importer: "US", origin: "CA" };
const steps = rateTimeline(question, book) ?? [];

function toldOf(
	news: RateNews | undefined,
	language: Language = "en",
	late = false,
): RateTold {
	if (!news) throw new Error("nothing is told");
	const say = sayIn(language);
	const day =
		news.kind === "correction" ? (news.days.at(-1)?.from ?? "") : news.date;
	const { goods: query, ...sides } = question;
	const answerOn = (on: string) =>
		answerTariff({ query, ...sides, on, say }, book, now);
	return {
		...{ question, news, late, language, say, url: null },
		name: goodsName(query, language, book),
		before: answerOn(shiftDay(day, { days: -1 })),
		after: answerOn(day),
	};
}

const newsOn = (
	since: string,
	day: string,
	known: readonly RateStep[] = steps,
) => rateNews(toldOn(known, since), steps, day)[0];
const text = (told: RateTold) => cardText(rateCard(told), { width: 400 });

test.each([
	[
		"en",
		"Steel from Canada into the United States: at least 25% → at least 50% from 4 June 2025",
	],
	[
		"fr",
		"Acier, Canada vers États-Unis : au moins 25 % → au moins 50 % à compter du 4 juin 2025",
	],
	[
		"es",
		"Acero, Canadá hacia Estados Unidos: al menos 25 % → al menos 50 % desde el 4 de junio de 2025",
	],
] as const)("leads with the figures and the day, in %s", (language, title) => {
	const told = toldOf(newsOn("2025-06-03", "2025-06-04"), language);
	expect(rateHeadline(told)).toBe(title);
});

test("tells each claim before and after, what changes, its act, source and check", () => {
	const said = text(toldOf(newsOn("2025-06-03", "2025-06-04")));
	expect(said).toMatch(/No preference\s+at least 25%\s+at least 50%/);
	expect(said).toMatch(/USMCA origin\s+25%\s+50%|USMCA origin\s+at least 25%/);
	expect(said).toContain("Proc. 10947");
	expect(said).toContain("White House, 2025-06-03");
	expect(said).toMatch(/Verified to \d{4}-\d{2}-\d{2}/);
	expect(said).toContain(
		"/tariff product:steel importer:US origin:CA on:2025-06-04",
	);
	expect(said).not.toContain("late");
});

test("says how far ahead, and that it is late", () => {
	expect(text(toldOf(newsOn("2025-05-27", "2025-05-28")))).toContain(
		"Takes effect on 4 June 2025, in 7 days.",
	);
	const late = toldOf(newsOn("2025-06-03", "2025-06-04"), "en", true);
	expect(text(late)).toContain("This comes late");
});

describe("of a book that changed", () => {
	const doubled = steps.findIndex(({ from }) => from === "2025-06-04");
	const earlier = steps.slice(0, doubled);

	test("a correction says what was said, what is right, and since when", () => {
		const told = toldOf(newsOn("2025-07-01", "2025-07-01", earlier));
		const card = rateCard(told);
		expect(card.tone).toBe("warning");
		expect(card.title).toBe(
			"Correction, Steel from Canada into the United States: at least 50%, not at least 25%, since 4 June 2025",
		);
		expect(text(told)).toMatch(
			/since 2025-06-04\s+No preference\s+at least 25%\s+at least 50%/,
		);
	});

	test("a change that is newly scheduled says so", () => {
		const told = toldOf(newsOn("2025-05-01", "2025-05-01", earlier));
		expect(text(told)).toContain(
			"New in the tariff book: it takes effect on 4 June 2025.",
		);
	});

	test("a change that is called off leaves the rate as it is", () => {
		const news = rateNews(toldOn(steps, "2025-05-01"), earlier, "2025-05-01");
		const told = toldOf(news.find(({ kind }) => kind === "called-off"));
		expect(rateHeadline(told)).toContain(
			"no change on 4 June 2025, still at least 25%".replace("at at", "at at"),
		);
	});
});

test("no card and no line of a digest is without its source", () => {
	// Some will do: they share their measures.
	const products = [...book.products.values()].filter(
		({ meant }, at) => !meant && at % 12 === 0,
	);
	let told = 0;
	for (const { en } of products) {
		const asked = { goods: en[0] ?? "", importer: "US", origin: "CA" };
		const all = rateTimeline(asked, book) ?? [];
		for (const { from } of all.slice(1)) {
			const [news] = rateNews(
				toldOn(all, shiftDay(from, { days: -1 })),
				all,
				from,
			);
			if (!news || news.kind === "correction") continue;
			const say = sayIn("en");
			const { goods: query, importer, origin } = asked;
			const answerOn = (on: string) =>
				answerTariff({ query, importer, origin, on, say }, book, now);
			const one: RateTold = {
				...{ question: asked, news, late: false, language: "en", say },
				...{ url: null, name: query },
				before: answerOn(shiftDay(news.date, { days: -1 })),
				after: answerOn(news.date),
			};
			told++;
			expect([query, from, rateSource(one)]).not.toContain("");
			expect([query, from, text(one)].join(" ")).toMatch(/<https?:\/\//);
		}
	}
	expect(told).toBeGreaterThan(80);
});
