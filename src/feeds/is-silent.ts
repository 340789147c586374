import type { FeedState } from "./feed.ts";

/** A gap this many times the usual one is worth telling. */
const longGap = 3;
/** A quiet night or a weekend is no silence. */
const shortestSilenceMs = 3 * 24 * 3_600_000;

/** Whether a feed answers and yet has had no new item for over three times its usual gap, three days at least. */
export function isSilent(
	{ gapMs, newestAt }: Pick<FeedState, "gapMs" | "newestAt">,
	now: Date,
): boolean {
	if (gapMs === null || newestAt === null) return false;
	const silentMs = now.getTime() - newestAt.getTime();
	return silentMs > Math.max(longGap * gapMs, shortestSilenceMs);
}
