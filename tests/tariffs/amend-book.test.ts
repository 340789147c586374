import { describe, expect, test } from "vitest";
import { amendBook, isInBook } from "../../src/tariffs/amend-book.ts";
import type { Amendment } from "../../src/tariffs/amendment.ts";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { type Book, readBook } from "../../src/tariffs/book.ts";
import { bookFaults } from "../../src/tariffs/check-book.ts";

const book = readBook();
const now = new Date("2026-11-22T12:00:00Z");

function amendmentOf(changes: Partial<Amendment> = {}): Amendment {
	return {
		...{ id: "a1", proposalId: "p1", measure: "us-232-steel", origin: null },
		...{ ratePercent: 60, from: "2026-12-01", to: null, act: "Proc. 11999" },
		source: {
			title: "Adjusting Imports Again",
			publisher: "White House",
			url: "https://example.org/11999",
			date: "2026-11-20",
			tier: "primary",
		},
		confirmedBy: "Ann",
		confirmedAt: new Date("2026-11-21T15:00:00Z"),
		withdrawn: null,
		...changes,
	};
}

function amended(...all: readonly Partial<Amendment>[]): Book {
	const made = amendBook(
		book,
		all.map((changes, at) => amendmentOf({ id: `a${at}`, ...changes })),
	);
	expect(made.refused).toEqual([]);
	expect(bookFaults(made.book)).toEqual([]);
	return made.book;
}

function rateOn(
	on: string,
	from: Book,
	{ origin = "CA", query = "steel" } = {},
) {
	const asked = { query, importer: "US", origin, on };
	const [plain] = answerTariff(asked, from, now).claims;
	const layer = plain?.layers.find(({ measure }) =>
		/232-(steel|alum)/.test(measure),
	);
	return layer?.ratePercent;
}

test("charges the new rate from its day on, and the old one until its eve", () => {
	const after = amended({});
	expect(rateOn("2026-11-30", after)).toBe(50);
	expect(rateOn("2026-12-01", after)).toBe(60);
	expect(rateOn("2028-01-01", after)).toBe(60);
	expect(rateOn("2026-12-01", book)).toBe(50);
});

test("a rate with a last day gives way to what was there", () => {
	const after = amended({ to: "2026-12-31" });
	expect(rateOn("2026-12-31", after)).toBe(60);
	expect(rateOn("2027-01-01", after)).toBe(50);
});

test("a rate of the past ends where the book's next begins", () => {
	const after = amended({ from: "2025-05-01", ratePercent: 30 });
	expect(rateOn("2025-05-01", after, { origin: "MX" })).toBe(30);
	expect(rateOn("2025-06-04", after, { origin: "MX" })).toBe(50);
});

test("a rate from a version's first day on replaces it, and its act with it", () => {
	const after = amended({ from: "2026-04-06" });
	expect(rateOn("2026-04-05", after)).toBe(50);
	expect(rateOn("2026-04-06", after)).toBe(60);
});

test("one country parts from the others", () => {
	const after = amended({ origin: "DE", ratePercent: 15 });
	expect(rateOn("2026-12-01", after, { origin: "DE" })).toBe(15);
	expect(rateOn("2026-12-01", after, { origin: "FR" })).toBe(50);
	expect(rateOn("2026-12-01", after)).toBe(50);
});

test("a country that is charged a rate of its own keeps it", () => {
	const after = amended({ measure: "us-232-aluminum" });
	const aluminum = (origin: string) =>
		rateOn("2026-12-01", after, { origin, query: "aluminum" });
	expect(aluminum("CA")).toBe(60);
	expect(aluminum("RU")).toBe(200);
});

test("several stand one on another, and one withdrawn is gone", () => {
	const after = amended({}, { from: "2027-03-01", ratePercent: 70 });
	expect(rateOn("2027-02-28", after)).toBe(60);
	expect(rateOn("2027-03-01", after)).toBe(70);
	const withdrawn = { by: "Ann", at: now };
	const back = amended({ withdrawn }, { from: "2027-03-01", ratePercent: 70 });
	expect(rateOn("2027-02-28", back)).toBe(50);
});

test("the answer shows the act, its source, and the day it was confirmed", () => {
	const asked = {
		query: "steel",
		importer: "US",
		origin: "CA",
		on: "2026-12-01",
	};
	const answer = answerTariff(asked, amended({}), now);
	const [layer] =
		answer.claims[0]?.layers.filter(
			({ measure }) => measure === "us-232-steel",
		) ?? [];
	expect(layer?.instrument).toBe("Proc. 11999");
	expect(layer?.sources[0]?.title).toBe("Adjusting Imports Again");
	expect(answer.warnings.join()).toContain(
		"confirmed by a person on 2026-11-21",
	);
	const before = answerTariff({ ...asked, on: "2026-11-30" }, amended({}), now);
	expect(before.warnings.join()).not.toContain("confirmed by a person");
});

describe("is refused with the rule's words", () => {
	test.each([
		[{ measure: "us-999" }, "no measure us-999"],
		[{ from: "2026-12-01", to: "2026-11-01" }, "ends before it begins"],
		[
			{ from: "2017-01-01", to: "2017-12-31" },
			"gap between 2017-12-31 and 2018-03-23",
		],
		[{ measure: "us-232-copper", from: "2020-01-01", to: "2020-02-01" }, ""],
	])("%j: %s", (changes, words) => {
		const { book: after, refused } = amendBook(book, [amendmentOf(changes)]);
		expect(after).toBe(book);
		expect(refused[0]?.why).toContain(words);
	});

	test("and keeps none of the others", () => {
		const made = amendBook(book, [
			amendmentOf({ id: "bad", measure: "us-999" }),
			amendmentOf({ id: "good" }),
		]);
		expect(made.refused.map(({ amendment }) => amendment.id)).toEqual(["bad"]);
		expect(rateOn("2026-12-01", made.book)).toBe(60);
	});
});

test("what the book has caught up with changes nothing", () => {
	const same = amendmentOf({ ratePercent: 50, from: "2026-04-06" });
	expect(isInBook(book, same)).toBe(true);
	expect(amendBook(book, [same]).book).toBe(book);
	expect(isInBook(book, amendmentOf())).toBe(false);
});

test("any measure can be amended from any later day, and the book stays sound", () => {
	for (const { id, tracks } of book.measures) {
		const named = tracks
			.flatMap(({ origins }) => origins)
			.filter((one) => /^[A-Z]{2}$/.test(one));
		for (const origin of [null, ...named.slice(-1)]) {
			for (const from of ["2025-09-09", "2026-12-01"]) {
				const one = amendmentOf({
					measure: id,
					origin,
					from,
					ratePercent: 12.5,
				});
				const made = amendBook(book, [one]);
				const words = made.refused[0]?.why ?? "";
				// What has lapsed, or not begun, cannot be taken up without a gap.
				expect([id, words]).toEqual([
					id,
					expect.stringMatching(/^$|gap|begins on/),
				]);
				expect(bookFaults(made.book)).toEqual([]);
			}
		}
	}
});
