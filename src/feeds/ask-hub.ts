import { request } from "undici";
import { checkedAgent } from "./checked-agent.ts";
import { FeedError } from "./feed-error.ts";
import { failureOf } from "./fetch-failure.ts";
import type { FetchOptions } from "./fetch-feed.ts";
import { readRetryAfter } from "./retry-after.ts";

/** What a hub is asked. */
export interface HubWish {
	readonly hub: string;
	readonly mode: "subscribe" | "unsubscribe";
	readonly topic: string;
	/** Where it is to verify and push. */
	readonly callback: string;
	readonly secret: string;
}

/** Ten days, which most hubs grant at most. */
const leaseSeconds = 864_000;
const mostRedirects = 3;

/**
 * Asks a hub to push a topic to us, or to stop (WebSub §5.1), as carefully as
 * a feed is fetched. That it takes the wish says nothing yet: it verifies.
 * @throws FeedError with one sentence for people.
 */
export async function askHub(
	wish: HubWish,
	options: FetchOptions,
): Promise<void> {
	const timeoutMs = options.timeoutMs ?? 20_000;
	const signal = AbortSignal.timeout(timeoutMs);
	let url = webUrl(wish.hub);
	try {
		for (let redirects = 0; redirects <= mostRedirects; redirects++) {
			const next = await ask(url, wish, { options, signal });
			if (next === null) return;
			url = next;
		}
	} catch (error) {
		throw failureOf(error, { signal, timeoutMs, host: url.hostname });
	}
	throw new FeedError(`it redirects more than ${mostRedirects} times`);
}

interface Asking {
	readonly options: FetchOptions;
	readonly signal: AbortSignal;
}

/** Gives where the hub sends the wish on to; null when it took it. */
async function ask(
	url: URL,
	wish: HubWish,
	{ options, signal }: Asking,
): Promise<URL | null> {
	const agent = await checkedAgent(url, options, signal);
	try {
		const { statusCode: status, headers } = await request(url, {
			dispatcher: agent,
			method: "POST",
			headers: {
				"content-type": "application/x-www-form-urlencoded",
				"user-agent": options.userAgent,
			},
			body: formOf(wish),
			signal,
		});
		const { location, "retry-after": after } = headers;
		// Only these two keep the method (WebSub §5.2).
		if ((status === 307 || status === 308) && typeof location === "string")
			return webUrl(location, url);
		if (status >= 200 && status < 300) return null;
		throw new FeedError(`${url.hostname} answered ${status}`, {
			retryAfterMs: readRetryAfter(String(after ?? ""), new Date()),
		});
	} finally {
		// Without waiting: what it has to say beside its status is not read.
		agent.destroy().catch(() => {});
	}
}

function formOf({ mode, topic, callback, secret }: HubWish): string {
	const wish = {
		"hub.mode": mode,
		"hub.topic": topic,
		"hub.callback": callback,
	};
	const terms = {
		"hub.lease_seconds": `${leaseSeconds}`,
		"hub.secret": secret,
	};
	const asked = mode === "subscribe" ? { ...wish, ...terms } : wish;
	return new URLSearchParams(asked).toString();
}

/** A hub met over TLS hands its wishes, which hold a secret, on to no address without. */
function webUrl(address: string, base?: URL): URL {
	const url = URL.parse(address, base?.href);
	const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
	if (!isWeb) throw new FeedError("its hub is not at an http or https address");
	if (base?.protocol === "https:" && url.protocol === "http:")
		throw new FeedError("its hub redirects from https to http");
	return url;
}
