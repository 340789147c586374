import { by, key, uses } from "./node-rows.ts";
import type { QueryIndex } from "./query-index.ts";
import type { Reading } from "./reading.ts";
import { findWord, followerFactor, followerShift } from "./vocabulary.ts";

/**
 * Finds all words of the news in the index, lists those that are phrases, and
 * those from which a phrase may go on. Most time goes by waiting for memory, and
 * a branch that was guessed wrong waits alone: so each loop asks for all that
 * the next one branches on, and what may be listed is written down in any case,
 * and counted if it belongs there. What other files have functions for is
 * written out here, for a call costs more than it does.
 */
export function findWords(reading: Reading, index: QueryIndex): void {
	guessWords(reading, index.words.slots);
	listAlone(reading, index);
	reading.onward.count = 0;
	let from = 0;
	for (const to of reading.ends) {
		listOnward(reading, index.trie.rows, { from, to });
		from = to;
	}
	reading.steps += from;
}

/** The first word with each hash; its other hash may still differ. */
function guessWords(reading: Reading, slots: Int32Array): void {
	const { numbers } = reading;
	const { hashes, count } = reading.words;
	const mask = slots.length - 1;
	let touched = 0;
	for (let at = 0; at < count; at++) {
		touched ^= slots[((hashes[at] ?? 0) << 1) & mask] ?? 0;
	}
	reading.touched = touched;
	for (let at = 0; at < count; at++) {
		const hash = hashes[at] ?? 0;
		let slot = (hash << 1) & mask;
		let first = slots[slot + 1] ?? 0;
		while (first !== 0 && slots[slot] !== hash) {
			slot = (slot + 2) & mask;
			first = slots[slot + 1] ?? 0;
		}
		numbers[at] = first;
	}
}

function listAlone(reading: Reading, { words, trie }: QueryIndex): void {
	const { numbers } = reading;
	const { hashes, others, count } = reading.words;
	const { rows } = trie;
	const { items: places } = reading.alone;
	let touched = 0;
	for (let at = 0; at < count; at++) touched ^= rows[numbers[at] ?? 0] ?? 0;
	reading.touched = touched;
	let found = 0;
	for (let at = 0; at < count; at++) {
		let first = numbers[at] ?? 0;
		if (first !== 0 && rows[first + key] !== others[at]) {
			const [hash, other] = [hashes[at] ?? 0, others[at] ?? 0];
			first = findWord(words.slots, rows, hash, other);
			numbers[at] = first;
		}
		places[found] = at;
		found += -(rows[first + uses] ?? 0) >>> 31;
	}
	reading.alone.count = found;
}

/** What their own rows tell is enough to leave out most words of a field; the tree is looked at only for the others. */
function listOnward(
	reading: Reading,
	rows: Int32Array,
	{ from, to }: { from: number; to: number },
): void {
	const { numbers, onward, stars } = reading;
	const { edges } = stars;
	const { items: places } = onward;
	const hasStars = stars.numbers.length > 0;
	let found = onward.count;
	let before = from < to ? (numbers[from] ?? 0) : 0;
	for (let at = from + 1; at < to; at++) {
		const number = numbers[at] ?? 0;
		const bit = Math.imul(number, followerFactor) >>> followerShift;
		const followers = rows[before + by + (bit >> 5)] ?? 0;
		places[found] = at - 1;
		found += (followers >>> (bit & 31)) & (-number >>> 31);
		const isStar = hasStars && before !== 0 && edges[at] !== edges[at + 1];
		const isListed = found > 0 && places[found - 1] === at - 1;
		if (isStar && !isListed) places[found++] = at - 1;
		before = number;
	}
	onward.count = found;
}
