import type { ChatPlatform } from "../chat/chat-platform.ts";
import type { Config } from "../config.ts";
import type { Feed } from "../feeds/feed.ts";
import type { HouseQueue } from "../queue/open-queue.ts";
import type { Store } from "../store/open-store.ts";
import type { House } from "./open-house.ts";

interface ErrandNeeds {
	readonly config: Config;
	readonly store: Store;
	readonly queue: HouseQueue;
	readonly house: House;
	readonly platforms: readonly ChatPlatform[];
	readonly feeds: readonly Feed[];
}

const concurrency = { poll: 8, send: 32 };

/** Has the queue time this process's errands: polls, deliveries, sweeps, digests. */
export async function startErrands(needs: ErrandNeeds): Promise<void> {
	const { store, queue, house, platforms, feeds } = needs;
	await store.feeds.takeList(feeds);
	const schedule = scheduler(needs);
	await schedule();
	const errands = house.errands(platforms);
	const sweep = async () => {
		await schedule();
		await errands.sweep(await queue.busyPlatforms());
	};
	const names = platforms.map(({ name }) => name);
	await queue.startWorkers({ ...errands, sweep }, names, concurrency);
}

/** Feeds are added and removed while we run, by any process: looked at with every sweep. */
function scheduler({ config, store, queue }: ErrandNeeds) {
	let scheduled = "";
	return async () => {
		const feeds = await store.feeds.feeds();
		const ids = feeds.map(({ id }) => id).join(" ");
		if (ids === scheduled) return;
		await queue.schedulePolls(feeds, config.TRADEWIRE_POLL_SECONDS);
		scheduled = ids;
	};
}
