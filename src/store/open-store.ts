import type { Channels } from "../chat/channel.ts";
import { type Pace, paceAlone } from "../chat/pace.ts";
import type { Transcript } from "../chat/transcript.ts";
import type { Vault } from "../chat/vault.ts";
import type { Archive, DigestMemory } from "../deliveries/archive.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import type { Floods } from "../deliveries/flood.ts";
import type { Newsroom } from "../deliveries/newsroom.ts";
import type { RateWatches } from "../deliveries/rate-watch.ts";
import type { FeedMemory } from "../feeds/feed.ts";
import type { HubLeases } from "../feeds/hub-lease.ts";
import type { BookChanges } from "../news/proposal.ts";
import type { ScheduleMemory } from "../tariffs/tariff-line.ts";
import type { Subscriptions } from "../topics/subscription.ts";
import type { TopicMemory } from "../topics/topic.ts";
import { archive } from "./archive.ts";
import { backUpBefore } from "./backup/back-up-before.ts";
import { copyDatabase } from "./backup/copy-database.ts";
import { bookChanges } from "./book-changes.ts";
import { channelMemory } from "./channel-memory.ts";
import { openDatabase } from "./database.ts";
import { deliveryLedger } from "./delivery-ledger.ts";
import { digestMemory } from "./digest-memory.ts";
import { feedMemory } from "./feed-memory.ts";
import { floods } from "./floods.ts";
import { hubLeases } from "./hub-leases.ts";
import { migrateStore } from "./migrate-store.ts";
import { newsroom } from "./newsroom.ts";
import { openPool, type PoolNeeds } from "./open-pool.ts";
import { rateWatches } from "./rate-watches.ts";
import { scheduleMemory } from "./schedule-memory.ts";
import { sealedVault } from "./sealed-vault.ts";
import { secretKeys } from "./secret-keys.ts";
import { sharedPace } from "./shared-pace.ts";
import { namedStoreError } from "./store-error.ts";
import type { StorePool } from "./store-pool.ts";
import { subscriptionMemory } from "./subscription-memory.ts";
import { topicMemory } from "./topic-memory.ts";
import { channels, transcript } from "./transcript.ts";
import { TranscriptEar } from "./transcript-ear.ts";

/** All that the house remembers, over one database. */
export interface Store {
	/** For BullMQ's Postgres backend. The store closes it; nobody else does. */
	readonly pool: StorePool;
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
	readonly schedules: ScheduleMemory;
	/** Shared by every process over this database. */
	readonly pace: Pace;
	readonly vault: Vault;
	/** Copies the embedded database into a directory, as one moment has it; null on a server. */
	readonly copyInto: ((directory: string) => Promise<void>) | null;
	/** Throws StoreError when the store does not answer within three seconds. */
	ping(): Promise<void>;
	/** Waits for what is under way. Close the queue first: it listens over this pool. */
	close(): Promise<void>;
}

interface StoreNeeds extends PoolNeeds {
	/** Keys that secrets are sealed with, apart by spaces; null for one kept in `home`. */
	readonly secretKey?: string | null;
}

const answersWithinMs = 3_000;

/**
 * Opens the store and brings its schema up to date. Throws StoreError, in one
 * sentence, when the server does not answer, the data directory is in use or
 * cannot be written, or a newer version has written it; it does not retry.
 */
export async function openStore(needs: StoreNeeds): Promise<Store> {
	const { pool, embedded, close } = await openPool(needs);
	const db = openDatabase(pool);
	try {
		const newer = await migrateStore(pool, db, {
			...(embedded && { before: backUpBefore(needs, pool) }),
		});
		if (newer.length > 0)
			needs.log.warn("store is of a newer version", { changes: newer });
	} catch (error) {
		await close();
		throw namedStoreError(error);
	}
	const ear = new TranscriptEar({
		pool,
		log: needs.log,
		channels: () => channels(db),
	});
	const vault = sealedVault(
		db,
		secretKeys(needs.secretKey ?? null, needs.home),
	);
	return {
		pool: embedded?.lazily() ?? pool,
		feeds: feedMemory(db, vault),
		hubLeases: hubLeases(db, vault),
		topics: topicMemory(db),
		subscriptions: subscriptionMemory(db),
		channels: channelMemory(db),
		newsroom: newsroom(db),
		ledger: deliveryLedger(db),
		floods: floods(db),
		archive: archive(db),
		digests: digestMemory(db),
		rateWatches: rateWatches(db),
		bookChanges: bookChanges(db),
		transcript: transcript(db, ear),
		schedules: scheduleMemory(db),
		// The embedded store is one process's alone.
		pace: needs.databaseUrl === null ? paceAlone() : sharedPace(db),
		vault,
		copyInto:
			embedded &&
			((directory) =>
				embedded.still(() => copyDatabase(needs.home, directory))),
		ping: () => ping(pool),
		async close() {
			await ear.close();
			await close();
		},
	};
}

async function ping(pool: StorePool): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const silence = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(
			() => reject(new Error(`no answer in ${answersWithinMs / 1000} s`)),
			answersWithinMs,
		);
	});
	try {
		await Promise.race([pool.query("select 1"), silence]);
	} catch (error) {
		throw namedStoreError(error);
	} finally {
		clearTimeout(timer);
	}
}
