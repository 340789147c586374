import { decodeBytes } from "../feeds/decode-bytes.ts";
import type { Feed, FeedMemory } from "../feeds/feed.ts";
import { FeedError } from "../feeds/feed-error.ts";
import { feedFromUrl } from "../feeds/feed-from-url.ts";
import type { FetchedBytes } from "../feeds/fetch-feed.ts";
import { findFeedLinks } from "../feeds/find-feed-links.ts";
import type { ParsedFeed } from "../feeds/parsed-feed.ts";
import type { ReadFeed } from "../feeds/read-apart.ts";
import { SeveralFeeds } from "../feeds/several-feeds.ts";

interface AddTools {
	readonly feeds: FeedMemory;
	/** Fetches an address as if for the first time. */
	fetch(feed: Feed): Promise<FetchedBytes>;
	readonly readFeed: ReadFeed;
}

/**
 * Reads an address once and keeps the feed that is there, under its own title;
 * where it is a page, the feed that the page announces, or the page itself when
 * it announces none and lists notices in a table.
 * @throws FeedError saying why there is none, SeveralFeeds when a page
 * announces more than one.
 */
export async function addFeed(url: string, tools: AddTools): Promise<Feed> {
	const feed = feedFromUrl(url);
	const fetched = await tools.fetch(feed);
	const parsed = await parseUnlessOther(fetched, tools);
	if (parsed) return keep(feed, parsed, tools);
	const link = onlyLink(fetched);
	if (link === null) return keepPage(feed, fetched, tools);
	const announced = feedFromUrl(link);
	const { contentType, bytes, url: at } = await tools.fetch(announced);
	const found = await tools.readFeed(bytes, { contentType, url: at });
	return keep(announced, found, tools);
}

/** Null where the bytes are a page that may announce a feed. */
async function parseUnlessOther(
	{ contentType, bytes, url }: FetchedBytes,
	{ readFeed }: AddTools,
): Promise<ParsedFeed | null> {
	try {
		return await readFeed(bytes, { contentType, url });
	} catch (error) {
		const { text } = decodeBytes(bytes, contentType);
		const isPage = /<(?:html|head|link)\b/i.test(text.slice(0, 100_000));
		if (error instanceof FeedError && isPage) return null;
		throw error;
	}
}

/** Links stand in a page's head. */
const longestHead = 512 * 1024;

/** Null when the page announces none. */
function onlyLink({ contentType, bytes, url }: FetchedBytes): string | null {
	const { text } = decodeBytes(bytes.subarray(0, longestHead), contentType);
	const [first, ...others] = findFeedLinks(text, url);
	if (!first) return null;
	if (others.length > 0) throw new SeveralFeeds([first, ...others]);
	return first.url;
}

/** So many rows with a link and a day are no chance. */
const fewestNotices = 3;

async function keepPage(
	feed: Feed,
	{ contentType, bytes, url }: FetchedBytes,
	tools: AddTools,
): Promise<Feed> {
	const reader = "notices";
	const page = await tools
		.readFeed(bytes, { contentType, url, reader })
		.catch(unlessUnfit);
	if (page && page.items.length >= fewestNotices)
		return keep({ ...feed, reader }, page, tools);
	throw new FeedError(
		"the page is HTML, announces no feed and lists no notices in a table: is there an address of the feed itself?",
	);
}

function unlessUnfit(error: unknown): null {
	if (error instanceof FeedError) return null;
	throw error;
}

async function keep(
	feed: Feed,
	parsed: ParsedFeed,
	{ feeds }: AddTools,
): Promise<Feed> {
	const described: Feed = {
		...feed,
		title: parsed.title || feed.title,
		language: parsed.language?.slice(0, 2).toLowerCase() ?? feed.language,
	};
	await feeds.keepFeed(described);
	return described;
}
