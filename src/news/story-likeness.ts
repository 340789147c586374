import { beatWords } from "./common-words.ts";
import { ritualWords } from "./trade-terms.ts";

/** How far two lists of terms name one event. */
export interface Likeness {
	/** 0 to 1: the weighted share of common terms, as the cosine of two sets. */
	readonly share: number;
	/** How many common terms are neither the beat's daily words nor countries. */
	readonly telling: number;
}

/** Two articles in one language, told at once, are one event from this share on. */
const sameEvent = 0.19;
/** In two languages only names, countries and figures can be shared. */
const sameEventTranslated = 0.14;
/** The share asked for rises by this much of itself with each day apart. */
const risePerDay = 0.2;

/** Where all the names differ it is most likely another event told in the same words. */
const strangerAsks = 4;
/** An outlet seldom tells one event twice. */
const ownOutletAsks = 1.5;
const dailyWeight = 0.3;

/** Compares the terms of an article with a story's. */
export function likeness(
	terms: readonly string[],
	others: readonly string[],
): Likeness {
	const known = new Set(others);
	const shared = terms.filter((term) => known.has(term));
	const [own, theirs] = [weightOf(terms), weightOf(others)];
	const least = Math.max(1e-9, own * theirs);
	return {
		share: weightOf(shared) / Math.sqrt(least),
		telling: shared.filter((term) => !isDaily(term)).length,
	};
}

/** Whether that is enough, given the time between them and a change of language. */
export function isLike(pair: {
	readonly score: Likeness;
	readonly apartDays: number;
	readonly isTranslated: boolean;
	/** The article has names and numbers, and the story none of them. */
	readonly isStrange: boolean;
	/** The article's outlet has told the story before: it would rather tell another. */
	readonly isOwn: boolean;
}): boolean {
	const { share, telling } = pair.score;
	const asked = pair.isTranslated ? sameEventTranslated : sameEvent;
	if (telling < (pair.isTranslated ? 3 : 2)) return false;
	const strangeness = pair.isStrange ? strangerAsks : 1;
	const again = pair.isOwn ? ownOutletAsks : 1;
	return (
		share > asked * strangeness * again * (1 + risePerDay * pair.apartDays)
	);
}

/** The beat's daily words join what is apart. */
function weightOf(terms: readonly string[]): number {
	const daily = terms.filter(isDaily).length;
	return terms.length - daily * (1 - dailyWeight);
}

function isDaily(term: string): boolean {
	return beatWords.has(term) || ritualWords.has(term);
}
