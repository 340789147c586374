import type { ParsedFeed } from "./parsed-feed.ts";

/** Nobody names more. */
const mostHubs = 5;

/** The hubs that a feed names, as it is to be read: the first, and others if there are any. */
export function namedHubs(
	addresses: readonly (string | null)[],
): Pick<ParsedFeed, "hub" | "otherHubs"> {
	const named = addresses.filter((address) => address !== null);
	const [hub = null, ...otherHubs] = new Set(named.slice(0, mostHubs));
	return otherHubs.length > 0 ? { hub, otherHubs } : { hub };
}
