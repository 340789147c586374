import {
	fieldMask,
	opAny,
	opBits,
	opExcept,
	opLeaf,
	opMask,
	opNear,
	opRow,
	opTimes,
} from "./compile-query.ts";
import { isLeafMet, lengthAt, type Matching, partsOf } from "./matching.ts";
import { firstBits, metAgain, metWhere, parent, word } from "./phrase-trie.ts";
import { merged, placeFactor, reachIn } from "./place-lists.ts";
import { fieldBitsOf, fieldOf, type Reading } from "./reading.ts";

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

/** Where in the news the part of a query that begins at `at` is met, ascending, each place once. */
export function placesOf(matching: Matching, at: number): number[] {
	const head = matching.code[at] ?? 0;
	const argument = head >> opBits;
	switch (head & opMask) {
		case opLeaf:
			return leafPlaces(matching, at);
		case opAny:
			return anyPlaces(matching, at);
		case opRow:
			return rowPlaces(matching, at);
		case opNear:
			return nearPlaces(matching, at, argument);
		case opExcept:
			return exceptPlaces(matching, at);
		case opTimes:
			return oftenPlaces(matching, at, argument);
		default:
			return [];
	}
}

function anyPlaces(matching: Matching, at: number): number[] {
	const { code } = matching;
	const lists: number[][] = [];
	const end = at + lengthAt(code, at);
	for (let part = at + 2; part < end; part += lengthAt(code, part)) {
		const isLeaf = ((code[part] ?? 0) & opMask) === opLeaf;
		if (isLeaf && !isLeafMet(matching, part)) continue;
		const places = placesOf(matching, part);
		if (places.length > 0) lists.push(places);
	}
	return countedMerge(matching, lists);
}

function countedMerge(
	{ reading }: Matching,
	lists: readonly number[][],
): number[] {
	for (const { length } of lists) reading.steps += length;
	return merged(lists);
}

/** The first place of a leaf, without looking for the others where that can be. */
export function firstPlace(matching: Matching, at: number): number | undefined {
	const { index, code } = matching;
	const { rows } = index.trie;
	const leaf = code[at + 1] ?? 0;
	const bits = ((code[at] ?? 0) >> opBits) & fieldMask;
	const before = rows[leaf + parent] ?? 0;
	if (bits !== 0 || before < 0) return leafPlaces(matching, at)[0];
	return firstOf(matching, leaf);
}

/** Where a phrase of the news begins first. */
function firstOf({ index, reading }: Matching, leaf: number): number {
	const { rows } = index.trie;
	const first = (rows[leaf + metWhere] ?? 0) >> firstBits;
	let last = first;
	let node = rows[leaf + parent] ?? 0;
	for (; node > 0; node = rows[node + parent] ?? 0) last++;
	return placeFrom(reading, first, last);
}

function leafPlaces(matching: Matching, at: number): number[] {
	const { reading, code } = matching;
	if (!isLeafMet(matching, at)) return [];
	const leaf = code[at + 1] ?? 0;
	const bits = ((code[at] ?? 0) >> opBits) & fieldMask;
	const said = reading.sayings.get(leaf)?.map(({ place }) => place);
	const all = said ?? phrasePlaces(matching, leaf);
	if (bits === 0) return all;
	const isInside = (place: number) =>
		fieldBitsOf(reading, wordsAt(reading, place)[0]) & bits;
	return all.filter(isInside);
}

function phrasePlaces(matching: Matching, leaf: number): number[] {
	const { index, reading } = matching;
	const { rows } = index.trie;
	if ((rows[leaf + parent] ?? 0) < 0) return [];
	const isOnce = ((rows[leaf + metWhere] ?? 0) & metAgain) === 0;
	if (isOnce) return [firstOf(matching, leaf)];
	const last = rows[leaf + word] ?? 0;
	const before: number[] = [];
	let node = rows[leaf + parent] ?? 0;
	for (; node > 0; node = rows[node + parent] ?? 0) {
		before.push(rows[node + word] ?? 0);
	}
	const found: number[] = [];
	for (const at of wordsThatAre(reading, last)) {
		const first = at - before.length;
		if (first < 0 || !follows(reading, before, at)) continue;
		if (fieldOf(reading, first) !== fieldOf(reading, at)) continue;
		found.push(placeFrom(reading, first, at));
	}
	return found;
}

/** The words that have a number, ascending. Most news is short, so all of it is looked through. */
function wordsThatAre(reading: Reading, number: number): number[] {
	const { numbers, stars, starWords, words } = reading;
	const found: number[] = [];
	if ((number & 1) === 1) {
		reading.steps += stars.length;
		for (let at = stars.indexOf(number); at >= 0; ) {
			found.push(starWords[at] ?? 0);
			at = stars.indexOf(number, at + 1);
		}
		return found;
	}
	const { count } = words;
	reading.steps += count;
	for (let at = 0; at < count; at++) {
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

/** One part right after the other. */
function rowPlaces(matching: Matching, at: number): number[] {
	const [first = 0, ...rest] = partsOf(matching, at);
	let places = placesOf(matching, first);
	for (const part of rest) {
		const next = placesOf(matching, part);
		const byFirst = new Map(
			next.map((place) => [Math.floor(place / one), place]),
		);
		places = places.flatMap((place) => {
			const following = byFirst.get((place % one) + 1);
			if (following === undefined) return [];
			return [Math.floor(place / one) * one + (following % one)];
		});
	}
	return places;
}

/** Every place of either side that has one of the other within reach. */
function nearPlaces(matching: Matching, at: number, within: number): number[] {
	const [left = 0, right = 0] = partsOf(matching, at);
	const lefts = placesOf(matching, left);
	if (lefts.length === 0) return [];
	const rights = placesOf(matching, right);
	if (rights.length === 0) return [];
	matching.reading.steps += lefts.length + rights.length;
	const reachesRight = reachIn(rights, within);
	const reachesLeft = reachIn(lefts, within);
	const near = [lefts.filter(reachesRight), rights.filter(reachesLeft)];
	return countedMerge(matching, near);
}

/** Places of the first that share no word with a place of the second. */
function exceptPlaces(matching: Matching, at: number): number[] {
	const [part = 0, other = 0] = partsOf(matching, at);
	const places = placesOf(matching, part);
	if (places.length === 0) return places;
	const others = placesOf(matching, other);
	if (others.length === 0) return places;
	const overlaps = reachIn(others, -1);
	return places.filter((place) => !overlaps(place));
}

/** All places, when there are enough that do not share words. */
function oftenPlaces(matching: Matching, at: number, least: number): number[] {
	const [part = 0] = partsOf(matching, at);
	const places = placesOf(matching, part);
	let count = 0;
	let end = -1;
	for (const place of places) {
		if (Math.floor(place / one) <= end) continue;
		end = place % one;
		count++;
	}
	return count >= least ? places : [];
}
