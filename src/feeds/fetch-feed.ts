import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { type Dispatcher, request } from "undici";
import { type ConnectTo, checkedAgent } from "./checked-agent.ts";
import {
	authorization,
	withCredentialsOf,
	withoutCredentials,
} from "./credentials.ts";
import type { Feed, FeedState } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import { failureOf } from "./fetch-failure.ts";
import { readFreshness } from "./freshness.ts";
import type { LargeReads } from "./large-reads.ts";
import { linksIn } from "./link-header.ts";
import type { Resolve } from "./public-address.ts";
import { readBody } from "./read-body.ts";
import { readRetryAfter } from "./retry-after.ts";

/** How far a fetch may go. */
export interface FetchOptions {
	/** Lets feeds live on loopback and private addresses. */
	readonly allowPrivate: boolean;
	readonly userAgent: string;
	/** For the whole of it, redirects and body included. Default 20 s. */
	readonly timeoutMs?: number;
	/** Of the body, before and after decompression. Default 10 MB. */
	readonly maxBytes?: number;
	/** Default 5. */
	readonly maxRedirects?: number;
	/** Where large bodies wait for their turn; without it they do not. */
	readonly largeReads?: LargeReads;
	readonly resolve?: Resolve;
	readonly connectTo?: ConnectTo;
}

/** What a feed's server gave: nothing new, or bytes to parse. */
export type Fetched = FetchedNothing | FetchedBytes;

/** What every answer tells beside its bytes. */
interface Answered {
	/** How long the server says its answer stays fresh; null when it does not say. */
	readonly freshMs: number | null;
	/** Where the feed moved to for good, by its server's word; null when it did not. */
	readonly movedTo: string | null;
	/** From the first byte asked to the last byte read, in ms. */
	readonly tookMs: number;
}

interface FetchedNothing extends Answered {
	readonly kind: "unchanged";
}

export interface FetchedBytes extends Answered {
	readonly kind: "bytes";
	readonly bytes: Uint8Array;
	readonly contentType: string | null;
	readonly etag: string | null;
	readonly lastModified: string | null;
	/** After redirects, without credentials. */
	readonly url: string;
	/** SHA-256 of the bytes, in hex. */
	readonly hash: string;
	/** What the `Link` header names: the feed's WebSub hubs, and its own address. */
	readonly links: FeedLinks;
}

/** Addresses that a feed names, absolute; null for one that it does not. */
interface FeedLinks {
	readonly hubs: readonly string[];
	readonly self: string | null;
}

/** What one server answers, before anyone knows how we came there. */
type Answer =
	| Omit<FetchedNothing, "movedTo" | "tookMs">
	| Omit<FetchedBytes, "movedTo" | "tookMs">;

const accept =
	"application/rss+xml, application/atom+xml, application/rdf+xml, application/feed+json, " +
	"application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

/**
 * Asks a feed's server for what is new since `state`: one conditional GET,
 * redirects followed and checked one by one, each connection pinned to the
 * address that was checked.
 * @throws FeedError with one sentence for people.
 */
export async function fetchFeed(
	feed: Pick<Feed, "id" | "url">,
	state: Pick<FeedState, "etag" | "lastModified">,
	options: FetchOptions,
): Promise<Fetched> {
	const timeoutMs = options.timeoutMs ?? 20_000;
	const began = performance.now();
	const signal = AbortSignal.timeout(timeoutMs);
	let url = checkedUrl(feed.url);
	const seen = new Set<string>();
	let isForGood = true;
	try {
		for (;;) {
			seen.add(url.href);
			const next = await ask(url, { state, options, signal });
			if (!("to" in next))
				return { ...next, movedTo: movedTo(), tookMs: tookMs() };
			refuseEndlessRedirects(next.to, seen, options.maxRedirects ?? 5);
			isForGood &&= next.isForGood;
			url = next.to;
		}
	} catch (error) {
		throw failureOf(error, { signal, timeoutMs, host: url.hostname });
	}

	function tookMs(): number {
		return Math.round(performance.now() - began);
	}

	function movedTo(): string | null {
		return isForGood && seen.size > 1 ? withoutCredentials(url).href : null;
	}
}

interface Asking {
	readonly state: Pick<FeedState, "etag" | "lastModified">;
	readonly options: FetchOptions;
	readonly signal: AbortSignal;
}

/** Where a server sends us on to. */
interface Redirect {
	readonly to: URL;
	/** 301 or 308: the old address is done with. */
	readonly isForGood: boolean;
}

/** One request. */
async function ask(url: URL, asking: Asking): Promise<Answer | Redirect> {
	const { options, signal } = asking;
	const agent = await checkedAgent(url, options, signal);
	try {
		const answer = await request(withoutCredentials(url), {
			dispatcher: agent,
			headers: headersFor(url, asking),
			signal,
		});
		return await readAnswer(url, answer, asking);
	} finally {
		// Without waiting: a hanging server would keep us until its own end.
		agent.destroy().catch(() => {});
	}
}

async function readAnswer(
	url: URL,
	answer: Dispatcher.ResponseData,
	{ options, signal }: Asking,
): Promise<Answer | Redirect> {
	const { statusCode: status } = answer;
	const header = (name: string) => headerOf(answer, name);
	const freshMs = readFreshness(header, new Date());
	if (status === 304) return { kind: "unchanged", freshMs };
	const location = header("location");
	if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
		const isForGood = status === 301 || status === 308;
		const to = checkedUrl(asUtf8(location), url);
		return { to: withCredentialsOf(url, to), isForGood };
	}
	if (status !== 200) throw refusal(url, status, header);
	const { maxBytes = 10 * 1024 ** 2, largeReads = null } = options;
	const encodings = header("content-encoding");
	const limits = { encodings, maxBytes, largeReads, signal };
	const bytes = await readBody(answer.body, limits);
	const linked = (rel: string) => linksIn(header("link"), rel, url.href);
	return {
		kind: "bytes",
		freshMs,
		bytes,
		contentType: header("content-type"),
		etag: header("etag"),
		lastModified: header("last-modified"),
		url: withoutCredentials(url).href,
		hash: createHash("sha256").update(bytes).digest("hex"),
		links: { hubs: linked("hub"), self: linked("self")[0] ?? null },
	};
}

function refusal(
	url: URL,
	status: number,
	header: (name: string) => string | null,
): FeedError {
	const challenged = header("cf-mitigated") === "challenge";
	const why = challenged ? ": Cloudflare asks for a browser" : "";
	const waits = status === 429 || status === 503;
	const retryAfter = waits ? header("retry-after") : null;
	return new FeedError(`${url.hostname} answered ${status}${why}`, {
		retryAfterMs: readRetryAfter(retryAfter, new Date()),
		gone: status === 410,
	});
}

function headersFor(url: URL, { state, options }: Asking) {
	return {
		accept,
		"accept-encoding": "gzip, deflate, br, zstd",
		"user-agent": options.userAgent,
		...(state.etag && { "if-none-match": state.etag }),
		...(state.lastModified && { "if-modified-since": state.lastModified }),
		...authorization(url),
	};
}

function refuseEndlessRedirects(
	next: URL,
	seen: ReadonlySet<string>,
	maxRedirects: number,
): void {
	if (seen.has(next.href)) throw new FeedError("it redirects in a loop");
	if (seen.size > maxRedirects) {
		throw new FeedError(`it redirects more than ${maxRedirects} times`);
	}
}

function checkedUrl(address: string, base?: URL): URL {
	const url = URL.parse(address, base?.href);
	if (url?.protocol === "http:" || url?.protocol === "https:") return url;
	throw new FeedError(
		base === undefined
			? "the address is not an http or https address"
			: "it redirects to an address that is not http or https",
	);
}

/** Headers are read letter by byte; addresses in other scripts come as UTF-8. */
function asUtf8(header: string): string {
	const bytes = Buffer.from(header, "latin1");
	return isUtf8(bytes) ? bytes.toString("utf8") : header;
}

function headerOf(
	{ headers }: Dispatcher.ResponseData,
	name: string,
): string | null {
	const value = headers[name];
	return (Array.isArray(value) ? value.join(", ") : value) ?? null;
}
