import { expect, test } from "vitest";
import { type FeedState, unpolled } from "../../src/feeds/feed.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import type { Fetched } from "../../src/feeds/fetch-feed.ts";
import {
	type AnsweredPoll,
	afterFailure,
	afterSuccess,
	pollAddress,
} from "../../src/feeds/next-poll.ts";
import type { ParsedFeed } from "../../src/feeds/parsed-feed.ts";

const now = new Date("2026-11-22T05:00:00Z");
const later = new Date("2026-11-22T06:00:00Z");
const feed = {
	id: "wire",
	url: "https://feeds.example/rss",
	title: "Wire",
	kind: "media",
	language: "en",
	verified: true,
} as const;
const answered = { freshMs: null, movedTo: null, tookMs: 40 };
const bytes = {
	...answered,
	kind: "bytes",
	bytes: new Uint8Array(7),
	contentType: null,
	etag: '"2"',
	lastModified: null,
	url: "https://feeds.example/",
	hash: "abc",
	links: { hubs: [], self: null },
} as const;
const unchanged = { ...answered, kind: "unchanged" } as const;

function succeed(poll: Partial<AnsweredPoll>): FeedState {
	const usual = { feed, state: unpolled, parsed: null, minSeconds: 300, now };
	return afterSuccess({ ...usual, isPushed: false, fetched: bytes, ...poll });
}

function fail(state: FeedState, error: unknown, more = {}): FeedState {
	const usual = { feed, isOurs: false, minSeconds: 300, now };
	return afterFailure({ ...usual, state, error, ...more });
}

const restOf = ({ restUntil }: FeedState) => Number(restUntil) - now.getTime();

test("leaves a feed alone for longest while its hub pushes, and is as before after that", () => {
	const pushed = succeed({ isPushed: true });
	expect(restOf(pushed)).toBeGreaterThan(0.9 * 1_200_000 - 1);
	expect(restOf(pushed)).toBeLessThan(1.1 * 1_200_000 + 1);
	const lapsed = succeed({ state: pushed });
	expect(restOf(lapsed)).toBeLessThan(1.1 * 1.25 * 300_000 + 1);
});

test("primes a feed at its first bytes and keeps that", () => {
	const first = succeed({});
	expect(first).toMatchObject({
		primedAt: now,
		etag: '"2"',
		contentHash: "abc",
		bytes: 7,
		tookMs: 40,
	});
	expect(succeed({ state: first, now: later })).toMatchObject({
		primedAt: now,
		workedAt: later,
	});
});

test("an unchanged answer keeps the validators and ends the trouble", () => {
	const known = { ...succeed({}), failures: 3, trouble: "x" };
	const next = succeed({ state: known, fetched: unchanged, now: later });
	expect(next).toMatchObject({
		...{ etag: '"2"', contentHash: "abc", bytes: 7 },
		...{ polledAt: later, workedAt: later, failures: 0, trouble: null },
	});
});

test("rests between its interval's nine tenths and eleven, never less than the setting", () => {
	const feeds = Array.from({ length: 50 }, (_, at) => ({
		...feed,
		id: `feed-${at}`,
	}));
	const rests = feeds.map((each) => restOf(succeed({ feed: each })));
	for (const rest of rests) {
		expect(rest).toBeGreaterThanOrEqual(300_000);
		expect(rest).toBeLessThanOrEqual(330_000);
	}
	expect(new Set(rests).size).toBeGreaterThan(20);
});

test("remembers the newest item and the usual gap", () => {
	const items = ["2026-11-22T04:00:00Z", "2026-11-22T02:00:00Z"].concat(
		"2026-11-22T00:00:00Z",
		"2027-01-01T00:00:00Z",
	);
	const parsed = {
		ttlMinutes: null,
		items: items.map((published) => ({ published, updated: null })),
	} as unknown as ParsedFeed; // only what is asked of it
	expect(succeed({ parsed })).toMatchObject({
		newestAt: new Date("2026-11-22T04:00:00Z"),
		gapMs: 7_200_000,
	});
});

test.each([
	[1, 300],
	[2, 600],
	[3, 1200],
	[7, 19_200],
	[8, 21_600],
	[10_000, 21_600],
])("after failure %i in a row rests %i s", (failures, seconds) => {
	const state = { ...unpolled, failures: failures - 1 };
	const next = fail(state, new FeedError("down"));
	expect(next.failures).toBe(failures);
	expect(next.trouble).toBe("down");
	expect(restOf(next)).toBe(seconds * 1000);
});

test.each([
	["the server's wait", new FeedError("busy", { retryAfterMs: 5000 }), 5],
	["a day at most", new FeedError("busy", { retryAfterMs: 9e9 }), 86_400],
	["a day when gone", new FeedError("gone", { gone: true }), 86_400],
	["its own wait for any other fault", new Error("secret"), 1],
])("rests %s", (_, error, seconds) => {
	const next = fail(unpolled, error, { minSeconds: 1 });
	expect(restOf(next)).toBe(seconds * 1000);
	expect(next.trouble).not.toContain("secret");
});

test("a failure keeps what was known", () => {
	const known = succeed({});
	expect(fail(known, new FeedError("x"), { now: later })).toMatchObject({
		etag: '"2"',
		contentHash: "abc",
		primedAt: now,
		workedAt: now,
		polledAt: later,
	});
});

test("our own network's fault is not the feed's", () => {
	const known = { ...succeed({}), failures: 2 };
	const next = fail(known, new FeedError("no way"), { isOurs: true });
	expect(next.failures).toBe(2);
	expect(restOf(next)).toBe(300_000);
	expect(next.trouble).toBe("our own network reaches no feed just now");
});

const moved = (movedTo: string | null): Fetched => ({ ...unchanged, movedTo });

test("a feed is asked where it moved to once it has said so three times in a row", () => {
	const there = "https://new.example/rss";
	const asked: string[] = [];
	let state: FeedState = unpolled;
	for (const to of [there, null, there, there, there, null]) {
		state = succeed({ state, fetched: moved(to) });
		asked.push(pollAddress(feed, state));
	}
	expect(asked).toEqual([...Array(4).fill(feed.url), ...Array(2).fill(there)]);
});

test.each([
	["http://a:b@n.example/1", "http://n.example/2", "http://a:b@n.example/2"],
	["http://a:b@n.example/1", "https://n.example/2", "https://a:b@n.example/2"],
	["https://a:b@n.example/1", "http://n.example/2", "http://n.example/2"],
	["http://a:b@n.example/1", "http://n.example:81/2", "http://n.example:81/2"],
	["http://a:b@n.example/1", "http://m.example/2", "http://m.example/2"],
])("a feed at %s that moved to %s is asked at %s", (url, movedTo, asked) => {
	const state = { ...unpolled, movedTo, movedTimes: 3 };
	expect(pollAddress({ ...feed, url }, state)).toBe(asked);
});

test("a feed that fails where it moved to is asked at its old address", () => {
	const state = { ...unpolled, movedTo: "https://new.example/", movedTimes: 3 };
	const next = fail(state, new FeedError("down"));
	expect(pollAddress(feed, next)).toBe(feed.url);
});

test("takes a feed of two hundred thousand items in its stride", () => {
	const item = { published: "2026-11-22T04:00:00Z", updated: null };
	const items = Array(200_000).fill(item);
	const parsed = { ttlMinutes: null, items } as unknown as ParsedFeed; // only what is asked of it
	expect(succeed({ parsed }).newestAt).toEqual(new Date(item.published));
});
