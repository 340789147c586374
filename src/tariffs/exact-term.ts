import { foldWords } from "./fold-words.ts";
import type { Terms } from "./term-table.ts";

/** Words that say nothing about which goods are meant. */
export const fillers = new Set(
	"tariff tariffs duty duties rate rates import imports importation imported on the of from for les des du de la le los las el arancel aranceles droit droits douane tarif tarifs sur to into".split(
		" ",
	),
);

/** Too wide to be the noun of other goods: fish oil is no oil of the energy kind. */
const onlyAlone = new Set(
	"oil bag gas power good product fuel chain".split(" "),
);

/** After these the words only narrow the goods: `motorcycles over 800cc`. */
const connectors = new Set(
	"over under with without of for from in made above below up more less de du des en pour para con sin a d au aux avec sans".split(
		" ",
	),
);

/** The term, folded, that a question is as it stands: `Russian oil tariff` is no oil of Russia. */
export function wholeTerm(query: string, terms: Terms): string | null {
	const whole = foldWords(query);
	return terms.has(whole) ? whole : null;
}

/** The term, folded, that the words are, fillers aside; null for none. */
export function exactTerm(
	words: readonly string[],
	terms: Terms,
): string | null {
	const whole = foldWords(words.join(" "));
	if (terms.has(whole)) return whole;
	const trimmed = words.filter((word) => !fillers.has(word));
	const rest = foldWords(trimmed.join(" "));
	return terms.has(rest) ? rest : null;
}

/**
 * The longest term that is the noun of the phrase: at its end (`dressed
 * softwood lumber`), before a connector (`motorcycles over 800cc`), or first
 * in French and Spanish (`acier laminé`). `wood pulp` is no `wood`.
 */
export function headTerm(
	typed: readonly string[],
	terms: Terms,
): string | null {
	const words = foldWords(typed.join(" ")).split(" ");
	const stop = words.findIndex((word, at) => at > 0 && connectors.has(word));
	for (let size = words.length - 1; size > 0; size--) {
		const last = words.slice(-size).join(" ");
		if (terms.has(last) && !onlyAlone.has(last)) return last;
		const beforeStop = stop < size ? "" : words.slice(stop - size, stop);
		const narrowed = beforeStop === "" ? "" : beforeStop.join(" ");
		if (narrowed !== "" && terms.has(narrowed)) return narrowed;
		const first = words.slice(0, size).join(" ");
		if (terms.get(first)?.nounFirst) return first;
	}
	return null;
}

/** `steel and aluminum`, `acier, aluminium`: each part a term of its own, and not all the same goods. */
export function severalTerms(words: readonly string[], terms: Terms): string[] {
	const parts = words
		.join(" ")
		.split(/ (?:and|or|et|ou|y|o) /)
		.map((part) => part.split(" "))
		.map((part) => exactTerm(part, terms) ?? headTerm(part, terms));
	const found = parts.filter((part) => part !== null);
	const goods = new Set(found.map((term) => terms.get(term)?.product.id));
	const isWhole = terms.has(foldWords(words.join(" ")));
	return !isWhole && found.length === parts.length && goods.size > 1
		? found
		: [];
}
