import { Agent, buildConnector } from "undici";
import { cappedConnector } from "./capped-connector.ts";
import type { FetchOptions } from "./fetch-feed.ts";
import { addressesOf, resolveBySystem } from "./public-address.ts";

/** Makes what opens connections, to these addresses and to no others. */
export type ConnectTo = (
	addresses: readonly string[],
) => buildConnector.connector;

/**
 * Gives connections to this URL's host that are pinned to the addresses that
 * were checked. Destroy it when the answer is read.
 * @throws FeedError when an address may not be connected to (see `addressesOf`).
 */
export async function checkedAgent(
	url: URL,
	options: Pick<
		FetchOptions,
		"allowPrivate" | "maxBytes" | "resolve" | "connectTo"
	>,
	signal: AbortSignal,
): Promise<Agent> {
	const { allowPrivate, resolve = resolveBySystem } = options;
	const { connectTo = pinnedTo, maxBytes } = options;
	const finding = addressesOf(url, { allowPrivate, resolve });
	const connect = connectTo(await unlessAborted(finding, signal));
	return new Agent({ connect: cappedConnector(connect, maxBytes) });
}

/** Connects to these addresses whatever the name resolves to by then: no DNS rebinding. */
function pinnedTo(addresses: readonly string[]): buildConnector.connector {
	const pinned = addresses.map((address) => ({
		address,
		family: address.includes(":") ? 6 : 4,
	}));
	return buildConnector({
		lookup: (_hostname, { all }, done) => {
			const [first] = pinned;
			if (all || first === undefined) done(null, pinned);
			else done(null, first.address, first.family);
		},
	});
}

/** A name server cannot be told to stop, so we stop listening. */
async function unlessAborted<T>(
	work: Promise<T>,
	signal: AbortSignal,
): Promise<T> {
	const { promise, reject } = Promise.withResolvers<never>();
	const abort = () => reject(signal.reason);
	if (signal.aborted) abort();
	signal.addEventListener("abort", abort);
	try {
		return await Promise.race([work, promise]);
	} finally {
		signal.removeEventListener("abort", abort);
	}
}
