import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { FeedError } from "./feed-error.ts";
import { describeNoHost } from "./fetch-failure.ts";
import { isForeignPort } from "./foreign-port.ts";

/** Gives the IP addresses of a host name; rejects as `dns.lookup` does. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Resolves as the system does, hosts file included. */
export const resolveBySystem: Resolve = async (hostname) =>
	(await lookup(hostname, { all: true })).map(({ address }) => address);

/**
 * The addresses that a connection to this URL may use. Unless `allowPrivate`,
 * every address of the host must be public: one private answer among public
 * ones is how a name server aims us at our own network. Nor may the port be
 * one where other protocols than the web's are spoken.
 * @throws FeedError when an address is not public, the port is no web
 * server's, or the host has no address.
 */
export async function addressesOf(
	url: URL,
	{ allowPrivate, resolve }: { allowPrivate: boolean; resolve: Resolve },
): Promise<readonly string[]> {
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const addresses = ipaddr.isValid(host) ? [host] : await resolve(host);
	if (addresses.length === 0) throw new FeedError(describeNoHost(host));
	if (allowPrivate) return addresses;
	if (!addresses.every(isPublic)) {
		throw new FeedError(
			"that address is private; set TRADEWIRE_ALLOW_PRIVATE_FEEDS=1 to allow it",
		);
	}
	if (isForeignPort(url)) {
		throw new FeedError(`port ${url.port} is not one of web servers`);
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
	if (parsed instanceof ipaddr.IPv4) return isPublicIPv4(parsed);
	if (parsed.range() === "rfc6052") {
		const inner = parsed.toByteArray().slice(-4);
		return isPublicIPv4(new ipaddr.IPv4(inner));
	}
	// Beyond 2000::/3 nothing was given out: what lies there, IPv4-compatible
	// forms such as ::127.0.0.1 among it, is not the internet.
	return parsed.range() === "unicast" && parsed.match(globalUnicast);
}

const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** Looks public and is the machine's own cloud: Azure gives its secrets there. */
const azureHost = "168.63.129.16";

function isPublicIPv4(address: ipaddr.IPv4): boolean {
	return address.range() === "unicast" && address.toString() !== azureHost;
}
