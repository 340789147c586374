import fc from "fast-check";
import { expect, test } from "vitest";
import {
	type Cadence,
	jittered,
	pollIntervalMs,
} from "../../src/feeds/poll-interval.ts";
import type { FeedKind } from "../../src/news/article.ts";

const minute = 60_000;
const sunday = new Date("2026-11-22T15:00:00Z");
const monday = new Date("2026-11-23T15:00:00Z");

function itemsEvery(minutes: number, now: Date, count = 10) {
	return Array.from({ length: count }, (_, at) => ({
		published: new Date(+now - at * minutes * minute).toISOString(),
	})) as unknown as NonNullable<Cadence["parsed"]>["items"]; // only dates are looked at
}

function interval(cadence: Partial<Cadence>): number {
	return (
		pollIntervalMs({
			feed: { kind: "media", url: "https://wire.example/rss" },
			parsed: null,
			freshMs: null,
			lastMs: null,
			shortestMs: 5 * minute,
			now: monday,
			...cadence,
		}) / minute
	);
}

test.each([
	[2, 5],
	[20, 10],
	[30, 15],
	[600, 20],
])(
	"a feed with an item every %i minutes is asked every %i",
	(gap, expected) => {
		const parsed = { items: itemsEvery(gap, monday), ttlMinutes: null };
		expect(interval({ parsed })).toBe(expected);
	},
);

test("one burst of items does not hurry it", () => {
	const items = [...itemsEvery(30, monday), ...itemsEvery(0, monday, 4)];
	expect(interval({ parsed: { items, ttlMinutes: null } })).toBe(15);
});

test.each([
	["its ttl", { parsed: { items: itemsEvery(2, monday), ttlMinutes: 12 } }, 12],
	["Cache-Control", { freshMs: 9 * minute, lastMs: 5 * minute }, 9],
	["no more than four times the shortest", { freshMs: 9e9 }, 20],
])("keeps to %s", (_, cadence, expected) => {
	expect(interval(cadence)).toBe(expected);
});

test("grows while nothing is new", () => {
	expect(interval({ lastMs: 8 * minute })).toBe(10);
	expect(interval({ lastMs: 18 * minute })).toBe(20);
});

test.each<[string, FeedKind, string, Date, number]>([
	["on a working day", "official", "https://a.example.gc.ca/x", monday, 5],
	["at the weekend", "official", "https://a.example.gc.ca/x", sunday, 20],
	[
		"in Brussels' night",
		"official",
		"https://ec.example.eu/x",
		new Date("2026-11-23T23:00:00Z"),
		20,
	],
	[
		"in Washington's evening",
		"official",
		"https://x.example.gov/x",
		new Date("2026-11-23T23:00:00Z"),
		5,
	],
	["when it is a newspaper", "media", "https://a.example.ca/x", monday, 20],
])(
	"an official feed is asked as often as allowed in office hours: %s",
	(_, kind, url, now, expected) => {
		const parsed = { items: itemsEvery(6000, now), ttlMinutes: null };
		expect(interval({ feed: { kind, url }, parsed, now })).toBe(expected);
	},
);

test("never leaves its bounds, whatever a feed says", () => {
	fc.assert(
		fc.property(
			fc.option(fc.integer({ min: -1e6, max: 1e9 })),
			fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })),
			fc.option(fc.integer({ min: 1, max: 1e9 })),
			fc.array(fc.constantFrom("", "x", "2026-11-23T14:00:00Z", "1999-01-01")),
			(lastMs, freshMs, ttlMinutes, dates) => {
				const items = dates.map((published) => ({ published })) as never; // only dates are looked at
				const parsed = { items, ttlMinutes };
				const minutes = interval({ lastMs, freshMs, parsed });
				expect(minutes).toBeGreaterThanOrEqual(5);
				expect(minutes).toBeLessThanOrEqual(20);
			},
		),
	);
});

test("jitter is the same for the same feed and hour, and stays within a tenth", () => {
	fc.assert(
		fc.property(fc.string(), (seed) => {
			expect(jittered(1000, seed)).toBe(jittered(1000, seed));
			expect(Math.abs(jittered(1000, seed) - 1000)).toBeLessThanOrEqual(100);
		}),
	);
});
