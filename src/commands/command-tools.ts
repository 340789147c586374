import type { ChannelRef, Channels } from "../chat/channel.ts";
import type { Finding } from "../chat/finding.ts";
import type { Archive, DigestMemory } from "../deliveries/archive.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import type { Floods } from "../deliveries/flood.ts";
import type { RateWatches } from "../deliveries/rate-watch.ts";
import type { Feed, FeedMemory } from "../feeds/feed.ts";
import type { HubLeases } from "../feeds/hub-lease.ts";
import type { BookChanges } from "../news/proposal.ts";
import type { Speaker } from "../news/statement.ts";
import type { Book } from "../tariffs/book.ts";
import type { ScheduleMemory } from "../tariffs/tariff-line.ts";
import type { Subscriptions } from "../topics/subscription.ts";
import type { Topic, TopicMemory } from "../topics/topic.ts";

/** What commands work with: memories to look in, and a few errands to start. */
export interface CommandTools {
	readonly channels: Channels;
	readonly subscriptions: Subscriptions;
	readonly rateWatches: RateWatches;
	readonly bookChanges: BookChanges;
	/** Topics that channels made; the catalogue's own stand beside them. */
	readonly topics: TopicMemory;
	readonly archive: Archive;
	readonly ledger: DeliveryLedger;
	readonly floods: Floods;
	readonly feeds: FeedMemory;
	/** Null while no hub can reach us. */
	readonly hubLeases: Pick<HubLeases, "all"> | null;
	readonly digests: DigestMemory;
	/** Imported tariff schedules, asked anew at every question. */
	readonly schedules: Pick<ScheduleMemory, "findLines" | "findLists">;
	/** The tariff book as it stands now. */
	book(): Book;
	readonly catalogue: readonly Topic[];
	readonly people: readonly Speaker[];
	/** Where our pages are for those who read us, without a slash at its end; null when it is not set. */
	readonly publicUrl: string | null;
	/** Fetches the address once and keeps the feed it finds there; throws when there is none, the message saying why. */
	addFeed(url: string): Promise<Feed>;
	/** Asks a feed now, resting or not; what happened stands in its state. */
	pollFeed(feedId: string): Promise<void>;
	/** What our platform says of our rights in a channel; empty when it tells nothing. */
	examineChannel(channel: ChannelRef): Promise<readonly Finding[]>;
	/** Whether it is the operator's own page, whose answers hold for every channel. */
	isDesk(channel: ChannelRef): boolean;
	/** Whether those who manage this channel may change the tariff book, which is one for all channels. */
	mayAmend(channel: ChannelRef, isAlone: boolean): boolean;
	/** Has the book take up what was confirmed or withdrawn. */
	bookChanged(): Promise<void>;
	/** Tells every matcher that topics were made, edited or removed. */
	topicsChanged(): Promise<void>;
}
