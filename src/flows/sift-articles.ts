import type { ArchivedArticle } from "../deliveries/archive.ts";
import type { FloodHold } from "../deliveries/flood.ts";
import type { NewsTurn } from "../deliveries/newsroom.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import { findFlood } from "../feeds/find-flood.ts";
import { withoutRenamed } from "../feeds/renamed-items.ts";
import type { Article } from "../news/article.ts";
import { textHash } from "../news/text-hash.ts";
import { later } from "./rest-delivery.ts";

/** Articles that come too many at once to be told as they come. */
export interface Flood {
	readonly feed: Feed;
	/** Of the articles. */
	readonly ids: ReadonlySet<string>;
	readonly hold: FloodHold;
}

/** A feed's Articles by what is known of them; what is known in these words is left out. */
interface Sifted {
	/** Never seen under any id. */
	readonly fresh: readonly Article[];
	/** Kept in other words. */
	readonly edited: readonly Article[];
	/** Those of both that are held; null when none is. */
	readonly flood: Flood | null;
}

/** Whose Articles they are, and when. */
interface Source {
	readonly feed: Feed;
	/** As it was before. */
	readonly state: FeedState;
	readonly now: Date;
}

/** A person has so long to say whether a flood is news. */
const answerMs = 24 * 3_600_000;
/** A feed is judged by so many of its newest items. */
const judgedBy = 500;
/** So many edits at once, if they are half of what is known, come from the feed, not from its editors. */
const manyEdits = 5;
/** Letters of a lead: a change further down changes nothing that is told. */
const leadLetters = 300;

/** Finds what of a feed is new, what was edited, and what of it is a flood. */
export async function siftArticles(
	turn: NewsTurn,
	articles: readonly Article[],
	source: Source,
): Promise<Sifted> {
	const known = await turn.known(articles.map(({ id }) => id));
	const unseen = articles.filter(({ id }) => !known.has(id));
	const edited = articles.filter(
		(one) => known.has(one.id) && known.get(one.id) !== textHash(one),
	);
	const titles = unseen.map(({ title }) => title);
	const kept = unseen.length
		? await turn.itemsTitled(source.feed.id, titles)
		: [];
	const fresh = withoutRenamed(unseen, kept);
	const ids = new Set([
		...(await floodOfNew(turn, fresh, source)),
		...(await floodOfEdits(turn, edited, known.size)),
	]);
	const { feed, now } = source;
	if (ids.size === 0) return { fresh, edited, flood: null };
	// What a feed goes on to flood with is one question, and ends with it.
	const open = await turn.floodUntil(feed.id, now);
	const hold = { feedId: feed.id, until: open ?? later(now, answerMs) };
	return { fresh, edited, flood: { feed, ids, hold } };
}

async function floodOfNew(
	turn: NewsTurn,
	fresh: readonly Article[],
	{ feed, state, now }: Source,
): Promise<ReadonlySet<string>> {
	const { primedAt, workedAt: readAt } = state;
	if (primedAt === null || fresh.length === 0) return new Set();
	const items = await turn.newestItems(feed.id, judgedBy);
	return findFlood(fresh, { items, primedAt, readAt }, now);
}

/** A redesign gives many items other headlines or leads at once. */
async function floodOfEdits(
	turn: NewsTurn,
	edited: readonly Article[],
	known: number,
): Promise<readonly string[]> {
	const isMuch = ({ length }: readonly unknown[]) =>
		length >= manyEdits && length * 2 >= known;
	if (!isMuch(edited)) return [];
	const formers = await turn.kept(edited.map(({ id }) => id));
	const wordsOf = new Map(
		formers.map((one) => [one.article.id, beginning(one)]),
	);
	const reworded = edited.filter(
		(article) => wordsOf.get(article.id) !== beginning({ article }),
	);
	return isMuch(reworded) ? reworded.map(({ id }) => id) : [];
}

function beginning({ article }: Pick<ArchivedArticle, "article">): string {
	const { title, summary, body } = article;
	return `${title}\n${(summary || body).slice(0, leadLetters)}`;
}
