import type { FeedState } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import type { Fetched } from "./fetch-feed.ts";

/** A failing feed is asked at least this often, for ever. */
const longestFaultRestMs = 6 * 3_600_000;
/** Also one that says it is gone, or asks for longer. */
const longestRestMs = 24 * 3_600_000;

/**
 * What to remember of a feed that answered. Keep it last, after its articles:
 * a crash before that reads the same bytes once more and loses nothing.
 */
export function afterSuccess(
	state: FeedState,
	fetched: Fetched,
	now: Date,
): FeedState {
	const well: FeedState = {
		...state,
		polledAt: now,
		workedAt: now,
		failures: 0,
		trouble: null,
		restUntil: null,
	};
	if (fetched.kind === "unchanged") return well;
	return {
		...well,
		etag: fetched.etag,
		lastModified: fetched.lastModified,
		contentHash: fetched.hash,
		primedAt: state.primedAt ?? now,
	};
}

/**
 * What to remember of a feed that failed: the trouble in a sentence, and a
 * rest that doubles with each failure from `minSeconds` up to six hours, or as
 * long as the server asks for, but never beyond a day.
 */
export function afterFailure(
	state: FeedState,
	error: unknown,
	minSeconds: number,
	now: Date,
): FeedState {
	const failures = state.failures + 1;
	return {
		...state,
		polledAt: now,
		failures,
		trouble:
			error instanceof FeedError ? error.message : "it could not be read",
		restUntil: new Date(now.getTime() + restMs(error, failures, minSeconds)),
	};
}

function restMs(error: unknown, failures: number, minSeconds: number): number {
	// Doubling stops long before the exponent leaves what a number can hold.
	const backoff = minSeconds * 1000 * 2 ** Math.min(failures - 1, 30);
	const rest = Math.min(backoff, longestFaultRestMs);
	if (!(error instanceof FeedError)) return rest;
	if (error.gone) return longestRestMs;
	return Math.min(Math.max(rest, error.retryAfterMs ?? 0), longestRestMs);
}
