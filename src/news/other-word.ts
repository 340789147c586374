import leven from "leven";
import type { Headed } from "./headed.ts";

/** Titles whose words run alike for this share of the shorter are compared word by word. */
const runsAlike = 0.6;
/** A headline has fewer words; more are a paragraph. */
const mostWords = 40;
/** Shorter words that look alike are other words. */
const slipLength = 6;

type Gap = readonly [readonly string[], readonly string[]];

/**
 * Whether two titles run alike but for a place where each has words of its own
 * that the other text never uses: "Certain Nails From …" and "Certain Pipe From …".
 */
export function hasOtherWord(a: Headed, b: Headed): boolean {
	const own = a.slots.words.slice(0, mostWords);
	const theirs = b.slots.words.slice(0, mostWords);
	const { common, gaps } = align(own, theirs);
	const fewest = Math.min(own.length, theirs.length);
	if (fewest < 2 || common / fewest < runsAlike) return false;
	return gaps.some((gap) => isPutOtherwise(gap, a, b));
}

function isPutOtherwise([left, right]: Gap, a: Headed, b: Headed): boolean {
	// Two acts are a turn of events, which is told apart elsewhere.
	const areActs =
		left.some((word) => a.slots.acts.has(word)) &&
		right.some((word) => b.slots.acts.has(word));
	const isLoose = (word: string, other: Headed) =>
		!other.terms.has(word) &&
		!other.slots.words.includes(word) &&
		!(areActs && (a.slots.acts.has(word) || b.slots.acts.has(word)));
	const [own, theirs] = withoutSlips(
		left.filter((word) => isLoose(word, b)),
		right.filter((word) => isLoose(word, a)),
	);
	return own.length > 0 && theirs.length > 0;
}

/** The words of each list that are not words of the other with a slip of the pen. */
export function withoutSlips(
	own: readonly string[],
	theirs: readonly string[],
): readonly [string[], string[]] {
	return [
		own.filter((word) => !theirs.some((other) => isSlip(word, other))),
		theirs.filter((word) => !own.some((other) => isSlip(word, other))),
	];
}

/** One letter more, less or another, or the same letters in another order. */
function isSlip(word: string, other: string): boolean {
	if (Math.min(word.length, other.length) < slipLength) return false;
	if (Math.abs(word.length - other.length) > 1) return false;
	const letters = (text: string) => [...text].sort().join("");
	return (
		leven(word, other, { maxDistance: 2 }) <= 1 ||
		letters(word) === letters(other)
	);
}

/** The longest run of words in the same order, and what stands between them on each side. */
export function align(
	own: readonly string[],
	theirs: readonly string[],
): { common: number; gaps: Gap[] } {
	const lengths = commonLengths(own, theirs);
	const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
	const gaps: Gap[] = [];
	let [i, j, from, start] = [0, 0, 0, 0];
	while (i < own.length && j < theirs.length) {
		if (own[i] === theirs[j]) {
			gaps.push([own.slice(from, i), theirs.slice(start, j)]);
			[i, j] = [i + 1, j + 1];
			[from, start] = [i, j];
		} else if (at(i + 1, j) >= at(i, j + 1)) i++;
		else j++;
	}
	gaps.push([own.slice(from), theirs.slice(start)]);
	return { common: at(0, 0), gaps };
}

/** How many words are common, in order, from each pair of places on. */
function commonLengths(
	own: readonly string[],
	theirs: readonly string[],
): number[][] {
	const lengths = own.map(() => theirs.map(() => 0));
	for (let i = own.length - 1; i >= 0; i--) {
		for (let j = theirs.length - 1; j >= 0; j--) {
			const row = lengths[i] ?? [];
			const below = lengths[i + 1] ?? [];
			row[j] =
				own[i] === theirs[j]
					? 1 + (below[j + 1] ?? 0)
					: Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return lengths;
}
