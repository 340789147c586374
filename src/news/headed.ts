import { actsNamed } from "./acts.ts";
import type { NewsText } from "./article.ts";
import { goodNamed } from "./goods.ts";
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
	return { ...titled(news.title, terms), names: namingTerms(news) };
}

/** Reads one title of a story. */
export function titled(title: string, terms: readonly string[]): Headed {
	const known = terms.flatMap((term) => [
		term,
		...[goodNamed(term), tradeTerm(term)].filter((name) => name !== null),
		...actsNamed(term),
	]);
	return { slots: titleSlots(title), terms: new Set(known), names: [] };
}
