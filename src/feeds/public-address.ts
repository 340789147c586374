import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { FeedError } from "./feed-error.ts";
import { describeNoHost } from "./fetch-failure.ts";

/** Gives the IP addresses of a host name; rejects as `dns.lookup` does. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Resolves as the system does, hosts file included. */
export const resolveBySystem: Resolve = async (hostname) =>
	(await lookup(hostname, { all: true })).map(({ address }) => address);

/**
 * The addresses that a connection to this URL may use. Unless `allowPrivate`,
 * every address of the host must be public: one private answer among public
 * ones is how a name server aims us at our own network.
 * @throws FeedError when an address is not public or the host has none.
 */
export async function addressesOf(
	url: URL,
	{ allowPrivate, resolve }: { allowPrivate: boolean; resolve: Resolve },
): Promise<readonly string[]> {
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const addresses = ipaddr.isValid(host) ? [host] : await resolve(host);
	if (addresses.length === 0) throw new FeedError(describeNoHost(host));
	if (!allowPrivate && !addresses.every(isPublic)) {
		throw new FeedError(
			"that address is private; set TRADEWIRE_ALLOW_PRIVATE_FEEDS=1 to allow it",
		);
	}
	return addresses;
}

/**
 * Whether an IP address is reachable from the open internet: neither private,
 * loopback, link-local, multicast nor reserved, also not behind an IPv4-mapped,
 * NAT64 (RFC 6052), 6to4 or Teredo form.
 */
export function isPublic(address: string): boolean {
	if (!ipaddr.isValid(address)) return false;
	const parsed = ipaddr.process(address);
	if (parsed.range() === "unicast") return true;
	if (parsed instanceof ipaddr.IPv6 && parsed.range() === "rfc6052") {
		const inner = parsed.toByteArray().slice(-4);
		return ipaddr.fromByteArray(inner).range() === "unicast";
	}
	return false;
}
