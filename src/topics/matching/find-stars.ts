import {
	hashPrime,
	hashStart,
	otherFactor,
	otherStart,
	spread,
} from "./hash-letters.ts";
import { plainTable } from "./letter-classes.ts";
import { heldUnits } from "./letter-units.ts";
import { type QueryIndex, stemOf } from "./query-index.ts";
import type { Reading } from "./reading.ts";
import { copyLetters } from "./scanned-words.ts";
import { findWord } from "./vocabulary.ts";

/** No star's word has more letters. */
const mostLetters = 30;
const leastLetters = 3;
const firstLetters = new Uint16Array(mostLetters);

/**
 * Finds the stars that each word meets, by the hashes of its first letters: of
 * as many as some star has that begins alike.
 */
export function findStars(reading: Reading, index: QueryIndex): void {
	const { words, stars } = reading;
	stars.numbers.length = 0;
	stars.words.length = 0;
	if (!index.hasStars) return;
	const { starts, edges, count } = words;
	if (stars.edges.length <= count) stars.edges = new Int32Array(2 * count + 1);
	const [units, table] = [heldUnits(), plainTable];
	const { starLengths: lengths, starLetters: letters } = index;
	for (let at = 0; at < count; at++) {
		stars.edges[at] = stars.numbers.length;
		const isPlain = edges[at] === edges[at + 1];
		const from = starts[at] ?? 0;
		const first = table[units[from] ?? 0] ?? 0;
		if (isPlain && ((letters >>> (first & 31)) & 1) === 0) continue;
		const stem = stemOf(
			first,
			table[units[from + 1] ?? 0],
			table[units[from + 2] ?? 0],
		);
		if (isPlain && lengths[stem] === 0) continue;
		meetStars(reading, index, at);
	}
	stars.edges[count] = stars.numbers.length;
}

function meetStars(reading: Reading, index: QueryIndex, at: number): void {
	const { stars } = reading;
	const count = copyLetters(reading.words, at, firstLetters);
	const stem = stemOf(firstLetters[0], firstLetters[1], firstLetters[2]);
	const lengths = index.starLengths[stem] ?? 0;
	if (lengths === 0 || count < leastLetters) return;
	let [hash, other] = [hashStart, otherStart];
	for (let length = 1; length <= count; length++) {
		const unit = firstLetters[length - 1] ?? 0;
		hash = Math.imul(hash ^ unit, hashPrime);
		other = Math.imul(other + unit, otherFactor);
		if ((lengths & (1 << length)) === 0) continue;
		const { slots } = index.stars;
		const star = findWord(slots, index.trie.rows, spread(hash), other);
		reading.steps++;
		if (star === 0) continue;
		stars.numbers.push(star);
		stars.words.push(at);
	}
}
