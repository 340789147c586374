import type { Feed } from "./feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

/** What an interval is chosen from. */
export interface Cadence {
	readonly feed: Pick<Feed, "kind" | "url">;
	/** Null when the server said that nothing is new. */
	readonly parsed: Pick<ParsedFeed, "items" | "ttlMinutes"> | null;
	/** How long the server says its answer stays fresh; null when it does not say. */
	readonly freshMs: number | null;
	/** The interval chosen last; null at the first answer. */
	readonly lastMs: number | null;
	/** No feed is asked more often than this, nor less often than four times that. */
	readonly shortestMs: number;
	readonly now: Date;
}

const longestTimes = 4;
/** Gaps between items are taken from this many of the newest. */
const gapsFrom = 20;
/** A quiet feed's interval grows by this at each answer without news. */
const growth = 1.25;

/**
 * How long to wait before asking a feed again: half the usual time between its
 * items, no shorter than its `ttl`, `sy:update*`, Cache-Control or Expires
 * ask, official feeds as often as allowed in the office hours of their place;
 * all between `shortestMs` and four times that.
 */
export function pollIntervalMs(cadence: Cadence): number {
	const { feed, parsed, freshMs, shortestMs, now } = cadence;
	if (feed.kind === "official" && isOfficeHour(feed.url, now)) {
		return shortestMs;
	}
	const asked = Math.max(freshMs ?? 0, (parsed?.ttlMinutes ?? 0) * 60_000);
	const wished = Math.max(wishedMs(cadence), asked, shortestMs);
	return Math.min(wished, longestIntervalMs(shortestMs));
}

/** How long a feed is left alone at most, and one whose hub pushes always. */
export function longestIntervalMs(shortestMs: number): number {
	return shortestMs * longestTimes;
}

function wishedMs({ parsed, lastMs, shortestMs, now }: Cadence): number {
	if (parsed === null) return lastMs === null ? shortestMs : lastMs * growth;
	const gapMs = usualGapMs(parsed, now);
	return gapMs === null ? shortestMs : gapMs / 2;
}

/** When a feed's items were published, up to now, in ms, the newest first. */
export function itemTimes(items: ParsedFeed["items"], now: Date): number[] {
	return items
		.flatMap(({ published, updated }) => published ?? updated ?? [])
		.map((date) => Date.parse(date))
		.filter((time) => time <= now.getTime())
		.sort((a, b) => b - a);
}

/** The middle gap between a feed's newest items, in ms; null when fewer than three are dated. */
export function usualGapMs(
	{ items }: Pick<ParsedFeed, "items">,
	now: Date,
): number | null {
	const times = itemTimes(items, now).slice(0, gapsFrom);
	const gaps = times
		.slice(1)
		.map((time, at) => (times[at] ?? time) - time)
		.sort((a, b) => a - b);
	return gaps.length < 2 ? null : (gaps[gaps.length >> 1] ?? null);
}

const places: readonly (readonly [RegExp, string])[] = [
	[/\.mx$/, "America/Mexico_City"],
	[/\.(?:eu|int|org|ch)$/, "Europe/Brussels"],
	[/\.uk$/, "Europe/London"],
];

/** Monday to Friday, 7 to 19 o'clock, where the feed's host is by its name: Washington and Ottawa share their hour. */
function isOfficeHour(url: string, now: Date): boolean {
	const host = URL.parse(url)?.hostname ?? "";
	const [, timeZone] = places.find(([shape]) => shape.test(host)) ?? [];
	const parts = new Intl.DateTimeFormat("en-US", {
		timeZone: timeZone ?? "America/New_York",
		weekday: "short",
		hour: "numeric",
		hourCycle: "h23",
	}).formatToParts(now);
	const part = (type: string) =>
		parts.find((each) => each.type === type)?.value ?? "";
	const hour = Number(part("hour"));
	return !/^S/.test(part("weekday")) && hour >= 7 && hour < 19;
}

/** The interval a tenth shorter or longer, by the feed and the hour, so that not all come at once. */
export function jittered(ms: number, seed: string): number {
	let hash = 0;
	for (let at = 0; at < seed.length; at++) {
		hash = (Math.imul(hash, 31) + seed.charCodeAt(at)) | 0;
	}
	return Math.round(ms * (0.9 + ((hash >>> 8) % 1000) / 5000));
}
