import type { Evidence } from "../match.ts";
import { isMet } from "./is-met.ts";
import type { Matching } from "./matching.ts";
import { wordsAt } from "./phrase-places.ts";
import { firstPlace, placesOf } from "./places.ts";
import {
	argumentOf,
	leafIn,
	lengthOf,
	opAll,
	opAny,
	opLeaf,
	opNear,
	opNot,
	opOf,
	opSome,
	opTimes,
} from "./query-code.ts";
import { fieldOf, type Reading, readFields } from "./reading.ts";

/** Evidence shown for one match. */
const mostEvidence = 10;
/** Of one person's statements. */
const mostSayings = 3;

/** A few stretches of the news that show why the query at `at` is met, most telling first. */
export function evidenceOf(matching: Matching, at: number): Evidence[] {
	const different: Evidence[] = [];
	for (const one of shown(matching, at)) {
		if (different.length === mostEvidence) break;
		if (!different.some((other) => isSame(one, other))) different.push(one);
	}
	return different;
}

function isSame(one: Evidence, other: Evidence): boolean {
	const { field, start, end } = other;
	return one.start === start && one.end === end && one.field === field;
}

function shown(matching: Matching, at: number): Evidence[] {
	const head = matching.code[at] ?? 0;
	switch (opOf(head)) {
		case opLeaf:
			return leafShown(matching, at);
		case opAny:
			return anyShown(matching, at);
		case opAll:
		case opSome:
			return inTurn(metParts(matching, at));
		case opNot:
			return [];
		case opNear:
			return placesShown(matching, at, 2);
		case opTimes:
			return placesShown(matching, at, Math.min(argumentOf(head), mostSayings));
		default:
			return placesShown(matching, at, 1);
	}
}

/** What is met of a long list of names is little, so no list is made of what is not. */
function anyShown(matching: Matching, at: number): Evidence[] {
	const { code } = matching;
	const found: Evidence[] = [];
	const end = at + lengthOf(code[at] ?? 0);
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		if (found.length >= mostEvidence) break;
		if (isMet(matching, part)) found.push(...shown(matching, part));
	}
	return found;
}

function metParts(matching: Matching, at: number): Evidence[][] {
	const { code } = matching;
	const found: Evidence[][] = [];
	const end = at + lengthOf(code[at] ?? 0);
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		const head = code[part] ?? 0;
		if (opOf(head) === opNot || !isMet(matching, part)) continue;
		found.push(shown(matching, part));
	}
	return found;
}

/** First of each, then second of each: cut short, it still shows every part. */
function inTurn(lists: readonly (readonly Evidence[])[]): Evidence[] {
	const turns: Evidence[] = [];
	for (let turn = 0; turn < mostEvidence; turn++) {
		const before = turns.length;
		for (const list of lists) {
			const one = list[turn];
			if (one) turns.push(one);
		}
		if (turns.length === before) break;
	}
	return turns;
}

function leafShown(matching: Matching, at: number): Evidence[] {
	const { reading, code } = matching;
	if (reading.sayings.has(leafIn(code[at] ?? 0))) {
		return placesShown(matching, at, mostSayings);
	}
	const place = firstPlace(matching, at);
	return place === undefined ? [] : [evidenceAt(reading, place)];
}

function placesShown(matching: Matching, at: number, most: number): Evidence[] {
	const { reading } = matching;
	return placesOf(matching, at)
		.slice(0, most)
		.map((place) => evidenceAt(reading, place));
}

/** A statement is shown from its first letter to its last, marks included. */
function evidenceAt(reading: Reading, place: number): Evidence {
	const saying = sayingAt(reading, place);
	if (saying) return evidenceFrom(reading, saying.statement);
	const [first, last] = wordsAt(reading, place);
	const { starts, ends } = reading.words;
	const field = fieldOf(reading, first);
	const begin = reading.begins[field] ?? 0;
	return evidenceFrom(reading, {
		field: readFields[field] ?? "body",
		start: (starts[first] ?? 0) - begin,
		end: (ends[last] ?? 0) - begin,
	});
}

function sayingAt({ sayings }: Reading, place: number) {
	if (sayings.size === 0) return undefined;
	const all = [...sayings.values()].flat();
	return all.find((one) => one.place === place);
}

function evidenceFrom(
	{ news }: Reading,
	{ field, start, end }: Omit<Evidence, "text">,
): Evidence {
	return { field, text: news[field].slice(start, end), start, end };
}
