import type { Channels } from "../chat/channel.ts";
import type { Archive } from "../deliveries/archive.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import type { FeedMemory } from "../feeds/feed.ts";
import type { Log } from "../log.ts";
import type { Say } from "../phrases/say.ts";

/** How many jobs stand in each state, by queue. */
export type QueueCounts = Readonly<
	Record<string, Readonly<Record<string, number>>>
>;

/** All that the operator's pages look at; they change nothing. */
export interface DeskTools {
	/** Resolve when it answers; reject with why it does not. */
	readonly pingStore: () => Promise<unknown>;
	readonly pingQueue: () => Promise<unknown>;
	readonly queueCounts: () => Promise<QueueCounts>;
	readonly feeds: Pick<FeedMemory, "feeds" | "state">;
	readonly ledger: Pick<DeliveryLedger, "counts" | "newest">;
	readonly channels: Pick<Channels, "all">;
	readonly archive: Pick<Archive, "counts">;
	readonly version: string;
	readonly startedAt: Date;
	readonly now: () => Date;
	readonly say: Say;
	readonly log: Log;
}
