import { keptPlaces } from "./kept-places.ts";
import { isLeafMet, type Matching, partsOf } from "./matching.ts";
import { kindOf, metAgain, metWhere, outside } from "./node-rows.ts";
import { firstOf, phrasePlaces, wordsAt } from "./phrase-places.ts";
import { merged, nearEachOther, placeFactor, reachIn } from "./place-lists.ts";
import {
	argumentOf,
	fieldsIn,
	leafIn,
	lengthOf,
	opAny,
	opExcept,
	opLeaf,
	opNear,
	opOf,
	opRow,
	opTimes,
} from "./query-code.ts";
import type { QueryIndex } from "./query-index.ts";
import { fieldBitsOf } from "./reading.ts";

const one = placeFactor;

/** Where in the news the part of a query that begins at `at` is met, ascending, each place once; nobody may change the list. */
export function placesOf(matching: Matching, at: number): number[] {
	const { reading, code, index } = matching;
	const head = code[at] ?? 0;
	if (opOf(head) === opLeaf && !isOften(index, head)) {
		return leafPlaces(matching, at);
	}
	return keptPlaces(reading.kept, code, {
		at,
		find: () => findPlaces(matching, at),
	});
}

/** Whether a leaf may stand in more than one place. */
function isOften({ trie }: QueryIndex, head: number): boolean {
	return ((trie.rows[leafIn(head) + metWhere] ?? 0) & metAgain) !== 0;
}

function findPlaces(matching: Matching, at: number): number[] {
	const head = matching.code[at] ?? 0;
	switch (opOf(head)) {
		case opLeaf:
			return leafPlaces(matching, at);
		case opAny:
			return anyPlaces(matching, at);
		case opRow:
			return rowPlaces(matching, at);
		case opNear:
			return nearPlaces(matching, at, argumentOf(head));
		case opExcept:
			return exceptPlaces(matching, at);
		case opTimes:
			return oftenPlaces(matching, at, argumentOf(head));
		default:
			return [];
	}
}

function anyPlaces(matching: Matching, at: number): number[] {
	const { code } = matching;
	const lists: number[][] = [];
	const end = at + lengthOf(code[at] ?? 0);
	for (let part = at + 1; part < end; ) {
		const head = code[part] ?? 0;
		if (opOf(head) !== opLeaf || isLeafMet(matching, head)) {
			const places = placesOf(matching, part);
			if (places.length > 0) lists.push(places);
		}
		part += lengthOf(head);
	}
	for (const { length } of lists) matching.reading.steps += length;
	return merged(lists);
}

/** The first place of a leaf, without looking for the others where that can be. */
export function firstPlace(matching: Matching, at: number): number | undefined {
	const head = matching.code[at] ?? 0;
	const isOutside = kindOf(matching.index.trie, leafIn(head)) === outside;
	if (fieldsIn(head) !== 0 || isOutside) return leafPlaces(matching, at)[0];
	return firstOf(matching, leafIn(head));
}

function leafPlaces(matching: Matching, at: number): number[] {
	const { reading, code } = matching;
	const head = code[at] ?? 0;
	if (!isLeafMet(matching, head)) return [];
	const said = reading.sayings.get(leafIn(head))?.map(({ place }) => place);
	const all = said ?? phrasePlaces(matching, leafIn(head));
	const fields = fieldsIn(head);
	if (fields === 0) return all;
	const isInside = (place: number) =>
		fieldBitsOf(reading, wordsAt(reading, place)[0]) & fields;
	return all.filter(isInside);
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
	// Each is looked at once for the other, and once to put them in order.
	matching.reading.steps += 2 * (lefts.length + rights.length);
	return nearEachOther(lefts, rights, within);
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
