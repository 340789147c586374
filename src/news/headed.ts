import { actsNamed } from "./acts.ts";
import type { NewsText } from "./article.ts";
import { goodNamed } from "./goods.ts";
import type { Story, Telling } from "./story.ts";
import { namingTerms } from "./story-terms.ts";
import { type TitleSlots, titleSlots } from "./title-slots.ts";
import { tradeTerm } from "./trade-terms.ts";

/** A title read, and the terms of the article or story that it heads. */
export interface Headed {
	readonly slots: TitleSlots;
	readonly terms: ReadonlySet<string>;
	/** Names in the text; empty where only the terms are known. */
	readonly names: readonly string[];
}

/** Reads what heads an article. */
export function headed(news: NewsText, terms: readonly string[]): Headed {
	return {
		slots: titleSlots(news.title),
		terms: knownFrom(terms),
		names: namingTerms(news),
	};
}

/** Reads each title of a story. */
export function headedBy({ tellings, terms }: Story): Headed[] {
	const known = knownFrom(terms);
	return tellings.map((telling) => ({
		slots: slotsOf(telling),
		terms: known,
		names: [],
	}));
}

/** A title is compared with every article that comes near, and read once. */
const read = new WeakMap<Telling, TitleSlots>();

function slotsOf(telling: Telling): TitleSlots {
	const slots = read.get(telling) ?? titleSlots(telling.title);
	read.set(telling, slots);
	return slots;
}

/** Terms, and what their synonyms share. */
function knownFrom(terms: readonly string[]): Set<string> {
	const known = terms.flatMap((term) => [
		term,
		...[goodNamed(term), tradeTerm(term)].filter((name) => name !== null),
		...actsNamed(term),
	]);
	return new Set(known);
}
