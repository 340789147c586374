import type { Feed, FeedMemory, FeedState } from "../feeds/feed.ts";
import { FeedError } from "../feeds/feed-error.ts";
import type { Fetched, FetchedBytes } from "../feeds/fetch-feed.ts";
import { findHubs } from "../feeds/find-hubs.ts";
import { freeBytes } from "../feeds/free-bytes.ts";
import { hostOf } from "../feeds/host-of.ts";
import type { HostTurns } from "../feeds/host-turns.ts";
import { type HubLease, type HubLeases, isPushed } from "../feeds/hub-lease.ts";
import { isResting } from "../feeds/is-resting.ts";
import { afterFailure, afterSuccess, pollAddress } from "../feeds/next-poll.ts";
import type { OpenedFeed, ReadBefore } from "../feeds/open-page.ts";
import type { OwnNetwork } from "../feeds/own-network.ts";
import type { FeedOrigin } from "../feeds/parse-feed.ts";
import type { ParsedFeed } from "../feeds/parsed-feed.ts";
import type { Article } from "../news/article.ts";
import { noteHub } from "./note-hub.ts";
import { later } from "./rest-delivery.ts";
import { type TroubleTools, tellFeedTrouble } from "./tell-feed-trouble.ts";
import { tellUnseen, type UnseenTools } from "./tell-unseen.ts";

/** What polling needs of the house. The rooms' functions come ready bound to their settings. */
export interface PollTools extends UnseenTools, TroubleTools {
	readonly feeds: FeedMemory;
	/** Null while we have no address to push to: no hub is asked, and none relied on. */
	readonly hubLeases: HubLeases | null;
	fetchFeed(feed: Feed, state: FeedState): Promise<Fetched>;
	parseFeed(
		bytes: Uint8Array,
		origin: Required<FeedOrigin>,
	): Promise<ParsedFeed>;
	/** The feed with what its items' pages say, where the items say too little. */
	openPages(
		feed: Feed,
		parsed: ParsedFeed,
		before: ReadBefore,
	): Promise<OpenedFeed>;
	articlesFrom(
		feed: Feed,
		parsed: ParsedFeed,
		now: Date,
	): Promise<readonly Article[]>;
	/** The setting: no feed is asked more often. */
	readonly minSeconds: number;
	readonly ownNetwork: OwnNetwork;
	readonly hostTurns: HostTurns;
}

/** A job that comes so little early is not sent away for it. */
const earlyMs = 100;

/**
 * Fetches a feed, reads what was never seen, tells it to the channels that
 * follow it, and only then remembers that it was read. A feed's failure is
 * noted in its state; only a broken store throws, and the poll is done again.
 * Gives when the feed is to be asked next; null for one that is no more.
 */
export async function pollFeed(
	feedId: string,
	tools: PollTools,
	now: Date,
): Promise<Date | null> {
	const known = await tools.feeds.known(feedId);
	if (known === null) return null;
	const { feed, state } = known;
	if (isResting(state, new Date(+now + earlyMs))) return state.restUntil;
	const host = hostOf(pollAddress(feed, state));
	const waitMs = await tools.hostTurns.turnOf(feedId, host);
	if (waitMs !== null) {
		const turn = later(now, waitMs);
		await tools.feeds.keepState(feedId, { ...state, restUntil: turn });
		return turn;
	}
	const poll: Poll = { feed, state, tools, now };
	const met = await take(poll, await ask(poll));
	const left = await tellFeedTrouble({ feed, state: met, tools, now });
	await tools.feeds.keepState(feedId, left);
	return left.restUntil;
}

interface Poll {
	readonly feed: Feed;
	readonly state: FeedState;
	readonly tools: PollTools;
	readonly now: Date;
}

type FeedAnswer =
	| { readonly kind: "failed"; readonly error: unknown }
	| { readonly kind: "same"; readonly fetched: Fetched }
	| {
			readonly kind: "news";
			readonly fetched: FetchedBytes;
			/** As far as it was read. */
			readonly parsed: ParsedFeed;
			/** False when more of it is to be read. */
			readonly isWhole: boolean;
			readonly articles: readonly Article[];
	  };

async function ask(poll: Poll): Promise<FeedAnswer> {
	const { feed, state, tools, now } = poll;
	const url = pollAddress(feed, state);
	try {
		const fetched = await tools
			.fetchFeed({ ...feed, url }, state)
			.finally(() => tools.hostTurns.end(hostOf(url)));
		tools.ownNetwork.answered();
		if (fetched.kind === "unchanged") return { kind: "same", fetched };
		const parsed = await readNew(poll, fetched);
		if (parsed === null) return { kind: "same", fetched };
		const opened = await tools.openPages(feed, parsed, {
			since: state.newestAt,
			isLastTry: state.failures >= triesForPages,
			now,
		});
		const articles = await tools.articlesFrom(feed, opened.feed, now);
		const { read, isWhole } = opened;
		return { kind: "news", fetched, parsed: read, isWhole, articles };
	} catch (error) {
		return { kind: "failed", error };
	}
}

/** After so many failures what pages lack is told without it. */
const triesForPages = 3;

/** Null for the bytes that were read last. They are gone after. */
async function readNew(
	{ feed, state, tools }: Poll,
	{ bytes, contentType, hash, url }: FetchedBytes,
): Promise<ParsedFeed | null> {
	try {
		if (hash === state.contentHash) return null;
		const reader = feed.reader ?? null;
		return await tools.parseFeed(bytes, { contentType, url, reader });
	} finally {
		freeBytes(bytes);
	}
}

/** Does what the answer asks for, and gives the state to remember. */
async function take(poll: Poll, answer: FeedAnswer): Promise<FeedState> {
	const { feed, state, tools, now } = poll;
	const { minSeconds } = tools;
	switch (answer.kind) {
		case "failed": {
			const { error } = answer;
			const isOurs = isOurNetwork(poll, error);
			// An outage of our own is told once, not once for every feed.
			const level = isOurs ? "debug" : "warn";
			tools.log[level]("feed failed", { feedId: feed.id, isOurs, error });
			return afterFailure({ feed, state, error, isOurs, minSeconds, now });
		}
		case "same": {
			const { fetched } = answer;
			const lease = await tools.hubLeases?.ofFeed(feed.id);
			const well = { feed, state, fetched, parsed: null, minSeconds, now };
			return afterSuccess({ ...well, isPushed: isPushed(lease, now) });
		}
		case "news": {
			const { fetched, parsed, isWhole, articles } = answer;
			const told = await tellUnseen(articles, { ...poll, isPushed: false });
			const lease = await leaseAfter(poll, answer, told.fresh);
			const well = { feed, state, fetched, parsed, minSeconds, now };
			const left = afterSuccess({ ...well, isPushed: isPushed(lease, now) });
			return told.isWhole && isWhole ? left : readAgain(left);
		}
	}
}

/** The feed's lease, once it is known which hubs it names and what that did not push. */
async function leaseAfter(
	{ feed, state, tools, now }: Poll,
	{ fetched, parsed }: Extract<FeedAnswer, { kind: "news" }>,
	fresh: number,
): Promise<HubLease | null> {
	const { hubLeases, log } = tools;
	if (hubLeases === null) return null;
	const offers = findHubs(fetched, parsed);
	// What was cut short may have named one.
	const isSure = offers.length > 0 || !parsed.bozo;
	const hasMissed = state.primedAt !== null && fresh > 0;
	const found = { feedId: feed.id, offers, isSure, hasMissed };
	return noteHub(found, { hubLeases, log }, now);
}

function isOurNetwork({ feed, tools }: Poll, error: unknown): boolean {
	if (!(error instanceof FeedError)) return false;
	if (error.unreachable) return tools.ownNetwork.failed(hostOf(feed.url));
	tools.ownNetwork.answered();
	return false;
}

/** What is left to read or ours to mend must not be lost: the same bytes are read at the next poll. */
function readAgain(state: FeedState): FeedState {
	return { ...state, etag: null, lastModified: null, contentHash: null };
}
