import type { FeedKind } from "../news/article.ts";

/** An address we poll. */
export interface Feed {
	/** Short and stable: `federal-register-ustr`; made from the address for feeds that people add. */
	readonly id: string;
	readonly url: string;
	/** Shown to people as the outlet. */
	readonly title: string;
	readonly kind: FeedKind;
	readonly language: string;
	/** False when the address could not be verified in public documentation. */
	readonly verified: boolean;
	/** Who reads its bytes when it is not our own reader. */
	readonly reader?: FeedReader;
}

/**
 * Readers that a feed may choose instead of our own: `rss-parser`; `notices` for
 * a page that lists them in a table, or a feed that has but their titles, and
 * opens them; `canada-gazette` for a feed of its issues, which are opened.
 */
export const feedReaders = ["rss-parser", "notices", "canada-gazette"] as const;
export type FeedReader = (typeof feedReaders)[number];

/** What is remembered of a feed between polls. */
export interface FeedState {
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** Of the bytes last parsed; equal bytes are not parsed again. */
	readonly contentHash: string | null;
	/** When the first poll marked what it found. Null: the next poll posts nothing. */
	readonly primedAt: Date | null;
	readonly polledAt: Date | null;
	readonly workedAt: Date | null;
	/** In a row, up to now. */
	readonly failures: number;
	/** When those failures began; null when well. */
	readonly failingSince: Date | null;
	/** The beginning of the failure that channels were told of; null once they know that it is over. */
	readonly troubleToldOf: Date | null;
	/** One sentence for people; null when well. */
	readonly trouble: string | null;
	/** Not to be asked again before this: its interval, backoff, or the server's own Retry-After. Null: at once. */
	readonly restUntil: Date | null;
	/** How long it rested last between two answers, in ms; null before the first. */
	readonly intervalMs: number | null;
	/** The usual time between its items, in ms; null while unknown. */
	readonly gapMs: number | null;
	/** Date of its newest item. */
	readonly newestAt: Date | null;
	/** Of the last answer that had any. */
	readonly bytes: number | null;
	/** How long the last answer took, in ms. */
	readonly tookMs: number | null;
	/** Where its server says it moved to for good; null when nowhere. */
	readonly movedTo: string | null;
	/** How often in a row the server said so. */
	readonly movedTimes: number;
}

export const unpolled: FeedState = {
	etag: null,
	lastModified: null,
	contentHash: null,
	primedAt: null,
	polledAt: null,
	workedAt: null,
	failures: 0,
	failingSince: null,
	troubleToldOf: null,
	trouble: null,
	restUntil: null,
	intervalMs: null,
	gapMs: null,
	newestAt: null,
	bytes: null,
	tookMs: null,
	movedTo: null,
	movedTimes: 0,
};

/** A feed that is to be asked, and since when; null for one never asked. */
export interface DueFeed {
	readonly feedId: string;
	readonly at: Date | null;
}

/** A feed, and what is remembered of it. */
interface KnownFeed {
	readonly feed: Feed;
	readonly state: FeedState;
}

/** Remembers feeds and how they are. */
export interface FeedMemory {
	feeds(): Promise<readonly Feed[]>;
	feed(id: string): Promise<Feed | null>;
	/** Adds a feed or renews its description; what is remembered of it stays. */
	keepFeed(feed: Feed): Promise<void>;
	/**
	 * Brings in a list: its new feeds are added, its known ones renewed, and
	 * those that an earlier list brought and this one lacks are dropped. What
	 * people added stays; what people removed stays removed.
	 */
	takeList(list: readonly Feed[]): Promise<void>;
	/** Forgets the feed; its articles stay. False when there was none. */
	removeFeed(id: string): Promise<boolean>;
	/** `unpolled` for a feed never polled. */
	state(id: string): Promise<FeedState>;
	/** Both at once: polls ask for them thousands of times a minute. */
	known(id: string): Promise<KnownFeed | null>;
	keepState(id: string, state: FeedState): Promise<void>;
	/** Feeds whose rest is over at that time, the longest over first, `most` at most. */
	due(now: Date, most: number): Promise<readonly DueFeed[]>;
}
