import type { Story, Telling } from "./story.ts";
import { kindOf, type TermKind } from "./telling-terms.ts";

/** A telling of a candidate story that shares terms with an article. */
export interface NearTelling {
	readonly story: Story;
	readonly terms: readonly string[];
	readonly at: Date;
	/** How much they share, against what the telling says in all. */
	readonly nearness: number;
}

/** More tellings tell no more of one event; reading them anew takes the square of their number. */
const mostNear = 60;
/** One word in common is chance. */
const leastShared = 2;
const worth: Readonly<Record<TermKind, number>> = {
	word: 1,
	daily: 0.2,
	day: 0,
	name: 1.5,
	heart: 1.5,
	number: 1.5,
};

/**
 * The candidates' tellings that share at least two terms with the article's
 * (daily words and days aside), the nearest first, at most 60.
 */
export function nearTellings(
	terms: readonly string[],
	candidates: readonly Story[],
): NearTelling[] {
	const own = new Map(terms.map((term) => [term.toLowerCase(), kindOf(term)]));
	return candidates
		.flatMap((story) =>
			story.tellings.flatMap((telling) => nearTelling(own, story, telling)),
		)
		.sort((a, b) => b.nearness - a.nearness)
		.slice(0, mostNear);
}

function nearTelling(
	own: ReadonlyMap<string, TermKind>,
	story: Story,
	telling: Telling,
): NearTelling[] {
	// Stories kept by earlier versions know their terms only as a whole.
	const terms = telling.terms.length > 0 ? telling.terms : story.terms;
	let [shared, telltale] = [0, 0];
	for (const term of terms) {
		const kind = own.get(term.toLowerCase());
		if (kind === undefined) continue;
		shared += worth[kind];
		if (kind !== "daily" && kind !== "day") telltale++;
	}
	if (telltale < leastShared) return [];
	const nearness = shared / Math.sqrt(terms.length);
	return [{ story, terms, at: telling.at, nearness }];
}
