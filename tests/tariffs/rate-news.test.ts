import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shiftDay } from "../../src/tariffs/date-words.ts";
import {
	type RateNews,
	type RateTold,
	rateNews,
	toldOn,
} from "../../src/tariffs/rate-news.ts";
import type { RateStep } from "../../src/tariffs/rate-timeline.ts";
import { stepsOf, totalOf } from "./rate-steps.ts";

const steps = stepsOf(
	["2025-03-12", 25],
	["2025-06-04", 50],
	["2027-01-01", 30],
);

/** What is news on a day to those who were told everything of another day. */
function newsOf(
	since: string,
	today: string,
	now: readonly RateStep[] = steps,
) {
	return rateNews(toldOn(steps, since), now, today).map(inShort);
}

function inShort(news: RateNews): string {
	const percent = (claims: ReturnType<typeof totalOf>) =>
		claims[0]?.totalPercent ?? "?";
	if (news.kind === "correction") {
		return news.days
			.map(
				({ from, to, said, right }) =>
					`corrected ${from}–${to ?? ""}: ${percent(said)}, no ${percent(right)}`,
			)
			.join("; ");
	}
	const { kind, date, before, after } = news;
	const more =
		news.kind === "ahead"
			? ` in ${news.days}`
			: news.kind === "scheduled" && news.instead.length > 0
				? ` instead of ${news.instead.join(", ")}`
				: "";
	return `${kind}${more} ${date}: ${percent(before)} → ${percent(after)}`;
}

describe("what the calendar brings", () => {
	test.each([
		["2025-05-27", "2025-05-27", []],
		["2025-05-27", "2025-05-28", ["ahead in 7 2025-06-04: 25 → 50"]],
		["2025-05-28", "2025-06-02", []],
		["2025-05-28", "2025-06-03", ["ahead in 1 2025-06-04: 25 → 50"]],
		["2025-06-03", "2025-06-04", ["in-force 2025-06-04: 25 → 50"]],
		["2025-06-04", "2025-06-05", []],
		["2025-06-04", "2026-12-24", []],
		["2025-06-04", "2026-12-25", ["ahead in 7 2027-01-01: 50 → 30"]],
	])("told on %s, on %s: %j", (since, today, told) => {
		expect(newsOf(since, today)).toEqual(told);
	});

	test("of a change ahead, only the nearest word passed over is told", () => {
		expect(newsOf("2025-05-20", "2025-06-03")).toEqual([
			"ahead in 1 2025-06-04: 25 → 50",
		]);
		expect(newsOf("2025-05-20", "2025-06-01")).toEqual([
			"ahead in 3 2025-06-04: 25 → 50",
		]);
	});

	test("ten days down over two changes: both are told, in order", () => {
		const busy = stepsOf(
			["2025-03-12", 25],
			["2025-06-04", 50],
			["2025-06-09", 30],
		);
		const told = toldOn(busy, "2025-06-01");
		expect(rateNews(told, busy, "2025-06-11").map(inShort)).toEqual([
			"in-force 2025-06-04: 25 → 50",
			"in-force 2025-06-09: 50 → 30",
		]);
	});

	test("a total that only became whole is no news", () => {
		const [open, whole] = [totalOf(50, { complete: false }), totalOf(50)];
		const known = [
			{ from: "2025-06-04", to: "2025-12-31", claims: open },
			{ from: "2026-01-01", to: null, claims: whole },
		];
		const told = toldOn(known, "2025-06-04");
		expect(rateNews(told, known, "2026-01-01")).toEqual([]);
	});
});

describe("what a changed book brings", () => {
	test("a rate from today on is in force", () => {
		const now = stepsOf(
			["2025-03-12", 25],
			["2025-06-01", 40],
			["2025-06-04", 50],
		);
		const told = toldOn(
			stepsOf(["2025-03-12", 25], ["2025-06-04", 50]),
			"2025-06-01",
		);
		expect(rateNews(told, now, "2025-06-01").map(inShort)).toEqual([
			"in-force 2025-06-01: 25 → 40",
		]);
	});

	test("a rate that was another since days past is a correction", () => {
		const now = stepsOf(
			["2025-03-12", 25],
			["2025-06-04", 40],
			["2027-01-01", 30],
		);
		expect(newsOf("2025-07-01", "2025-07-01", now)).toEqual([
			"corrected 2025-06-04–: 50, no 40",
		]);
	});

	test("days long past are corrected by themselves", () => {
		const now = stepsOf(
			["2025-03-12", 25],
			["2025-05-01", 35],
			["2025-06-04", 50],
			["2027-01-01", 30],
		);
		expect(newsOf("2025-07-01", "2025-07-01", now)).toEqual([
			"corrected 2025-05-01–2025-06-03: 25, no 35",
		]);
	});

	test("a change that is withdrawn again is corrected back", () => {
		const now = stepsOf(["2025-03-12", 25], ["2027-01-01", 30]);
		expect(newsOf("2025-07-01", "2025-07-01", now)).toEqual([
			"corrected 2025-06-04–: 50, no 25",
		]);
	});

	test("days of which nothing was said are no correction", () => {
		const now = [...stepsOf(["2018-03-23", 10]), ...steps];
		expect(newsOf("2025-07-01", "2025-07-01", now)).toEqual([]);
	});

	test.each([
		["a new change ahead", 70, "2026-02-01", ["scheduled 2026-02-01: 50 → 70"]],
		[
			"one within the week, once",
			70,
			"2025-07-03",
			["scheduled 2025-07-03: 50 → 70"],
		],
	])("%s", (_name, percent, date, told) => {
		const now = stepsOf(
			["2025-03-12", 25],
			["2025-06-04", 50],
			[date, percent],
			["2027-01-01", 30],
		);
		expect(newsOf("2025-07-01", "2025-07-01", now)).toEqual(told);
		expect(rateNews(toldOn(now, "2025-07-01"), now, "2025-07-01")).toEqual([]);
	});

	test("a change put off names the day that fell away", () => {
		const now = stepsOf(
			["2025-03-12", 25],
			["2025-06-04", 50],
			["2028-01-01", 30],
		);
		expect(newsOf("2025-07-01", "2025-07-01", now)).toEqual([
			"scheduled instead of 2027-01-01 2028-01-01: 50 → 30",
		]);
	});

	test("a change called off is told", () => {
		const now = stepsOf(["2025-03-12", 25], ["2025-06-04", 50]);
		expect(newsOf("2025-07-01", "2025-07-01", now)).toEqual([
			"called-off 2027-01-01: 50 → 30",
		]);
	});
});

/** Days told one after another, some passed over. */
const anyHistory = fc
	.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 6 })
	.map((days) =>
		days
			.toSorted((a, b) => a - b)
			.map(
				(day, at) => [shiftDay("2025-01-01", { days: day }), 10 + at] as const,
			),
	)
	.map((turns) => stepsOf(...turns));

test("whatever days are looked on, each change is told in force once, in order", () => {
	fc.assert(
		fc.property(
			anyHistory,
			fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { maxLength: 30 }),
			(history, looks) => {
				const days = [...looks.toSorted((a, b) => a - b), 90].map((day) =>
					shiftDay("2025-01-01", { days: day }),
				);
				let told: RateTold = toldOn(history, "2025-01-01");
				const heard: string[] = [];
				for (const day of days) {
					const news = rateNews(told, history, day);
					for (const one of news) {
						if (one.kind === "in-force") heard.push(one.date);
						if (one.kind === "ahead") expect(one.date > day).toBe(true);
					}
					told = toldOn(history, day);
					expect(rateNews(told, history, day)).toEqual([]);
				}
				const changes = history.slice(1).map(({ from }) => from);
				expect(heard).toEqual(changes.filter((day) => day > "2025-01-01"));
			},
		),
	);
});
