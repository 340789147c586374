import { feedTroubleCard } from "../cards/feed-trouble-card.ts";
import { floodCard } from "../cards/flood-card.ts";
import { changeCard, storyCard } from "../cards/story-card.ts";
import type { Config } from "../config.ts";
import { articlesIn, onceEach } from "../feeds/articles-from.ts";
import { breather } from "../feeds/breather.ts";
import { fetchFeed } from "../feeds/fetch-feed.ts";
import { hostTurns } from "../feeds/host-turns.ts";
import { countLargeReads } from "../feeds/large-reads.ts";
import { openPages } from "../feeds/open-pages.ts";
import { watchOwnNetwork } from "../feeds/own-network.ts";
import { readerApart } from "../feeds/read-apart.ts";
import { rememberPages } from "../feeds/remember-pages.ts";
import type { PollTools } from "../flows/poll-feed.ts";
import { findStatements } from "../news/find-statements.ts";
import { inOwnLanguage } from "../news/in-own-language.ts";
import { tellStory } from "../news/tell-story.ts";
import { languageDetector } from "../text/detect-language.ts";
import { people, peopleOn } from "../topics/people.ts";
import { proposing } from "./book-keeping.ts";
import { factsFinder } from "./facts-finder.ts";
import type { LiveBook } from "./live-book.ts";
import type { LiveTopics } from "./live-topics.ts";
import type { HouseNeeds } from "./open-house.ts";
import { pageReader } from "./page-reader.ts";
import { version } from "./version.ts";
import { writerFor } from "./writer-for.ts";

/** Who we say we are; whose servers we bother may write to the operator. */
function userAgent({ TRADEWIRE_CONTACT: contact }: Config): string {
	const about = "self-hosted trade-news bot";
	const words = contact === null ? about : `${about}; +${contact}`;
	return `Tradewire/${version} (${words})`;
}

/** What another process may have changed since it was last read. */
export interface Kept {
	readonly live: LiveTopics;
	readonly book: LiveBook;
}

/** Takes up what was changed. */
export async function refresh({ live, book }: Kept): Promise<void> {
	await live.refresh();
	await book.refresh();
}

/** What polling and pushes work with, bound to this store and these settings. */
export function pollTools(needs: HouseNeeds, { live, book }: Kept): PollTools {
	const { config, store, log, enqueueChannels } = needs;
	const minSeconds = config.TRADEWIRE_POLL_SECONDS;
	const facts = factsFinder(book.book, log);
	const turns = hostTurns(store.pace, hostSpacingMs(minSeconds));
	const readPage = rememberPages(
		pageReader(turns, readFeed, fetchOptions(config)),
	);
	return {
		...store,
		...proposing(config, book),
		hubLeases: config.TRADEWIRE_PUBLIC_URL === null ? null : store.hubLeases,
		fetchFeed: (feed, state) => fetchFeed(feed, state, fetchOptions(config)),
		parseFeed: readFeed,
		openPages: (feed, parsed, before) =>
			openPages(feed, parsed, before, { readPage, log }),
		async articlesFrom(...given) {
			await refresh({ live, book });
			const detect = await languageDetector();
			const breathe = breather();
			const articles = [];
			for (const article of articlesIn(...given)) {
				articles.push(inOwnLanguage(article, detect));
				await breathe();
			}
			return onceEach(articles);
		},
		minSeconds,
		ownNetwork: watchOwnNetwork((isOut) => {
			if (isOut) log.warn("own network failed", { reached: "no feed" });
			else log.info("own network recovered");
		}),
		hostTurns: turns,
		readArticle(article) {
			const then = article.published ?? article.detected;
			const statements = findStatements(article, peopleOn(then));
			const matches = live.matcher.match(article, statements);
			// Before the poll's turn, in which nobody else may take one.
			if (matches.length > 0) facts(article);
			return { article, statements, matches };
		},
		writeSummaries: writerFor({
			config,
			subscriptions: store.subscriptions,
			log,
		}),
		tellStory,
		topic: live.topic,
		speakers: people,
		storyCard: (told, say) =>
			storyCard({ ...told, facts: facts(told.article) }, say),
		changeCard: (told, say) =>
			changeCard({ ...told, facts: facts(told.article) }, say),
		feedTroubleCard,
		floodCard,
		enqueueChannels,
		log,
	};
}

/** A second between two requests to a host; less where somebody wants feeds asked every few seconds. */
function hostSpacingMs(minSeconds: number): number {
	return Math.min(1000, (minSeconds * 1000) / 4);
}

/** One count for all fetches of this process: it is its memory that is spent. */
const largeReads = countLargeReads();

/** Reads what was fetched, whoever made it. */
export const readFeed = readerApart({ largeReads });

/** How far fetching may go, and who we say we are. */
export function fetchOptions(config: Config) {
	const allowPrivate = config.TRADEWIRE_ALLOW_PRIVATE_FEEDS;
	return { allowPrivate, userAgent: userAgent(config), largeReads };
}
