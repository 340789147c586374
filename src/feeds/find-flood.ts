import type { Article } from "../news/article.ts";
import { canonicalAddress } from "../news/canonical-address.ts";
import { textHash } from "../news/text-hash.ts";
import type { KeptItem } from "./renamed-items.ts";

/** An item of a feed as it is kept, with what tells whether others like it are new. */
export interface PastItem extends KeptItem {
	/** Of its words. */
	readonly hash: string;
	readonly published: Date | null;
	readonly detected: Date;
	/** It came in a flood, and nobody said that it was news. */
	readonly isFlooded: boolean;
}

/** What a feed was like before a poll. */
export interface FeedPast {
	/** Its items that came last. */
	readonly items: readonly PastItem[];
	/** When its first poll marked what it found. */
	readonly primedAt: Date;
	/** When it last answered. */
	readonly readAt: Date | null;
}

/** Fewer are not worth a question. */
const fewest = 5;
/** Nor are fewer of which nothing but the dates is old: many date as they like. */
const fewestByDate = 10;
/** So many known pages at once are not announced anew for what changed on them. */
const manyPages = 10;
const dayMs = 24 * 3_600_000;
/** An item may be dated so long before it is in its feed. */
const lateMs = 2 * dayMs;
/** A feed that brings this share of its items late, and so many, brings them so by habit. */
const lateByHabit = 1 / 3;
const fewestLate = 3;
/** So many at once are abnormal for any feed that never brought a fifth of them. */
const manyAtOnce = 150;
const timesUsual = 5;

/**
 * Those among never-seen items that are hardly new, by id, when they are an
 * abnormal share: their words or page are known under another id, or their
 * date says that an earlier poll would have met them, or they are far more
 * than the feed ever brought. Empty on a busy day, and for what gathered while
 * the feed or we were down: that is dated since, and its words are new.
 */
export function findFlood(
	fresh: readonly Article[],
	past: FeedPast,
	now: Date,
): ReadonlySet<string> {
	const old = hardlyNew(fresh, past);
	const others = fresh.length - old.size;
	return isTooMany(others, past, now) ? idsOf(fresh) : old;
}

function hardlyNew(
	fresh: readonly Article[],
	past: FeedPast,
): ReadonlySet<string> {
	const suspects = doubtful(fresh, past);
	const isFlood =
		suspects.length >= fewest && suspects.length * 2 >= fresh.length;
	if (!isFlood) return new Set();
	// Where most are old, so is all that the last poll would have met.
	const before = fresh.filter((one) => wasThere(one, past));
	return idsOf([...suspects, ...before]);
}

function idsOf(articles: readonly Article[]): ReadonlySet<string> {
	return new Set(articles.map(({ id }) => id));
}

function doubtful(
	fresh: readonly Article[],
	past: FeedPast,
): readonly Article[] {
	const hasOldWords = knownBy(fresh, past.items, textHash, ({ hash }) => hash);
	const hasOldPage = knownBy(fresh, past.items, pageOf, pageOf);
	const isDatedLate = lateness(past);
	const areLate = fresh.filter(isDatedLate).length >= fewestByDate;
	const isLate = (one: Article) => areLate && isDatedLate(one);
	const isOld = (one: Article) => hasOldWords(one) || isLate(one);
	const withPages = fresh.filter((one) => isOld(one) || hasOldPage(one));
	// Offices announce a page anew when they change it, and that is news.
	const isMany = withPages.length >= manyPages;
	return withPages.filter((one) => isMany || isOld(one) || wasThere(one, past));
}

/** By its own date the last poll should have met it. */
function wasThere({ published }: Article, { readAt }: FeedPast): boolean {
	return published !== null && readAt !== null && published < readAt;
}

/** Known again by a mark. One that several bear is what they share, such as the title of a weekly notice. */
function knownBy(
	fresh: readonly Article[],
	items: readonly PastItem[],
	markOf: (one: Article) => string | null,
	pastMarkOf: (one: PastItem) => string | null,
): (one: Article) => boolean {
	const here = Map.groupBy(fresh, markOf);
	const there = Map.groupBy(items, pastMarkOf);
	return (one) => {
		const mark = markOf(one);
		const bear = (marks: typeof here | typeof there) =>
			marks.get(mark)?.length === 1;
		return mark !== null && bear(here) && bear(there);
	};
}

/** The address without its host; null for a front page. */
function pageOf({ url }: KeptItem): string | null {
	if (url === null) return null;
	const page = canonicalAddress(url);
	const slash = page.indexOf("/");
	return slash < 0 ? null : page.slice(slash);
}

/** Whether an item's date lies so far back that the last poll would have met it; no matter in feeds that are always late. */
function lateness({
	items,
	primedAt,
	readAt,
}: FeedPast): (one: Article) => boolean {
	const since = items.filter((one) => one.detected > primedAt);
	const own = since.filter(({ isFlooded }) => !isFlooded);
	const late = own.filter(
		({ published, detected }) =>
			published !== null && +published < +detected - lateMs,
	);
	const isHabit =
		late.length >= fewestLate && late.length >= own.length * lateByHabit;
	return ({ published }) =>
		!isHabit &&
		published !== null &&
		readAt !== null &&
		+published < +readAt - lateMs;
}

/** Not after a day without an answer: then much may have gathered. */
function isTooMany(
	count: number,
	{ items, primedAt, readAt }: FeedPast,
	now: Date,
): boolean {
	if (readAt === null || +now - +readAt > dayMs) return false;
	const own = items.filter(
		({ isFlooded, detected }) => !isFlooded && detected > primedAt,
	);
	const bursts = Map.groupBy(own, ({ detected }) => +detected);
	const most = Math.max(0, ...[...bursts.values()].map(({ length }) => length));
	return count > manyAtOnce && count > most * timesUsual;
}
