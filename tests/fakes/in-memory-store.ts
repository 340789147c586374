import type { Channels } from "../../src/chat/channel.ts";
import { type Pace, paceAlone } from "../../src/chat/pace.ts";
import type { Transcript } from "../../src/chat/transcript.ts";
import type { Vault } from "../../src/chat/vault.ts";
import type { Archive, DigestMemory } from "../../src/deliveries/archive.ts";
import type { DeliveryLedger } from "../../src/deliveries/delivery-ledger.ts";
import type { Floods } from "../../src/deliveries/flood.ts";
import type { Newsroom } from "../../src/deliveries/newsroom.ts";
import type { RateWatches } from "../../src/deliveries/rate-watch.ts";
import type { FeedMemory } from "../../src/feeds/feed.ts";
import type { HubLeases } from "../../src/feeds/hub-lease.ts";
import type { BookChanges } from "../../src/news/proposal.ts";
import type { ScheduleMemory } from "../../src/tariffs/tariff-line.ts";
import type {
	Subscription,
	Subscriptions,
} from "../../src/topics/subscription.ts";
import type { TopicMemory } from "../../src/topics/topic.ts";
import { inMemoryArchive } from "./in-memory-archive.ts";
import { inMemoryBookChanges } from "./in-memory-book-changes.ts";
import { inMemoryChannels } from "./in-memory-channels.ts";
import { inMemoryDigests } from "./in-memory-digests.ts";
import { inMemoryFeeds } from "./in-memory-feeds.ts";
import { inMemoryFloods } from "./in-memory-floods.ts";
import { inMemoryHubLeases } from "./in-memory-hub-leases.ts";
import { inMemoryLedger } from "./in-memory-ledger.ts";
import { inMemoryNewsroom, type NewsTables } from "./in-memory-newsroom.ts";
import { inMemoryRateWatches } from "./in-memory-rate-watches.ts";
import { inMemorySchedules } from "./in-memory-schedules.ts";
import { inMemorySubscriptions } from "./in-memory-subscriptions.ts";
import { inMemoryTopics } from "./in-memory-topics.ts";
import { inMemoryTranscript } from "./in-memory-transcript.ts";
import { inMemoryVault } from "./in-memory-vault.ts";

/** Every memory of the house, without SQL. */
export interface InMemoryStore {
	readonly feeds: FeedMemory;
	readonly hubLeases: HubLeases;
	readonly topics: TopicMemory;
	readonly subscriptions: Subscriptions;
	readonly channels: Channels;
	readonly newsroom: Newsroom;
	readonly ledger: DeliveryLedger;
	readonly floods: Floods;
	readonly archive: Archive;
	readonly digests: DigestMemory;
	readonly rateWatches: RateWatches;
	readonly bookChanges: BookChanges;
	readonly transcript: Transcript;
	readonly pace: Pace;
	readonly vault: Vault;
	readonly schedules: ScheduleMemory;
	/** The rows themselves, for a test to look at. */
	readonly tables: NewsTables;
}

/** Opens twins of all memories over one set of tables; `now` dates the transcript. */
export function inMemoryStore(now?: () => Date): InMemoryStore {
	const tables: NewsTables = {
		articles: new Map(),
		stories: new Map(),
		deliveries: new Map(),
		proposals: new Map(),
	};
	const followed: Subscription[] = [];
	const subscriptions = inMemorySubscriptions(followed);
	const channels = inMemoryChannels(followed);
	return {
		feeds: inMemoryFeeds(),
		hubLeases: inMemoryHubLeases(),
		topics: inMemoryTopics(followed),
		subscriptions,
		channels,
		newsroom: inMemoryNewsroom({ tables, subscriptions, channels }),
		ledger: inMemoryLedger(tables.deliveries),
		floods: inMemoryFloods(tables),
		archive: inMemoryArchive(tables, followed),
		digests: inMemoryDigests(tables.deliveries),
		rateWatches: inMemoryRateWatches(tables.deliveries),
		bookChanges: inMemoryBookChanges(tables.proposals),
		transcript: inMemoryTranscript(now),
		pace: paceAlone(),
		vault: inMemoryVault(),
		schedules: inMemorySchedules(),
		tables,
	};
}
