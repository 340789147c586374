import type { Newsroom, NewsTurn } from "../deliveries/newsroom.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import { withoutRenamed } from "../feeds/renamed-items.ts";
import type { Article } from "../news/article.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import { readProposal } from "./propose-change.ts";
import type { ReadArticle } from "./read-article.ts";
import type { EnqueueChannels } from "./sweep.ts";
import { type TellTools, tellArticles } from "./tell-articles.ts";

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
 * Tells those of a feed's Articles that were never seen, and keeps them, in
 * one turn.
 */
export async function tellUnseen(
	articles: readonly Article[],
	{ feed, state, isPushed, tools, now }: FeedRead,
): Promise<ToldUnseen> {
	const fresh = await tools.newsroom.inTurn((turn) =>
		findFresh(turn, articles),
	);
	// The first poll marks what it finds: it is old news to those who follow.
	const isPrimed = state.primedAt !== null;
	const read = fresh.flatMap((article) =>
		readOne(article, tools, { isPrimed, now }),
	);
	const isRead = read.length === fresh.length;
	const found = { fresh: fresh.length, isWhole: isRead };
	if (read.length === 0) return found;
	// What is pushed waits for no model.
	const isSummed = isPrimed && !isPushed;
	const ready = isSummed ? await withSummaries(read, tools) : read;
	const told = await tools.newsroom.inTurn((turn) =>
		tellArticles(turn, ready, { tools, isPrimed, isPushed, now }),
	);
	await tools.enqueueChannels(told.due, "told");
	const counts = { seen: fresh.length, channels: told.due.length };
	tools.log.info("feed told", { feedId: feed.id, isPushed, ...counts });
	return { ...found, isWhole: isRead && told.failed === 0 };
}

async function findFresh(
	turn: NewsTurn,
	articles: readonly Article[],
): Promise<readonly Article[]> {
	const unseen = await turn.unseen(articles.map(({ id }) => id));
	const fresh = articles.filter(({ id }) => unseen.has(id));
	const [first] = fresh;
	if (!first) return [];
	const titles = fresh.map(({ title }) => title);
	return withoutRenamed(fresh, await turn.itemsTitled(first.feedId, titles));
}

/** Outside the turn: nobody else waits for a model. */
async function withSummaries(
	read: readonly ReadArticle[],
	tools: UnseenTools,
): Promise<readonly ReadArticle[]> {
	const written = await tools.writeSummaries(read);
	return read.map((one) => {
		const summary = written.get(one.article.id);
		return summary ? { ...one, written: summary } : one;
	});
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
