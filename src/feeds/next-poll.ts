import { withCredentialsOf } from "./credentials.ts";
import { type Feed, type FeedState, unpolled } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import type { Fetched } from "./fetch-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import {
	itemTimes,
	jittered,
	longestIntervalMs,
	pollIntervalMs,
	usualGapMs,
} from "./poll-interval.ts";

/** A failing feed is asked at least this often, for ever. */
const longestFaultRestMs = 6 * 3_600_000;
/** Also one that says it is gone, or asks for longer. */
const longestRestMs = 24 * 3_600_000;
/** A server that says so often that the feed moved is believed. */
const movesBelieved = 3;

/** Between what a poll found and what it left. */
interface Poll {
	readonly feed: Feed;
	readonly state: FeedState;
	/** The setting: no feed is asked more often. */
	readonly minSeconds: number;
	readonly now: Date;
}

/** A poll that was answered. */
export interface AnsweredPoll extends Poll {
	readonly fetched: Fetched;
	/** Null when nothing was new. */
	readonly parsed: ParsedFeed | null;
	/** Its hub pushes what is new: asking only makes sure. */
	readonly isPushed: boolean;
}

/** A poll that failed. */
export interface FailedPoll extends Poll {
	readonly error: unknown;
	/** Our own network is out: no feed is to be blamed. */
	readonly isOurs: boolean;
}

/** The address to ask: where the feed moved to, once its server has said so three times. */
export function pollAddress(
	{ url }: Feed,
	{ movedTo, movedTimes }: FeedState,
): string {
	if (movedTo === null || movedTimes < movesBelieved) return url;
	return withCredentialsOf(new URL(url), new URL(movedTo)).href;
}

/**
 * What to remember of a feed that answered. Keep it last, after its articles:
 * a crash before that reads the same bytes once more and loses nothing.
 */
export function afterSuccess(poll: AnsweredPoll): FeedState {
	const { feed, state, fetched, parsed, minSeconds, now } = poll;
	const shortestMs = minSeconds * 1000;
	const { freshMs } = fetched;
	const lastMs = state.intervalMs;
	const cadence = { feed, parsed, freshMs, lastMs, shortestMs, now };
	const intervalMs = pollIntervalMs(cadence);
	// The interval itself is kept as ever, for when the hub pushes no more.
	const restingMs = poll.isPushed ? longestIntervalMs(shortestMs) : intervalMs;
	const restMs = Math.max(
		jittered(restingMs, `${feed.id} ${now.getTime()}`),
		shortestMs,
	);
	const well: FeedState = {
		...state,
		...movedBy(fetched, state),
		polledAt: now,
		workedAt: now,
		failures: 0,
		failingSince: null,
		trouble: null,
		restUntil: new Date(now.getTime() + restMs),
		intervalMs,
		tookMs: fetched.tookMs,
	};
	if (fetched.kind === "unchanged") return well;
	return {
		...well,
		...(parsed && newsOf(parsed, now)),
		etag: fetched.etag,
		lastModified: fetched.lastModified,
		contentHash: fetched.hash,
		primedAt: state.primedAt ?? now,
		bytes: fetched.bytes.length,
	};
}

/** An address once believed in stays; another has to be told of three times in a row. */
function movedBy({ movedTo }: Fetched, state: FeedState) {
	if (state.movedTimes >= movesBelieved) return {};
	if (movedTo === null) return { movedTo: null, movedTimes: 0 };
	const isSame = movedTo === state.movedTo;
	return { movedTo, movedTimes: isSame ? state.movedTimes + 1 : 1 };
}

function newsOf(parsed: ParsedFeed, now: Date) {
	const [newest] = itemTimes(parsed.items, now);
	const newestAt = newest === undefined ? null : new Date(newest);
	return { newestAt, gapMs: usualGapMs(parsed, now) };
}

/**
 * What to remember of a feed that failed: the trouble in a sentence, and a
 * rest that doubles with each failure from `minSeconds` up to six hours, or as
 * long as the server asks for, but never beyond a day. A fault of our own
 * network costs the feed nothing. A feed that moved is asked at its old
 * address again.
 */
export function afterFailure(poll: FailedPoll): FeedState {
	const { state, error, isOurs, minSeconds, now } = poll;
	const failures = isOurs ? state.failures : state.failures + 1;
	const rest = isOurs ? minSeconds * 1000 : restMs(error, failures, minSeconds);
	const { movedTo, movedTimes } = isOurs ? state : unpolled;
	return {
		...state,
		...{ movedTo, movedTimes },
		polledAt: now,
		failures,
		failingSince: isOurs ? state.failingSince : (state.failingSince ?? now),
		trouble: troubleOf(error, isOurs),
		restUntil: new Date(now.getTime() + rest),
	};
}

function troubleOf(error: unknown, isOurs: boolean): string {
	if (isOurs) return "our own network reaches no feed just now";
	return error instanceof FeedError ? error.message : "it could not be read";
}

function restMs(error: unknown, failures: number, minSeconds: number): number {
	// Doubling stops long before the exponent leaves what a number can hold.
	const backoff = minSeconds * 1000 * 2 ** Math.min(failures - 1, 30);
	const rest = Math.min(backoff, longestFaultRestMs);
	if (!(error instanceof FeedError)) return rest;
	if (error.gone) return longestRestMs;
	return Math.min(Math.max(rest, error.retryAfterMs ?? 0), longestRestMs);
}
