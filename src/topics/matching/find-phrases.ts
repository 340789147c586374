import { bitOf, setBit } from "./leaf-bits.ts";
import {
	firstBits,
	hasChildren,
	metAgain,
	metIn,
	metWhere,
	seen,
	uses,
} from "./node-rows.ts";
import { addNumber } from "./number-list.ts";
import { childOf, touchChild } from "./phrase-trie.ts";
import type { QueryIndex } from "./query-index.ts";
import { fieldBitsOf, type Reading } from "./reading.ts";

/** Marks every leaf that the words of the news meet, and lists it. */
export function findPhrases(reading: Reading, index: QueryIndex): void {
	const { ends, numbers, alone, onward, stars } = reading;
	for (let each = 0; each < alone.count; each++) {
		const at = alone.items[each] ?? 0;
		meet(reading, index, numbers[at] ?? 0, at);
	}
	for (let each = 0; each < onward.count; each++) {
		const at = onward.items[each] ?? 0;
		const [number, next] = [numbers[at] ?? 0, numbers[at + 1] ?? 0];
		reading.touched ^= touchChild(index.trie, number, next);
	}
	for (let each = 0, end = 0; each < onward.count; each++) {
		const at = onward.items[each] ?? 0;
		while (at >= (ends[end] ?? 0)) end++;
		walkFrom(reading, index, at, ends[end] ?? 0);
	}
	const { rows } = index.trie;
	for (let each = 0; each < stars.numbers.length; each++) {
		const star = stars.numbers[each] ?? 0;
		const isPhrase = (rows[star + uses] ?? 0) > 0;
		if (isPhrase) meet(reading, index, star, stars.words[each] ?? 0);
	}
	reading.steps += ends[2] + stars.numbers.length;
}

/** Walks the tree from one word on to the next and further, to the end of its field at most. */
function walkFrom(
	reading: Reading,
	index: QueryIndex,
	begin: number,
	last: number,
): void {
	const { trie } = index;
	const { numbers, stars } = reading;
	const hasStars = stars.numbers.length > 0;
	let node = numbers[begin] ?? 0;
	for (let at = begin + 1; at < last; at++) {
		if (hasStars) walkStars(reading, index, { node, at, begin });
		const number = numbers[at] ?? 0;
		if (number === 0) return;
		reading.steps++;
		node = childOf(trie, node, number);
		if (node === 0) return;
		if ((trie.rows[node + uses] ?? 0) > 0) meet(reading, index, node, begin);
		if (!hasChildren(trie, node)) return;
	}
}

/** A star ends its phrase, so nothing is walked further from it. */
function walkStars(
	reading: Reading,
	index: QueryIndex,
	{ node, at, begin }: { node: number; at: number; begin: number },
): void {
	const { numbers, edges } = reading.stars;
	const end = edges[at + 1] ?? 0;
	for (let each = edges[at] ?? 0; each < end; each++) {
		const leaf = childOf(index.trie, node, numbers[each] ?? 0);
		reading.steps++;
		if (leaf > 0) meet(reading, index, leaf, begin);
	}
}

/** Marks a leaf as met at a word. */
export function meet(
	reading: Reading,
	{ trie: { rows } }: QueryIndex,
	leaf: number,
	at: number,
): void {
	const bits = fieldBitsOf(reading, at);
	if (rows[leaf + metIn] === reading.turn) {
		rows[leaf + metWhere] = (rows[leaf + metWhere] ?? 0) | bits | metAgain;
		return;
	}
	rows[leaf + metIn] = reading.turn;
	rows[leaf + metWhere] = bits | (at << firstBits);
	rows[leaf + seen] = (rows[leaf + seen] ?? 0) + 2;
	setBit(reading.bits, bitOf(leaf));
	addNumber(reading.met, leaf);
}
