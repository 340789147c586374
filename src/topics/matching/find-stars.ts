import {
	hashPrime,
	hashStart,
	otherFactor,
	otherStart,
	spread,
} from "./hash-letters.ts";
import { plainTable } from "./letter-classes.ts";
import { heldUnits } from "./letter-units.ts";
import { emptyNumbers, makeRoomFor } from "./number-list.ts";
import { type QueryIndex, stemOf } from "./query-index.ts";
import type { Reading } from "./reading.ts";
import { copyLetters, type ScannedWords } from "./scanned-words.ts";
import { findWord } from "./vocabulary.ts";

/** No star's word has more letters. */
const mostLetters = 30;
const leastLetters = 3;
const firstLetters = new Uint16Array(mostLetters);

/** Words that may begin like some star. */
const suspects = emptyNumbers();

/**
 * Finds the stars that each word meets, by the hashes of its first letters: of
 * as many as some star has that begins alike.
 */
export function findStars(reading: Reading, index: QueryIndex): void {
	const { words, stars } = reading;
	stars.numbers.length = 0;
	stars.words.length = 0;
	if (!index.hasStars) return;
	const { count } = words;
	if (stars.edges.length <= count) stars.edges = new Int32Array(2 * count + 1);
	listSuspects(words, index.starLengths);
	let from = 0;
	for (let each = 0; each < suspects.count; each++) {
		const at = suspects.items[each] ?? 0;
		const before = stars.numbers.length;
		meetStars(reading, index, at);
		if (stars.numbers.length === before) continue;
		stars.edges.fill(before, from, at + 1);
		from = at + 1;
	}
	stars.edges.fill(stars.numbers.length, from, count + 1);
}

/** All are written down, and counted if their first three letters begin a star, or are not plain: no branch to guess. */
function listSuspects(words: ScannedWords, lengths: Int32Array): void {
	const { starts, edges, count } = words;
	const [units, table] = [heldUnits(), plainTable];
	makeRoomFor(suspects, count);
	const { items } = suspects;
	let found = 0;
	for (let at = 0; at < count; at++) {
		const from = starts[at] ?? 0;
		const stem = stemOf(
			table[units[from] ?? 0],
			table[units[from + 1] ?? 0],
			table[units[from + 2] ?? 0],
		);
		const letters = (edges[at + 1] ?? 0) - (edges[at] ?? 0);
		items[found] = at;
		found += -((lengths[stem] ?? 0) | letters) >>> 31;
	}
	suspects.count = found;
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
