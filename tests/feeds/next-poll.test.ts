import { expect, test } from "vitest";
import { unpolled } from "../../src/feeds/feed.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { afterFailure, afterSuccess } from "../../src/feeds/next-poll.ts";

const now = new Date("2026-11-22T05:00:00Z");
const later = new Date("2026-11-22T06:00:00Z");
const bytes = {
	kind: "bytes",
	bytes: new Uint8Array(),
	contentType: null,
	etag: '"2"',
	lastModified: null,
	url: "https://feeds.example/",
	hash: "abc",
} as const;

test("primes a feed at its first bytes and keeps that", () => {
	const first = afterSuccess(unpolled, bytes, now);
	expect(first).toMatchObject({
		primedAt: now,
		etag: '"2"',
		contentHash: "abc",
	});
	expect(afterSuccess(first, bytes, later)).toMatchObject({
		primedAt: now,
		workedAt: later,
	});
});

test("an unchanged answer keeps the validators and ends the trouble", () => {
	const known = {
		...afterSuccess(unpolled, bytes, now),
		failures: 3,
		trouble: "x",
	};
	expect(afterSuccess(known, { kind: "unchanged" }, later)).toEqual({
		...known,
		polledAt: later,
		workedAt: later,
		failures: 0,
		trouble: null,
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
	const next = afterFailure(state, new FeedError("down"), 300, now);
	expect(next.failures).toBe(failures);
	expect(next.trouble).toBe("down");
	expect((next.restUntil?.getTime() ?? 0) - now.getTime()).toBe(seconds * 1000);
});

test.each([
	["the server's wait", new FeedError("busy", { retryAfterMs: 5000 }), 5],
	["a day at most", new FeedError("busy", { retryAfterMs: 9e9 }), 86_400],
	["a day when gone", new FeedError("gone", { gone: true }), 86_400],
	["its own wait for any other fault", new Error("secret"), 1],
])("rests %s", (_, error, seconds) => {
	const next = afterFailure(unpolled, error, 1, now);
	expect((next.restUntil?.getTime() ?? 0) - now.getTime()).toBe(seconds * 1000);
	expect(next.trouble).not.toContain("secret");
});

test("a failure keeps what was known", () => {
	const known = afterSuccess(unpolled, bytes, now);
	expect(afterFailure(known, new FeedError("x"), 300, later)).toMatchObject({
		etag: '"2"',
		contentHash: "abc",
		primedAt: now,
		workedAt: now,
		polledAt: later,
	});
});
