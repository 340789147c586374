import { type ChannelRef, channelKey } from "../chat/channel.ts";
import { clocksAgreeMs } from "../chat/clocks-agree.ts";
import type { Finding } from "../chat/finding.ts";

/** How a closed channel stands: open again, still closed, or not to be told without posting. */
export type Standing = "open" | "closed" | "unknown";

export interface LookTools {
	/** What the channel's platform finds of our rights there; empty when there is no such platform. */
	examine(channel: ChannelRef): Promise<readonly Finding[]>;
	/** When a closed channel was last looked at, by its key. */
	readonly looked: Map<string, Date>;
}

const shortestMs = 5 * 60_000;
const longestMs = 6 * 60 * 60_000;

/** Whether to look at a channel closed since then: the less often, the longer it is closed. */
export function isTimeToLook(
	channel: ChannelRef,
	since: Date,
	{ looked }: Pick<LookTools, "looked">,
	now: Date,
): boolean {
	const closedMs = now.getTime() - since.getTime();
	const everyMs = Math.min(longestMs, Math.max(shortestMs, closedMs / 2));
	const last = looked.get(channelKey(channel)) ?? since;
	return isSoLongAgo(last, everyMs, now);
}

/** Whether a time lies so many ms back, or was written by a clock that has been set back since: then nobody knows. */
export function isSoLongAgo(then: Date, ms: number, now: Date): boolean {
	const agoMs = now.getTime() - then.getTime();
	return agoMs < -clocksAgreeMs || agoMs >= ms;
}

/** Looks at a closed channel without posting. */
export async function lookAgain(
	channel: ChannelRef,
	{ examine, looked }: LookTools,
	now: Date,
): Promise<Standing> {
	const key = channelKey(channel);
	looked.set(key, now);
	const findings = await examine(channel).catch(() => []);
	if (findings.some(({ state }) => state === "ill")) return "closed";
	const isSure = findings.some(({ state }) => state === "well");
	if (!isSure || findings.some(({ state }) => state === "off"))
		return "unknown";
	looked.delete(key);
	return "open";
}
