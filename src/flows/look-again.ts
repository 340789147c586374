import { type ChannelRef, channelKey } from "../chat/channel.ts";
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

/** Looks at a closed channel without posting, the less often the longer it is closed; null before it is time. */
export async function lookAgain(
	channel: ChannelRef,
	since: Date,
	tools: LookTools,
	now: Date,
): Promise<Standing | null> {
	const key = channelKey(channel);
	const closedMs = now.getTime() - since.getTime();
	const everyMs = Math.min(longestMs, Math.max(shortestMs, closedMs / 2));
	const last = tools.looked.get(key) ?? since;
	if (now.getTime() - last.getTime() < everyMs) return null;
	tools.looked.set(key, now);
	const findings = await tools.examine(channel).catch(() => []);
	if (findings.some(({ state }) => state === "ill")) return "closed";
	const isSure = findings.some(({ state }) => state === "well");
	if (!isSure || findings.some(({ state }) => state === "off"))
		return "unknown";
	tools.looked.delete(key);
	return "open";
}
