import { type Feed, unpolled } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import {
	type FetchedBytes,
	type FetchOptions,
	fetchFeed,
} from "./fetch-feed.ts";

/**
 * Fetches an address as if for the first time.
 * @throws FeedError with one sentence for people, also when the server says
 * that nothing is new.
 */
export async function fetchAnew(
	feed: Pick<Feed, "id" | "url">,
	options: FetchOptions,
): Promise<FetchedBytes> {
	const fetched = await fetchFeed(feed, unpolled, options);
	if (fetched.kind === "bytes") return fetched;
	throw new FeedError("the server answered with nothing");
}
