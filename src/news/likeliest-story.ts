import type { Article } from "./article.ts";
import { headed } from "./headed.ts";
import { isHeldIn } from "./is-held-in.ts";
import { hasTold, mayTell } from "./may-tell.ts";
import { type NearTelling, nearTellings } from "./near-tellings.ts";
import { areOfOnePattern } from "./one-pattern.ts";
import { readTogether } from "./read-together.ts";
import { hasSameTitle } from "./same-title.ts";
import type { Story } from "./story.ts";
import { storyTerms } from "./story-terms.ts";
import { tellingTerms } from "./telling-terms.ts";
import { tellingTime } from "./telling-time.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** A story untold for longer is over: look for candidates this far back. */
export const storyWindowMs = 4 * dayMs;
/** However lively, a story is not carried on past this from its first telling. */
const longestStoryMs = 14 * dayMs;
/** An outlet's own title may come again over other news; from this share of terms on it is the same. */
const sameText = 0.8;
/** Tellings that come together at these odds, as a logarithm, are as likely of one event as of two. */
const evenOdds = 4;
/** The article joins a story when its tellings are of the article's event by more than this chance, on the whole. */
const leastChance = 0.4;

/**
 * The candidate that the article most likely tells, or null. What was told
 * nearby is read anew, and the article goes to the story whose tellings most
 * likely lie together with it. In doubt null: a headline heard twice costs a
 * channel less than one never heard.
 */
export function likeliestStory(
	article: Article,
	candidates: readonly Story[],
): Story | null {
	const at = tellingTime(article);
	const terms = tellingTerms(article);
	const open = candidates.filter((story) => isOpenAt(at, story));
	const titled = open.filter((story) => hasSameTitle(article, story));
	const copied = titled.find(
		(story) => !hasTold(article, story) || isSameText(terms, story),
	);
	if (copied) return copied;
	const others = open.filter((story) => !titled.includes(story));
	const near = withoutForbidden(article, terms, nearTellings(terms, others));
	const whole = near.find((one) => isHeldIn(terms, one.terms));
	if (whole) return whole.story;
	const [, ...odds] = readTogether([{ terms, at }, ...near]);
	return storyOf(near, odds);
}

/** Whether a story goes on at that time: late tellings come in as well. */
function isOpenAt(at: Date, { firstToldAt, lastToldAt }: Story): boolean {
	if (at.getTime() - firstToldAt.getTime() > longestStoryMs) return false;
	const after = at.getTime() - lastToldAt.getTime();
	const before = firstToldAt.getTime() - at.getTime();
	return Math.max(after, before) <= storyWindowMs;
}

function isSameText(terms: readonly string[], { tellings }: Story): boolean {
	const own = new Set(terms);
	return tellings.some((telling) => {
		const theirs = new Set(telling.terms);
		const shared = own.intersection(theirs).size;
		return shared >= sameText * Math.max(own.size, theirs.size, 1);
	});
}

/** The nearest come first, and the nearest of a story says whether it is another of a kind. */
function withoutForbidden(
	article: Article,
	terms: readonly string[],
	near: readonly NearTelling[],
): NearTelling[] {
	const own = headed(article, storyTerms(article));
	const allowed = new Map<Story, boolean>();
	for (const { story, terms: theirs } of near) {
		if (allowed.has(story)) continue;
		allowed.set(
			story,
			!areOfOnePattern(terms, theirs) && mayTell(article, own, story),
		);
	}
	return near.filter(({ story }) => allowed.get(story));
}

/**
 * The story with which the article makes the most pairs rightly joined, less
 * those that would be wrong. One whose tellings mostly lie elsewhere tells
 * another event, and took by mistake what lies with the article. `odds` goes with `near`.
 */
function storyOf(
	near: readonly NearTelling[],
	odds: readonly number[],
): Story | null {
	const gains = new Map<Story, number>();
	for (const [at, { story }] of near.entries()) {
		const gain = chanceAt(odds[at] ?? Number.NEGATIVE_INFINITY) - leastChance;
		gains.set(story, (gains.get(story) ?? 0) + gain);
	}
	let [best, most]: [Story | null, number] = [null, 0];
	for (const [story, gain] of gains) {
		if (gain > most) [best, most] = [story, gain];
	}
	return best;
}

/** The chance that tellings which came together at these odds tell one event. */
function chanceAt(odds: number): number {
	return 1 / (1 + Math.exp(evenOdds - odds));
}
