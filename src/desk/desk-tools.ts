import type { Card } from "../chat/card.ts";
import type { Channels } from "../chat/channel.ts";
import type { Archive } from "../deliveries/archive.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import type { Floods } from "../deliveries/flood.ts";
import type { FeedMemory } from "../feeds/feed.ts";
import type { HubLeases } from "../feeds/hub-lease.ts";
import type { Log } from "../log.ts";
import type { BookChanges } from "../news/proposal.ts";
import type { Say } from "../phrases/say.ts";
import type { Book } from "../tariffs/book.ts";

/** How many jobs stand in each state, by queue. */
export type QueueCounts = Readonly<
	Record<string, Readonly<Record<string, number>>>
>;

/** All that the operator's pages look at, and what changes the tariff book. */
export interface DeskTools {
	/** Resolve when it answers; reject with why it does not. */
	readonly pingStore: () => Promise<unknown>;
	readonly pingQueue: () => Promise<unknown>;
	readonly queueCounts: () => Promise<QueueCounts>;
	readonly feeds: Pick<FeedMemory, "feeds" | "state">;
	/** Null while no hub can reach us. */
	readonly hubLeases: Pick<HubLeases, "all"> | null;
	readonly ledger: Pick<DeliveryLedger, "counts" | "newest">;
	readonly floods: Pick<Floods, "open">;
	readonly channels: Pick<Channels, "all">;
	readonly archive: Pick<Archive, "counts">;
	readonly bookChanges: Pick<BookChanges, "proposals">;
	/** The tariff book as it stands now. */
	book(): Book;
	/** Answers a command line in the name of whoever asks; null: of the desk. */
	ask(line: string, by: string | null): Promise<Card>;
	/** Whether there is a session to end. */
	readonly hasLogin: boolean;
	readonly version: string;
	readonly startedAt: Date;
	readonly now: () => Date;
	readonly say: Say;
	readonly log: Log;
}
