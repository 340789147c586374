import { configFromProcess, secretsIn } from "../config.ts";
import type { FeedMemory } from "../feeds/feed.ts";
import { makeLog } from "../log.ts";
import { listedFeeds } from "./listed-feeds.ts";
import { openStoreHere } from "./open-store-here.ts";

/** The feeds of the store that the settings name, for one terminal command. */
export async function openFeeds(): Promise<{
	feeds: FeedMemory;
	close(): Promise<void>;
}> {
	const config = configFromProcess();
	const store = await openStoreHere(
		config,
		makeLog("error", undefined, {
			secrets: secretsIn(config),
		}),
	);
	await store.feeds.takeList(await listedFeeds(config));
	return { feeds: store.feeds, close: () => store.close() };
}
