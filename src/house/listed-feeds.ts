import type { Config } from "../config.ts";
import { defaultFeeds } from "../feeds/default-feeds.ts";
import type { Feed } from "../feeds/feed.ts";
import { readFeedsFile } from "../feeds/read-feeds-file.ts";

/** The list that the settings name, or our own. Throws FeedError when the file is wrong. */
export async function listedFeeds(config: Config): Promise<readonly Feed[]> {
	return config.TRADEWIRE_FEEDS === null
		? defaultFeeds
		: readFeedsFile(config.TRADEWIRE_FEEDS);
}
