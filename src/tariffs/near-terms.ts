import leven from "leven";
import { fillers } from "./exact-term.ts";
import { foldWords } from "./fold-words.ts";
import type { Terms } from "./term-table.ts";

/**
 * One wrong letter in a word of four to six, two in a longer one. Between goods
 * as near, the one whose first name it is: `steal` is steel, not steaks.
 */
export function misspelt(
	words: readonly string[],
	terms: Terms,
): string | null {
	const phrase = foldWords(
		words.filter((word) => !fillers.has(word)).join(" "),
	);
	if (phrase.length < 4) return null;
	const allowed = phrase.length < 7 ? 1 : 2;
	const near = ranked(phrase, terms).filter(
		({ distance, folded }) => distance <= allowed && folded[0] === phrase[0],
	);
	const nearest = near.filter(({ distance }) => distance === near[0]?.distance);
	const named = nearest.filter(({ isName }) => isName);
	const [best, ...others] = named.length > 0 ? named : nearest;
	const isTie = others.some(({ productId }) => productId !== best?.productId);
	return best && !isTie ? best.folded : null;
}

/** Terms that the phrase contains, then those spelt much like it, then those that share a word. */
export function nearTerms(words: readonly string[], terms: Terms): string[] {
	const phrase = foldWords(words.join(" "));
	const own = new Set(phrase.split(" "));
	const contained = phrase.split(" ").flatMap((word) => terms.get(word) ?? []);
	const spelt = ranked(phrase, terms)
		.filter(({ distance }) => distance <= Math.max(2, phrase.length * 0.4))
		.flatMap(({ folded }) => terms.get(folded) ?? []);
	const sharing = [...terms]
		.filter(([folded]) => folded.split(" ").some((word) => own.has(word)))
		.map(([, term]) => term);
	const near = [...contained, ...spelt, ...sharing].map(({ word }) => word);
	return [...new Set(near)].slice(0, 5);
}

function ranked(phrase: string, terms: Terms) {
	return [...terms]
		.filter(([folded]) => Math.abs(folded.length - phrase.length) <= 4)
		.map(([folded, { product, isName }]) => ({
			folded,
			isName,
			productId: product.id,
			distance: leven(folded, phrase),
		}))
		.sort((a, b) => a.distance - b.distance);
}
