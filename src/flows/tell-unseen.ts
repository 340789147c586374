import type { Newsroom } from "../deliveries/newsroom.ts";
import { breather } from "../feeds/breather.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import type { Article } from "../news/article.ts";
import { tellingTime } from "../news/telling-time.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import { readProposal } from "./propose-change.ts";
import type { ReadArticle } from "./read-article.ts";
import { siftArticles } from "./sift-articles.ts";
import type { EnqueueChannels } from "./sweep.ts";
import { type Telling, type TellTools, tellArticles } from "./tell-articles.ts";

/** What telling a feed's Articles needs of the house. */
export interface UnseenTools extends TellTools {
	readonly newsroom: Newsroom;
	/** Finds statements and matches: all that can be read without memory. */
	readArticle(article: Article): ReadArticle;
	/** Better summaries for those of these that get one in a few seconds, by article id; never throws. */
	writeSummaries(
		read: readonly ReadArticle[],
	): Promise<ReadonlyMap<string, WrittenSummary>>;
	readonly enqueueChannels: EnqueueChannels;
}

/** A feed that was read. */
interface FeedRead {
	readonly feed: Feed;
	/** As it was before. */
	readonly state: FeedState;
	/** A hub pushed it. */
	readonly isPushed: boolean;
	readonly tools: UnseenTools;
	readonly now: Date;
}

/** What became of them. */
interface ToldUnseen {
	/** How many had never been seen. */
	readonly fresh: number;
	/** False when one could not be read or told. */
	readonly isWhole: boolean;
}

/**
 * Tells those of a feed's Articles that were never seen, or not in these
 * words, and keeps them, in one turn or, where they are very many, in several.
 */
export async function tellUnseen(
	articles: readonly Article[],
	{ feed, state, isPushed, tools, now }: FeedRead,
): Promise<ToldUnseen> {
	const { fresh, edited, flood } = await tools.newsroom.inTurn((turn) =>
		siftArticles(turn, articles, { feed, state, now }),
	);
	// The first poll marks what it finds: it is old news to those who follow.
	const isPrimed = state.primedAt !== null;
	const isNews = ({ id }: Article) => isPrimed && !flood?.ids.has(id);
	const read = await readAll(oldestFirst([...fresh, ...edited]), (article) =>
		readOne(article, tools, { isPrimed: isNews(article), now }),
	);
	const isRead = read.length === fresh.length + edited.length;
	const found = { fresh: fresh.length, isWhole: isRead };
	if (read.length === 0) return found;
	// What is pushed waits for no model, and what was told needs none.
	const isSummed = (one: Article) =>
		isNews(one) && !isPushed && fresh.includes(one);
	const ready = await withSummaries(read, isSummed, tools);
	const telling = { tools, isPrimed, isPushed, flood, now };
	const told = await tellInTurns(ready, telling);
	const counts = { seen: fresh.length, edited: edited.length };
	const fields = { isPushed, ...counts, channels: told.channels };
	tools.log.info("feed told", { feedId: feed.id, ...fields });
	return { ...found, isWhole: isRead && told.failed === 0 };
}

/** Feeds list their newest first; told that way round, a day would be heard backwards. */
function oldestFirst(articles: readonly Article[]): readonly Article[] {
	return articles
		.toReversed()
		.sort((a, b) => +tellingTime(a) - +tellingTime(b));
}

/** Other feeds wait no longer than so many Articles take. */
const mostInTurn = 50;

/** A flood is one question, and so one turn. */
async function tellInTurns(
	read: readonly ReadArticle[],
	telling: Telling & { readonly tools: UnseenTools },
) {
	const { newsroom, enqueueChannels } = telling.tools;
	const size = telling.flood ? read.length : mostInTurn;
	const told = { failed: 0, channels: 0 };
	for (let from = 0; from < read.length; from += size) {
		const some = read.slice(from, from + size);
		const { due, failed } = await newsroom.inTurn((turn) =>
			tellArticles(turn, some, telling),
		);
		await enqueueChannels(due, "told");
		told.failed += failed;
		told.channels += due.length;
	}
	return told;
}

/** Outside the turn: nobody else waits for a model. */
async function withSummaries(
	read: readonly ReadArticle[],
	isSummed: (article: Article) => boolean,
	tools: UnseenTools,
): Promise<readonly ReadArticle[]> {
	const asked = read.filter(({ article }) => isSummed(article));
	if (asked.length === 0) return read;
	const written = await tools.writeSummaries(asked);
	return read.map((one) => {
		const summary = written.get(one.article.id);
		return summary ? { ...one, written: summary } : one;
	});
}

/** Those that can be read; many are read with pauses, in which others are served. */
async function readAll(
	articles: readonly Article[],
	readOne: (article: Article) => readonly ReadArticle[],
): Promise<readonly ReadArticle[]> {
	const breathe = breather();
	const read: ReadArticle[] = [];
	for (const article of articles) {
		read.push(...readOne(article));
		await breathe();
	}
	return read;
}

function readOne(
	article: Article,
	tools: UnseenTools,
	when: { readonly isPrimed: boolean; readonly now: Date },
): readonly ReadArticle[] {
	try {
		const read = tools.readArticle(article);
		return [{ ...read, proposal: readProposal(article, tools, when) }];
	} catch (error) {
		tools.log.error("article not read", { articleId: article.id, error });
		return [];
	}
}
