import type { ChannelRef } from "../chat/channel.ts";
import type { DueFeed, FeedMemory } from "../feeds/feed.ts";
import { type ReleaseTools, releaseHeld } from "./release-held.ts";
import { staleBefore } from "./send-deliveries.ts";

/** A channel, and when it has something to hear. */
export interface DueChannel {
	readonly channel: ChannelRef;
	readonly at: Date;
}

/** Tells the queue that channels have something due; a queue that is down says so itself and never throws. */
export type EnqueueChannels = (
	due: readonly DueChannel[],
	cause: string,
) => Promise<void>;

/** What sweeping needs of the house. */
export interface SweepTools extends ReleaseTools {
	readonly enqueueChannels: EnqueueChannels;
	readonly feeds: Pick<FeedMemory, "due">;
	/** Has these feeds polled; never throws either. */
	enqueuePolls(due: readonly DueFeed[]): Promise<void>;
	/** Since when no other process can be sending; null where others may. */
	readonly aloneSince: Date | null;
}

/** Of each platform, so that none shuts another out. */
const mostChannels = 500;
/** More are left to the next sweep. */
const mostFeeds = 500;

/**
 * Sees that nothing is left lying: enqueues every channel that has something
 * due and every feed whose rest is over, and lets go what was held and need
 * not be any more. A queue that lost all its jobs gets them back here.
 * Platforms that are `busy` have jobs enough: theirs would be enqueued anew
 * each round, and most of them twice.
 */
export async function sweep(
	tools: SweepTools,
	now: Date,
	busy: readonly string[] = [],
): Promise<void> {
	const limits = [now, staleBefore(now, tools), mostChannels] as const;
	const enqueue = (channels: readonly ChannelRef[]) =>
		tools.enqueueChannels(
			channels.map((channel) => ({ channel, at: now })),
			"swept",
		);
	const due = await tools.ledger.due(...limits);
	await enqueue(due.filter(({ platform }) => !busy.includes(platform)));
	await enqueue(await releaseHeld(tools, now));
	await tools.enqueuePolls(await tools.feeds.due(now, mostFeeds));
}
