import { describe, expect, test } from "vitest";
import { findRateFacts } from "../../src/news/find-rate-facts.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { findCodes } from "../../src/tariffs/find-codes.ts";
import { findDates } from "../../src/tariffs/find-dates.ts";
import { goodsFinderOf } from "../../src/tariffs/find-goods.ts";
import { findInstruments } from "../../src/tariffs/find-instruments.ts";
import { labelledSentences } from "./labelled-sentences.ts";

const findGoods = goodsFinderOf(readBook());
const told = "2025-06-02";

function rateFacts(text: string, language = "en") {
	return findRateFacts(text, { language, year: 2025, findGoods });
}

/** All that a sentence states, in the labels' words; with who charges. */
function factsIn(text: string, language: string): Map<string, string | null> {
	const rates = rateFacts(text, language).map((fact) => {
		const stance = fact.stance === "stated" ? "" : ` ${fact.stance}`;
		const goods = fact.goods?.productId ?? "all";
		const key = `${goods} ${fact.percent} ${fact.origin ?? "-"}${stance}`;
		return [key, fact.importer] as const;
	});
	const others = [
		...findDates(text, told).flatMap(({ role, day }) =>
			role ? [`${role} ${day}`] : [],
		),
		...findInstruments(text).map(({ name }) => name),
		...findCodes(text).map(({ start, end }) => text.slice(start, end)),
	];
	return new Map([...rates, ...others.map((one) => [one, null] as const)]);
}

describe.each(["en", "fr", "es"])("labelled sentences, %s", (language) => {
	const labelled = labelledSentences(language);
	const read = labelled.map((one) => ({
		...one,
		found: factsIn(one.text, language),
	}));
	const all = read.flatMap(({ facts, found }) =>
		[...new Set([...facts, ...found.keys()])].map((fact) => ({
			isWanted: facts.includes(fact),
			isFound: found.has(fact),
		})),
	);
	const right = all.filter(({ isWanted, isFound }) => isWanted && isFound);
	const share = (of: "isWanted" | "isFound") =>
		right.length / all.filter((one) => one[of]).length;

	test("are enough to tell", () => {
		expect(labelled.length).toBeGreaterThanOrEqual(
			language === "en" ? 150 : 60,
		);
	});

	test("are read with an F1 of 0.95 and hardly a wrong fact", () => {
		const [precision, recall] = [share("isFound"), share("isWanted")];
		expect(precision).toBeGreaterThanOrEqual(0.97);
		expect((2 * precision * recall) / (precision + recall)).toBeGreaterThan(
			0.95,
		);
	});

	test("tell who charges, where they say it", () => {
		const named = read.flatMap(({ importers, found }) =>
			[...importers].map(([fact, importer]) => found.get(fact) === importer),
		);
		const known = named.filter(Boolean);
		expect(known.length / named.length).toBeGreaterThanOrEqual(0.9);
	});
});

test("spans stand where the words stand", () => {
	const text =
		"Talks go on.\nWashington put a 50-per-cent tariff on Canadian steel.";
	const [fact] = rateFacts(text);
	const { start, end } = fact?.rate ?? { start: 0, end: 0 };
	expect(text.slice(start, end)).toBe("50-per-cent");
	expect(text.slice(fact?.goods?.start, fact?.goods?.end)).toBe("steel");
	expect(text.slice(fact?.start, fact?.end)).toBe(
		"50-per-cent tariff on Canadian steel",
	);
});

test.each([
	["the ".repeat(450), "25% tariff on "],
	["Canada and Mexico and ".repeat(80), "25% tariff on "],
	["steel and aluminum, ".repeat(90), "25% tariff"],
	["tariffs on the steel of ".repeat(70), "25%"],
	["25% to ".repeat(250), "tariffs on steel"],
	["goods of goods ".repeat(120), "25% duty on steel"],
])("words piled up take no longer than others: %#", (piled, end) => {
	const text = `${end} ${piled} ${end} ${piled}`;
	expect(rateFacts(text.slice(0, 1990)).length).toBeLessThan(300);
});
