import type { OptionSpec } from "./command.ts";
import type { CommandWord } from "./command-words.ts";

/** What each option was given, and the words that no option could take. */
export interface PlacedWords {
	readonly given: ReadonlyMap<OptionSpec, readonly CommandWord[]>;
	readonly left: readonly CommandWord[];
}

/**
 * Gives words to options by their place. A greedy option takes what is left,
 * save the trailing words that `fits` the options after it.
 */
export function placeWords(
	specs: readonly OptionSpec[],
	words: readonly CommandWord[],
): PlacedWords {
	const given = new Map<OptionSpec, readonly CommandWord[]>();
	let left = words;
	for (const [index, spec] of specs.entries()) {
		const later = specs.slice(index + 1);
		const [word] = left;
		if (!word) break;
		if (spec.greedy) {
			const shared = shareWords({
				spec,
				later,
				words: left,
				keep: spec.required ? 1 : 0,
			});
			return { given: new Map([...given, ...shared]), left: [] };
		}
		if (isForLater(spec, later, word)) continue;
		given.set(spec, [word]);
		left = left.slice(1);
	}
	return { given, left };
}

/** Shares words between a greedy option that was named, which keeps the first, and the free options after it. */
export function placeAfter(
	spec: OptionSpec,
	later: readonly OptionSpec[],
	words: readonly CommandWord[],
): PlacedWords["given"] {
	return shareWords({ spec, later, words, keep: 1 });
}

function shareWords(asked: {
	spec: OptionSpec;
	later: readonly OptionSpec[];
	words: readonly CommandWord[];
	/** So many words are the greedy option's, whatever they fit. */
	keep: number;
}): Map<OptionSpec, readonly CommandWord[]> {
	const { spec, words } = asked;
	const { from, given } = findTail(asked.later, words, asked.keep);
	const own = words.slice(0, from);
	return new Map(own.length > 0 ? [[spec, own], ...given] : given);
}

/** `/digest at 08:00 mon-fri` leaves out the zone: a word may skip an option that it does not fit. */
function isForLater(
	spec: OptionSpec,
	later: readonly OptionSpec[],
	word: CommandWord,
): boolean {
	if (spec.required || !spec.fits || spec.fits(word.text)) return false;
	return later.some((other) => !other.fits || other.fits(word.text));
}

/** Words; a hostile line may not make us try every cut of it. */
const longestTail = 40;

/** The longest run of trailing words that the later options can take in their order. */
function findTail(
	later: readonly OptionSpec[],
	words: readonly CommandWord[],
	keep: number,
) {
	const first = Math.max(keep, words.length - longestTail);
	for (let from = first; from < words.length; from++) {
		const given = fitInOrder(later, words.slice(from));
		if (given) return { from, given };
	}
	return {
		from: words.length,
		given: new Map<OptionSpec, readonly CommandWord[]>(),
	};
}

function fitInOrder(
	specs: readonly OptionSpec[],
	words: readonly CommandWord[],
): Map<OptionSpec, readonly CommandWord[]> | undefined {
	const given = new Map<OptionSpec, readonly CommandWord[]>();
	let at = 0;
	for (const spec of specs) {
		const from = at;
		while (at < words.length && spec.fits?.(words[at]?.text ?? "")) {
			at++;
			if (!spec.greedy) break;
		}
		if (at > from) given.set(spec, words.slice(from, at));
	}
	return at === words.length ? given : undefined;
}
