import type { Newsroom } from "../deliveries/newsroom.ts";
import type { Feed, FeedMemory, FeedState } from "../feeds/feed.ts";
import type { Fetched, FetchedBytes } from "../feeds/fetch-feed.ts";
import type { FeedOrigin } from "../feeds/parse-feed.ts";
import type { ParsedFeed } from "../feeds/parsed-feed.ts";
import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import type { EnqueueChannels } from "./sweep.ts";
import {
	type ReadArticle,
	type TellTools,
	tellArticles,
} from "./tell-articles.ts";

/** What polling needs of the house. The rooms' functions come ready bound to their settings. */
export interface PollTools extends TellTools {
	readonly feeds: FeedMemory;
	readonly newsroom: Newsroom;
	fetchFeed(feed: Feed, state: FeedState): Promise<Fetched>;
	parseFeed(
		bytes: Uint8Array,
		origin: Required<FeedOrigin>,
	): Promise<ParsedFeed>;
	articlesFrom(
		feed: Feed,
		parsed: ParsedFeed,
		now: Date,
	): Promise<readonly Article[]>;
	afterSuccess(state: FeedState, fetched: Fetched, now: Date): FeedState;
	afterFailure(state: FeedState, error: unknown, now: Date): FeedState;
	/** Finds statements and matches: all that can be read without memory. */
	readArticle(article: Article): ReadArticle;
	readonly enqueueChannels: EnqueueChannels;
	readonly log: Log;
}

/**
 * Fetches a feed, reads what was never seen, tells it to the channels that
 * follow it, and only then remembers that it was read. A feed's failure is
 * noted in its state; only a broken store throws, and the poll is done again.
 */
export async function pollFeed(
	feedId: string,
	tools: PollTools,
	now: Date,
): Promise<void> {
	const feed = await tools.feeds.feed(feedId);
	if (!feed) return;
	const state = await tools.feeds.state(feedId);
	if (state.restUntil && state.restUntil > now) return;
	const poll: Poll = { feed, state, tools, now };
	const answer = await ask(poll);
	await tools.feeds.keepState(feedId, await take(poll, answer));
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
			readonly articles: readonly Article[];
	  };

async function ask({ feed, state, tools, now }: Poll): Promise<FeedAnswer> {
	try {
		const fetched = await tools.fetchFeed(feed, state);
		const isSame =
			fetched.kind === "unchanged" || fetched.hash === state.contentHash;
		if (isSame) return { kind: "same", fetched };
		const { bytes, contentType, url } = fetched;
		const parsed = await tools.parseFeed(bytes, {
			contentType,
			url,
			reader: feed.reader ?? null,
		});
		const articles = await tools.articlesFrom(feed, parsed, now);
		return { kind: "news", fetched, articles };
	} catch (error) {
		return { kind: "failed", error };
	}
}

/** Does what the answer asks for, and gives the state to remember. */
async function take(poll: Poll, answer: FeedAnswer): Promise<FeedState> {
	const { feed, state, tools, now } = poll;
	switch (answer.kind) {
		case "failed":
			tools.log.warn("feed failed", { feedId: feed.id, error: answer.error });
			return tools.afterFailure(state, answer.error, now);
		case "same":
			return tools.afterSuccess(state, answer.fetched, now);
		case "news": {
			const isWhole = await tellUnseen(poll, answer.articles);
			const well = tools.afterSuccess(state, answer.fetched, now);
			return isWhole ? well : readAgain(well);
		}
	}
}

/** An item of ours to mend must not be lost: the same bytes are read at the next poll. */
function readAgain(state: FeedState): FeedState {
	return { ...state, etag: null, lastModified: null, contentHash: null };
}

/** Gives false when an item could not be read or told. */
async function tellUnseen(
	{ feed, state, tools, now }: Poll,
	articles: readonly Article[],
): Promise<boolean> {
	const ids = articles.map(({ id }) => id);
	const unseen = await tools.newsroom.inTurn((turn) => turn.unseen(ids));
	const fresh = articles.filter(({ id }) => unseen.has(id));
	const read = fresh.flatMap((article) => readOne(article, tools));
	if (read.length === 0) return fresh.length === 0;
	// The first poll marks what it finds: it is old news to those who follow.
	const isPrimed = state.primedAt !== null;
	const told = await tools.newsroom.inTurn((turn) =>
		tellArticles(turn, read, { tools, isPrimed, now }),
	);
	await tools.enqueueChannels(told.due, "told");
	const counts = { seen: fresh.length, channels: told.due.length };
	tools.log.info("feed told", { feedId: feed.id, ...counts });
	return read.length === fresh.length && told.failed === 0;
}

function readOne(article: Article, tools: PollTools): readonly ReadArticle[] {
	try {
		return [tools.readArticle(article)];
	} catch (error) {
		tools.log.error("article not read", { articleId: article.id, error });
		return [];
	}
}
