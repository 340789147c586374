import type { FetchedBytes } from "./fetch-feed.ts";
import type { HubOffer } from "./hub-lease.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

/**
 * The hubs that a feed names, in its order, and what to ask them for. The
 * header is believed before the feed (WebSub §4). A feed that came over TLS
 * has no hub without: the secret would cross the line in the open.
 */
export function findHubs(
	{ links, url }: Pick<FetchedBytes, "links" | "url">,
	parsed: Pick<ParsedFeed, "hub" | "otherHubs" | "self">,
): readonly HubOffer[] {
	const { hub, otherHubs = [] } = parsed;
	const written = hub === null ? [] : [hub, ...otherHubs];
	const hubs = new Set(links.hubs.length > 0 ? links.hubs : written);
	const topic = links.self ?? parsed.self ?? url;
	return [...hubs]
		.filter((each) => !url.startsWith("https:") || each.startsWith("https:"))
		.map((each) => ({ hub: each, topic }));
}
