import { plainTable } from "./letter-classes.ts";
import { unitAt } from "./letter-units.ts";

/**
 * The words of one or more texts by the hashes of their folded letters, without
 * a string for each. Arrays are longer than what they hold and are used again.
 */
export interface ScannedWords {
	count: number;
	/** Where the next text begins among the units. */
	nextText: number;
	/** Units that a word came from, counted over all texts. */
	starts: Int32Array;
	ends: Int32Array;
	/** Both hashes of each word. */
	hashes: Int32Array;
	others: Int32Array;
	/**
	 * A word that is more than plain letters side by side has its folded letters
	 * apart, from `edges[n]` up to `edges[n + 1]` of `letters`; a plain one none.
	 */
	edges: Int32Array;
	letters: Uint16Array;
}

export function emptyScan(): ScannedWords {
	return {
		count: 0,
		nextText: 0,
		starts: new Int32Array(256),
		ends: new Int32Array(256),
		hashes: new Int32Array(256),
		others: new Int32Array(256),
		edges: new Int32Array(257),
		letters: new Uint16Array(1024),
	};
}

/** Forgets all texts. */
export function clearScan(words: ScannedWords): void {
	words.count = 0;
	words.nextText = 0;
}

/** Copies the first folded letters of a word, as many as there is room for; gives how many. */
export function copyLetters(
	{ starts, ends, edges, letters }: ScannedWords,
	at: number,
	to: Uint16Array,
): number {
	const [edge, next] = [edges[at] ?? 0, edges[at + 1] ?? 0];
	const isPlain = edge === next;
	const from = isPlain ? (starts[at] ?? 0) : edge;
	const count = Math.min(to.length, (isPlain ? (ends[at] ?? 0) : next) - from);
	for (let each = 0; each < count; each++) {
		to[each] = isPlain
			? (plainTable[unitAt(from + each)] ?? 0)
			: (letters[from + each] ?? 0);
	}
	return count;
}

/** Room for every letter of a text to be a word, and to fold to four. */
export function makeRoom(
	into: ScannedWords,
	length: number,
	most: number,
): void {
	const words = into.count + Math.min(length, most) + 1;
	if (into.starts.length < words) {
		into.starts = longer(into.starts, words);
		into.ends = longer(into.ends, words);
		into.hashes = longer(into.hashes, words);
		into.others = longer(into.others, words);
		into.edges = longer(into.edges, words + 1);
	}
	const letters = (into.edges[into.count] ?? 0) + 4 * length;
	if (into.letters.length >= letters) return;
	const grown = new Uint16Array(2 * letters);
	grown.set(into.letters);
	into.letters = grown;
}

function longer(numbers: Int32Array, length: number): Int32Array {
	const grown = new Int32Array(2 * length);
	grown.set(numbers);
	return grown;
}
