import type { ChatPlatform } from "../chat/chat-platform.ts";
import type { Feed } from "../feeds/feed.ts";
import type { HouseQueue } from "../queue/open-queue.ts";
import type { Store } from "../store/open-store.ts";
import type { House } from "./open-house.ts";

interface ErrandNeeds {
	readonly store: Store;
	readonly queue: HouseQueue;
	readonly house: House;
	readonly platforms: readonly ChatPlatform[];
	readonly feeds: readonly Feed[];
}

/** Polls mostly wait: for their host's turn, and for servers that do not answer, which must not keep others waiting. */
const concurrency = { poll: 64, send: 32 };

/** Has the queue time this process's errands: polls, deliveries, sweeps, digests. */
export async function startErrands(needs: ErrandNeeds): Promise<void> {
	const { store, queue, house, platforms, feeds } = needs;
	await store.feeds.takeList(feeds);
	const errands = house.errands(platforms);
	const sweep = async () => errands.sweep(await queue.busyPlatforms());
	const names = platforms.map(({ name }) => name);
	await queue.startWorkers({ ...errands, sweep }, names, concurrency);
}
