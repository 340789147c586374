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
/**
 * The candidate that the article most likely tells, or null. What was told
 * nearby is read anew, and the article goes to the story most of whose
 * tellings lie together with it. In doubt null: a headline heard twice costs a
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
	const together = readTogether([{ terms, at }, ...near]);
	return storyOf(
		together.flatMap((index) => near[index - 1] ?? []),
		near,
	);
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
 * The story of most tellings that lie with the article. One that has most of
 * its tellings elsewhere tells another event, and took these by mistake.
 */
function storyOf(
	together: readonly NearTelling[],
	near: readonly NearTelling[],
): Story | null {
	const all = Map.groupBy(near, ({ story }) => story);
	let [best, most]: [Story | null, number] = [null, 0];
	for (const [story, { length }] of Map.groupBy(
		together,
		({ story }) => story,
	)) {
		const isElsewhere = length * 2 <= (all.get(story)?.length ?? 0);
		if (isElsewhere || length <= most) continue;
		[best, most] = [story, length];
	}
	return best;
}
