import { clocksAgreeMs } from "../chat/clocks-agree.ts";
import type { FeedState } from "./feed.ts";

/** A feed that is well never rests longer than so many times its interval. */
export const longestRestTimes = 5;

type Resting = Pick<
	FeedState,
	"restUntil" | "polledAt" | "failures" | "intervalMs"
>;

/**
 * Whether a feed is to be left alone at `now`. A rest that a clock gave which
 * has been set back since may be hours too long, and is not believed.
 */
export function isResting(state: Resting, now: Date): boolean {
	const { restUntil, polledAt, failures, intervalMs } = state;
	if (restUntil === null || restUntil <= now) return false;
	const soon = now.getTime() + clocksAgreeMs;
	if (polledAt !== null && polledAt.getTime() > soon) return false;
	const isWell = failures === 0 && intervalMs !== null;
	return !isWell || restUntil.getTime() <= soon + longestRestTimes * intervalMs;
}
