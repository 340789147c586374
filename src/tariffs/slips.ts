import { typingDistance } from "./typing-distance.ts";

/**
 * How many slips of the finger lie between two phrases, word by word; null
 * where they are too many to be slips. A word may be one away, a word of eight
 * letters or more two. A short word alone is only taken for a letter too many,
 * too few or out of place: `wool` is no `wood`; beside a word that is right it
 * may have a wrong one.
 */
export function slipsBetween(typed: string, meant: string): number | null {
	if (Math.abs(typed.length - meant.length) > 2) return null;
	if (!beginAlike(typed, meant)) return null;
	const [ours, theirs] = [typed.split(" "), meant.split(" ")];
	if (ours.length !== theirs.length)
		return wordSlips(ours.join(""), theirs.join(""), { isAlone: true });
	const isAlone = !ours.some((word, at) => isSure(word, theirs[at]));
	let slips = 0;
	for (const [at, word] of ours.entries()) {
		const found = wordSlips(word, theirs[at] ?? "", { isAlone });
		if (found === null) return null;
		slips += found;
	}
	return slips > 2 ? null : slips;
}

/** The first letter is seldom wrong, though the first two may have changed places. */
function beginAlike(typed: string, meant: string): boolean {
	return (
		typed[0] === meant[0] || (typed[0] === meant[1] && typed[1] === meant[0])
	);
}

/** A word typed right that is long enough to lean on. */
function isSure(typed: string, meant: string | undefined): boolean {
	return typed === meant && typed.length > 3;
}

function wordSlips(
	typed: string,
	meant: string,
	{ isAlone }: { isAlone: boolean },
): number | null {
	if (typed === meant) return 0;
	// Another number is another thing: motorcycles over 400cc and over 800cc.
	if (/\d/.test(typed + meant)) return null;
	const shorter = Math.min(typed.length, meant.length);
	if (shorter < (isAlone ? 4 : 2)) return null;
	const isOther = typed.length === meant.length && !isSwap(typed, meant);
	if (isOther && shorter < (isAlone ? 5 : 4)) return null;
	const distance = typingDistance(typed, meant);
	return distance <= (shorter < 8 ? 1 : 2) ? distance : null;
}

/** The same letters in another order. */
export function isSwap(typed: string, meant: string): boolean {
	return [...typed].sort().join("") === [...meant].sort().join("");
}
