import { expect, test } from "vitest";
import { sayIn } from "../../src/phrases/say.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { comingDates } from "../../src/tariffs/coming-dates.ts";
import { shiftDay } from "../../src/tariffs/date-words.ts";

const book = readBook();

/** What falls on one day, in a language. */
function told(day: string, language: "en" | "fr" | "es" = "en"): string[] {
	const after = shiftDay(day, { days: -1 });
	const dates = comingDates(book, { after, days: 1, say: sayIn(language) });
	return dates.map(({ what }) => what);
}

test.each([
	["2025-03-07", "potash falls to 10%"],
	["2026-02-20", "Supreme Court"],
	["2026-05-07", "Court of International Trade"],
	["2026-07-01", "Joint review of USMCA"],
	["2026-07-06", "Comments are due"],
	["2026-09-15", "Section 338 lists change"],
	["2026-10-07", "USTR continues"],
	["2026-12-04", "polysilicon"],
	["2026-12-31", "meal, peas, lobster"],
	["2027-01-01", "kitchen cabinets): 50% begins"],
	["2027-02-09", "drone parts"],
	["2027-12-31", "Annexes I-C and III"],
])("on %s: %s", (day, words) => {
	expect(told(day).join("\n")).toContain(words);
});

test("one rate of many origins is told once, and a country for each in words", () => {
	expect(told("2018-06-01")).toContain(
		"Section 232 (steel): 25% begins. Origin: Canada, Mexico, the European Union, the United Kingdom.",
	);
	expect(told("2018-06-01", "fr")).toContain(
		"Section 232 (acier) : 25 % commence. Origine : Canada, Mexique, Union européenne, Royaume-Uni.",
	);
});

test("a rate of every country's own is told as a span", () => {
	const rates = told("2025-04-09").filter((what) => what.includes("IEEPA"));
	expect(rates).toEqual([
		"IEEPA (reciprocal): rates from 11% to 84% begin, each country its own.",
	]);
});

test("what only restates a rate is no date, and an end is told as one", () => {
	expect(told("2026-04-06").join()).not.toContain("Canada");
	expect(told("2026-02-24").join("\n")).toContain(
		"IEEPA (reciprocal): the duty ends.",
	);
});

test("every date ahead has its source", () => {
	const dates = comingDates(book, {
		after: "2017-12-31",
		days: 4000,
		say: sayIn("en"),
	});
	expect(dates.length).toBeGreaterThan(100);
	expect(dates.filter(({ source }) => source === null)).toEqual([]);
});
