import type { FetchedBytes } from "./fetch-feed.ts";
import type { HubOffer } from "./hub-lease.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

/**
 * The hub that a feed names, and what to ask it for; null when it names none.
 * The header is believed before the feed (WebSub §4). A feed that came over
 * TLS has no hub without: the secret would cross the line in the open.
 */
export function findHub(
	{ links, url }: Pick<FetchedBytes, "links" | "url">,
	parsed: Pick<ParsedFeed, "hub" | "self">,
): HubOffer | null {
	const hub = links.hub ?? parsed.hub;
	const topic = links.self ?? parsed.self ?? url;
	const isOpened = url.startsWith("https:") && !hub?.startsWith("https:");
	return hub === null || isOpened ? null : { hub, topic };
}
