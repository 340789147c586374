import { fillers } from "./exact-term.ts";
import { foldWords } from "./fold-words.ts";
import { isSwap, slipsBetween } from "./slips.ts";
import type { Term, Terms } from "./term-table.ts";
import { typingDistance } from "./typing-distance.ts";

/**
 * The term that the words are, wrongly typed. Between goods as near, the one
 * whose first name it is: `steal` is steel, not steaks. Null where nothing or
 * too much is near.
 */
export function misspelt(
	words: readonly string[],
	terms: Terms,
): string | null {
	const whole = words.join(" ");
	const bare = words.filter((word) => !fillers.has(word)).join(" ");
	if (bare.length < 4) return null;
	// Folded once, not for each of a thousand terms.
	const phrases = [...new Set([whole, bare])].map((plain) => ({
		plain,
		folded: foldWords(plain),
	}));
	const near = [...terms].flatMap(([folded, term]) => {
		const slips = fewestSlips(phrases, { folded, term });
		const isSlip = slips !== null && isLikely(bare, { term, slips });
		return isSlip ? [{ folded, term, slips }] : [];
	});
	const fewest = Math.min(...near.map(({ slips }) => slips));
	const nearest = near.filter(({ slips }) => slips === fewest);
	const named = nearest.filter(({ term }) => term.isName);
	const [best, ...others] = named.length > 0 ? named : nearest;
	const isTie = others.some(({ term }) => term.product !== best?.term.product);
	return best && !isTie ? best.folded : null;
}

/** One word alone leans on nothing: `Texas` is no `telas`, `inflation` no `insulation`. */
function isLikely(
	phrase: string,
	{ term, slips }: { term: Term; slips: number },
): boolean {
	if (phrase.includes(" ") || term.plain.includes(" ")) return true;
	if (slips > 1) return phrase.length > 9;
	const isMoved =
		phrase.length !== term.plain.length || isSwap(phrase, term.plain);
	const isOwnName = term.isName && !term.product.meant;
	return isMoved || phrase.length > 5 || isOwnName;
}

/** The plural may hide the slip, or the slip the plural: both forms are held against one another. */
function fewestSlips(
	phrases: readonly { readonly plain: string; readonly folded: string }[],
	{ folded, term }: { folded: string; term: Term },
): number | null {
	const found = phrases.flatMap((phrase) => [
		slipsBetween(phrase.plain, term.plain) ?? [],
		slipsBetween(phrase.folded, folded) ?? [],
	]);
	const slips = found.flat();
	return slips.length === 0 ? null : Math.min(...slips);
}

/**
 * The words with each that no term has put right, where one word alone is
 * nearest: `stainless stel pipe` is `stainless steel pipe`. Null where none was.
 */
export function respelt(
	words: readonly string[],
	terms: Terms,
): string[] | null {
	const known = new Set(
		[...terms.values()].flatMap(({ plain }) => plain.split(" ")),
	);
	const right = words.flatMap((word) =>
		known.has(word) || fillers.has(word) ? word : (nearest(word, known) ?? []),
	);
	return right.length === words.length ? right : null;
}

/** The one word that is the fewest slips away; null for none or several. */
function nearest(word: string, known: Iterable<string>): string | null {
	const near = [...known].flatMap((other) => {
		const slips = slipsBetween(word, other);
		return slips === null ? [] : [{ other, slips }];
	});
	const fewest = Math.min(...near.map(({ slips }) => slips));
	const [best, second] = near.filter(({ slips }) => slips === fewest);
	return best && !second ? best.other : null;
}

/** Terms that the phrase contains, then those spelt much like it, then those that share a word. */
export function nearTerms(words: readonly string[], terms: Terms): string[] {
	const phrase = foldWords(words.join(" "));
	const own = new Set(phrase.split(" "));
	const contained = phrase.split(" ").flatMap((word) => terms.get(word) ?? []);
	const sharing = [...terms]
		.filter(([folded]) => folded.split(" ").some((word) => own.has(word)))
		.map(([, term]) => term);
	const near = [...contained, ...speltAlike(phrase, terms), ...sharing];
	return [...new Set(near.map(({ word }) => word))].slice(0, 5);
}

function speltAlike(phrase: string, terms: Terms): Term[] {
	const most = Math.max(1, Math.floor(phrase.length * 0.3));
	return [...terms]
		.filter(([folded]) => Math.abs(folded.length - phrase.length) <= most)
		.map(([folded, term]) => ({
			term,
			distance: typingDistance(folded, phrase),
		}))
		.filter(({ distance }) => distance <= most)
		.sort((a, b) => a.distance - b.distance)
		.map(({ term }) => term);
}
