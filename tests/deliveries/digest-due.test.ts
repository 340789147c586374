import fc from "fast-check";
import { expect, test } from "vitest";
import type { DigestTimes, Weekday } from "../../src/chat/channel.ts";
import { dueDigest } from "../../src/deliveries/digest-due.ts";

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const since = new Date("2026-01-01T00:00:00Z");

function times(zone: string, at: string, days = everyDay): DigestTimes {
	return { zone, at, days, since };
}

interface Case {
	readonly name: string;
	readonly times: DigestTimes;
	readonly last?: string;
	readonly now: string;
	/** Date and instant; null when none is due. */
	readonly due: readonly [string, string] | null;
	readonly late?: boolean;
}

const toronto = "America/Toronto";
const cases: readonly Case[] = [
	{
		name: "at its minute",
		times: times(toronto, "08:00"),
		now: "2026-10-07T12:00:00Z",
		due: ["2026-10-07", "2026-10-07T12:00:00Z"],
	},
	{
		name: "not before, when yesterday's is made",
		times: times(toronto, "08:00"),
		last: "2026-10-06",
		now: "2026-10-07T11:59:59Z",
		due: null,
	},
	{
		name: "not again on its date",
		times: times(toronto, "08:00"),
		last: "2026-10-07",
		now: "2026-10-07T20:00:00Z",
		due: null,
	},
	{
		name: "once after days of downtime, the latest, and late",
		times: times(toronto, "08:00"),
		last: "2026-10-01",
		now: "2026-10-07T10:00:00Z",
		due: ["2026-10-06", "2026-10-06T12:00:00Z"],
		late: true,
	},
	{
		name: "not late within a quarter of an hour",
		times: times(toronto, "08:00"),
		now: "2026-10-07T12:15:00Z",
		due: ["2026-10-07", "2026-10-07T12:00:00Z"],
	},
	{
		name: "Friday's over the weekend",
		times: times(toronto, "08:00", weekdays),
		last: "2026-10-08",
		now: "2026-10-11T15:00:00Z",
		due: ["2026-10-09", "2026-10-09T12:00:00Z"],
		late: true,
	},
	{
		name: "a weekly one, just before its next",
		times: times(toronto, "08:00", [3]),
		now: "2026-10-14T11:59:00Z",
		due: ["2026-10-07", "2026-10-07T12:00:00Z"],
		late: true,
	},
	{
		name: "none for a time before it was asked for",
		times: {
			...times(toronto, "08:00"),
			since: new Date("2026-10-07T12:30:00Z"),
		},
		now: "2026-10-07T13:00:00Z",
		due: null,
	},
	{
		name: "none without days",
		times: times(toronto, "08:00", []),
		now: "2026-10-07T13:00:00Z",
		due: null,
	},
	{
		name: "a time that spring skips, when the clock jumps",
		times: times(toronto, "02:30"),
		last: "2026-03-07",
		now: "2026-03-08T07:00:00Z",
		due: ["2026-03-08", "2026-03-08T07:00:00Z"],
	},
	{
		name: "the same in Paris",
		times: times("Europe/Paris", "02:30"),
		last: "2026-03-28",
		now: "2026-03-29T01:00:00Z",
		due: ["2026-03-29", "2026-03-29T01:00:00Z"],
	},
	{
		name: "a time that autumn doubles, the first time",
		times: times(toronto, "01:30"),
		last: "2026-10-31",
		now: "2026-11-01T05:30:00Z",
		due: ["2026-11-01", "2026-11-01T05:30:00Z"],
	},
	{
		name: "a doubled time, not the second time",
		times: times(toronto, "01:30"),
		last: "2026-11-01",
		now: "2026-11-01T06:30:00Z",
		due: null,
	},
	{
		name: "half an hour off, in winter time",
		times: times("America/St_Johns", "08:00"),
		now: "2026-11-02T11:30:00Z",
		due: ["2026-11-02", "2026-11-02T11:30:00Z"],
	},
	{
		name: "no second one on a date that moving east repeats",
		times: times("Europe/Paris", "23:00"),
		last: "2026-10-08",
		now: "2026-10-08T21:30:00Z",
		due: null,
	},
];

test.each(cases)("a digest is due $name", ({ times, last, now, due, late }) => {
	const found = dueDigest(times, last ? { date: last } : null, new Date(now));
	const expected = due && {
		date: due[0],
		scheduledAt: new Date(due[1]),
		late: late ?? false,
	};
	expect(found).toEqual(expected);
});

const hourMs = 3_600_000;
const anyTimes = fc.record({
	zone: fc.constantFrom(toronto, "America/St_Johns", "Europe/Paris", "UTC"),
	at: fc
		.tuple(fc.nat(23), fc.nat(59))
		.map((parts) => parts.map((part) => `${part}`.padStart(2, "0")).join(":")),
	days: fc.constant(everyDay),
	since: fc.constant(since),
});

/** Makes each digest that is due at these ticks; gives their dates. */
function make(digest: DigestTimes, ticks: readonly Date[]): string[] {
	const made: string[] = [];
	for (const now of ticks) {
		const date = made.at(-1);
		const due = dueDigest(digest, date ? { date } : null, now);
		if (due) made.push(due.date);
	}
	return made;
}

test("whenever the clock ticks, no date gets two, and dates only rise", () => {
	fc.assert(
		fc.property(
			anyTimes,
			fc.array(fc.integer({ min: 0, max: 400 * 24 * 60 }), { maxLength: 60 }),
			(digest, minutes) => {
				const ticks = minutes
					.sort((a, b) => a - b)
					.map((minute) => new Date(+since + 24 * hourMs + minute * 60_000));
				const made = make(digest, ticks);
				expect(made).toEqual([...new Set(made)].sort());
			},
		),
		{ numRuns: 100 },
	);
});

test("a clock that ticks often makes one on every date, across both changes", () => {
	fc.assert(
		fc.property(
			anyTimes,
			fc.constantFrom("2026-03-01T00:00:00Z", "2026-10-20T00:00:00Z"),
			(digest, start) => {
				const ticks = Array.from(
					{ length: 32 * 48 },
					(_, tick) => new Date(Date.parse(start) + (tick * hourMs) / 2),
				);
				const made = make({ ...digest, since: new Date(start) }, ticks);
				const first = Date.parse(made[0] ?? "");
				const days = made.map((_, day) =>
					new Date(first + day * 24 * hourMs).toISOString().slice(0, 10),
				);
				expect(made).toEqual(days);
				expect(made.length).toBeGreaterThanOrEqual(31);
			},
		),
		{ numRuns: 12 },
	);
});
