import { expect, test } from "vitest";
import { daysMeant, shiftDay } from "../../src/tariffs/date-words.ts";

test.each([
	["2025-06-04", "2025-06-04"],
	["June 4 2025", "2025-06-04"],
	["4 June, 2025", "2025-06-04"],
	["June 4th, 2025", "2025-06-04"],
	["4 juin 2025", "2025-06-04"],
	["4 de junio de 2025", "2025-06-04"],
	["March 2026", "2026-03-01"],
	["last March", "2026-03-01"],
	["last December", "2025-12-01"],
	["next January", "2027-01-01"],
	["today", "2026-11-22"],
	["hier", "2026-11-21"],
	["last year", "2025-11-22"],
	["31/12/2026", "2026-12-31"],
	["12/31/2026", "2026-12-31"],
	["31-12-2026", "2026-12-31"],
	["2026/12/31", "2026-12-31"],
	["03/03/2026", "2026-03-03"],
	["31/31/2026", null],
	["2025-06-31", null],
	["steel", null],
	["", null],
])("%s is %s", (words, day) => {
	expect(daysMeant(words, "2026-11-22")).toEqual(day === null ? [] : [day]);
});

test("days pass the ends of months and years", () => {
	expect(shiftDay("2024-12-31", { days: 1 })).toBe("2025-01-01");
	expect(shiftDay("2024-03-01", { days: -1 })).toBe("2024-02-29");
});

test("figures that may be two days give both, month first", () => {
	expect(daysMeant("03/04/2026", "2026-11-22")).toEqual([
		"2026-03-04",
		"2026-04-03",
	]);
});
