import type { Matching } from "./matching.ts";
import {
	beforeOf,
	firstBits,
	firstStar,
	kindOf,
	metAgain,
	metWhere,
	outside,
	wordOf,
} from "./node-rows.ts";
import { placeFactor } from "./place-lists.ts";
import { fieldOf, type Reading } from "./reading.ts";

// A place is the first and the last of its words, both in one number: first
// times 65,536 plus last. Between two fields lies a gap that no NEAR reaches
// over: three fields of 20,000 words and the gaps stay below 65,536.
const fieldGap = 64;
const one = placeFactor;

/** The place from one word of the news to another of the same field. */
export function placeFrom(reading: Reading, first: number, last: number) {
	const gap = fieldGap * fieldOf(reading, first);
	return (first + gap) * one + last + gap;
}

/** The first and the last word of a place. */
export function wordsAt(reading: Reading, place: number): [number, number] {
	const [first, last] = [Math.floor(place / one), place % one];
	const { ends } = reading;
	if (first < ends[0]) return [first, last];
	const gap = first - fieldGap < ends[1] ? fieldGap : 2 * fieldGap;
	return [first - gap, last - gap];
}

/** Where a phrase of the news stands first. */
export function firstOf(
	{ index: { trie }, reading }: Matching,
	leaf: number,
): number {
	const first = (trie.rows[leaf + metWhere] ?? 0) >> firstBits;
	let last = first;
	let node = beforeOf(trie, leaf);
	for (; node > 0; node = beforeOf(trie, node)) last++;
	return placeFrom(reading, first, last);
}

/** Everywhere that a phrase of the news stands, ascending. */
export function phrasePlaces(matching: Matching, leaf: number): number[] {
	const { reading } = matching;
	const { trie } = matching.index;
	if (kindOf(trie, leaf) === outside) return [];
	const isOnce = ((trie.rows[leaf + metWhere] ?? 0) & metAgain) === 0;
	if (isOnce) return [firstOf(matching, leaf)];
	const last = wordOf(trie, leaf);
	const before: number[] = [];
	let node = beforeOf(trie, leaf);
	for (; node > 0; node = beforeOf(trie, node)) before.push(wordOf(trie, node));
	const isStar = kindOf(trie, last) === firstStar;
	const earliest = (trie.rows[leaf + metWhere] ?? 0) >> firstBits;
	const places = isStar
		? starPlaces(reading, last)
		: wordPlaces(reading, last, earliest);
	reading.steps += isStar ? reading.stars.words.length : reading.words.count;
	const found: number[] = [];
	for (const at of places) {
		const first = at - before.length;
		if (first < 0 || !follows(reading, before, at)) continue;
		if (fieldOf(reading, first) !== fieldOf(reading, at)) continue;
		found.push(placeFrom(reading, first, at));
	}
	return found;
}

/** Where a star is met, ascending. */
function starPlaces({ stars }: Reading, star: number): number[] {
	return stars.words.filter((_, each) => stars.numbers[each] === star);
}

/** Where a word stands from one word on, ascending. Most news is short, so all the rest of it is looked through. */
function wordPlaces(
	{ numbers, words }: Reading,
	number: number,
	from: number,
): number[] {
	const found: number[] = [];
	for (let at = from; at < words.count; at++) {
		if (numbers[at] === number) found.push(at);
	}
	return found;
}

function follows(
	{ numbers }: Reading,
	before: readonly number[],
	at: number,
): boolean {
	for (const [back, number] of before.entries()) {
		if (numbers[at - back - 1] !== number) return false;
	}
	return true;
}
