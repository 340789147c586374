import { Agent } from "undici";
import type { FetchOptions } from "./fetch-feed.ts";
import { addressesOf, resolveBySystem } from "./public-address.ts";

/**
 * Gives connections to this URL's host that are pinned to the addresses that
 * were checked. Destroy it when the answer is read.
 * @throws FeedError when an address is not public or the host has none.
 */
export async function checkedAgent(
	url: URL,
	options: Pick<FetchOptions, "allowPrivate" | "resolve">,
	signal: AbortSignal,
): Promise<Agent> {
	const { allowPrivate, resolve = resolveBySystem } = options;
	const finding = addressesOf(url, { allowPrivate, resolve });
	return pinnedAgent(await unlessAborted(finding, signal));
}

/** Connects to these addresses whatever the name resolves to by then: no DNS rebinding. */
function pinnedAgent(addresses: readonly string[]): Agent {
	const pinned = addresses.map((address) => ({
		address,
		family: address.includes(":") ? 6 : 4,
	}));
	return new Agent({
		connect: {
			lookup: (_hostname, { all }, done) => {
				const [first] = pinned;
				if (all || first === undefined) done(null, pinned);
				else done(null, first.address, first.family);
			},
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
