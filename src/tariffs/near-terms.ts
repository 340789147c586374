import { fillers } from "./exact-term.ts";
import { foldWords } from "./fold-words.ts";
import type { Term, Terms } from "./term-table.ts";
import { typingDistance } from "./typing-distance.ts";

/**
 * The term that the words are, wrongly typed. Each word may be one slip away,
 * a word of eight letters or more two; a short one only by a letter too many,
 * too few or out of place. Between goods as near, the one whose first name it
 * is: `steal` is steel, not steaks. Null where nothing or too much is near.
 */
export function misspelt(
	words: readonly string[],
	terms: Terms,
): string | null {
	const phrase = foldWords(
		words.filter((word) => !fillers.has(word)).join(" "),
	);
	if (phrase.length < 4) return null;
	const near = [...terms].flatMap(([folded, term]) => {
		const slips = slipsBetween(phrase, folded);
		return slips === null ? [] : [{ folded, term, slips }];
	});
	const fewest = Math.min(...near.map(({ slips }) => slips));
	const nearest = near.filter(({ slips }) => slips === fewest);
	const named = nearest.filter(({ term }) => term.isName);
	const [best, ...others] = named.length > 0 ? named : nearest;
	const isTie = others.some(({ term }) => term.product !== best?.term.product);
	return best && !isTie ? best.folded : null;
}

/** How many slips lie between two phrases, word by word; null where they are too many for one word or in all. */
function slipsBetween(typed: string, meant: string): number | null {
	if (typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > 2)
		return null;
	const [ours, theirs] = [typed.split(" "), meant.split(" ")];
	if (ours.length !== theirs.length)
		return wordSlips(ours.join(""), theirs.join(""));
	let slips = 0;
	for (const [at, word] of ours.entries()) {
		const found = wordSlips(word, theirs[at] ?? "");
		if (found === null) return null;
		slips += found;
	}
	return slips > 2 ? null : slips;
}

function wordSlips(typed: string, meant: string): number | null {
	if (typed === meant) return 0;
	const shorter = Math.min(typed.length, meant.length);
	// Another number is another thing: motorcycles over 400cc and over 800cc.
	if (shorter < 4 || /\d/.test(typed + meant)) return null;
	const distance = typingDistance(typed, meant);
	const isSwap = [...typed].sort().join() === [...meant].sort().join();
	// `main` and `mais`, `wool` and `wood`: a short word with another letter is another word.
	if (shorter === 4 && typed.length === meant.length && !isSwap) return null;
	return distance <= (shorter < 8 ? 1 : 2) ? distance : null;
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
