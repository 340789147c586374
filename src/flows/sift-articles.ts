import type { FloodHold } from "../deliveries/flood.ts";
import type { KnownText, NewsTurn } from "../deliveries/newsroom.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import { findFlood } from "../feeds/find-flood.ts";
import { withoutRenamed } from "../feeds/renamed-items.ts";
import type { Article } from "../news/article.ts";
import { haveSameLead, textHash } from "../news/text-hash.ts";
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
/** What a feed rewords again and again below the lead, such as counts of comments, is read so often. */
const rereadMs = 6 * 3_600_000;

/** Finds what of a feed is new, what was edited, and what of it is a flood. */
export async function siftArticles(
	turn: NewsTurn,
	articles: readonly Article[],
	source: Source,
): Promise<Sifted> {
	const known = await turn.known(articles.map(({ id }) => id));
	const unseen = articles.filter(({ id }) => !known.has(id));
	const edited = articles.filter((one) =>
		isEdited(one, known.get(one.id), source.now),
	);
	const titles = unseen.map(({ title }) => title);
	const kept = unseen.length
		? await turn.itemsTitled(source.feed.id, titles)
		: [];
	const fresh = withoutRenamed(unseen, kept);
	const ids = new Set([
		...(await floodOfNew(turn, fresh, source)),
		...floodOfEdits(edited, known),
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

function isEdited(
	article: Article,
	known: KnownText | undefined,
	now: Date,
): boolean {
	const hash = textHash(article);
	if (known === undefined || known.hash === hash) return false;
	const { revisedAt } = known;
	const isDue = revisedAt === null || later(revisedAt, rereadMs) <= now;
	return isDue || !haveSameLead(known.hash, hash);
}

/** A redesign gives many items other headlines or leads at once. */
function floodOfEdits(
	edited: readonly Article[],
	known: ReadonlyMap<string, KnownText>,
): readonly string[] {
	const reworded = edited.filter(
		(one) => !haveSameLead(known.get(one.id)?.hash ?? "", textHash(one)),
	);
	const { length } = reworded;
	const isMuch = length >= manyEdits && length * 2 >= known.size;
	return isMuch ? reworded.map(({ id }) => id) : [];
}
