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

/** A few stretches of the news that show why the query at `at`, which it meets, is met, most telling first. */
export function evidenceOf(matching: Matching, at: number): Evidence[] {
	const all: Evidence[] = [];
	show(matching, at, all);
	const different: Evidence[] = [];
	for (const one of all) {
		if (different.length === mostEvidence) break;
		if (!different.some((other) => isSame(one, other))) different.push(one);
	}
	return different;
}

function isSame(one: Evidence, other: Evidence): boolean {
	const { field, start, end } = other;
	return one.start === start && one.end === end && one.field === field;
}

/** Adds what shows a part that is met, whose own parts need not be asked again where all must be. */
function show(matching: Matching, at: number, into: Evidence[]): void {
	const head = matching.code[at] ?? 0;
	switch (opOf(head)) {
		case opLeaf:
			showLeaf(matching, at, into);
			break;
		case opAny:
			showAny(matching, at, into);
			break;
		case opAll:
		case opSome:
			into.push(...inTurn(metParts(matching, at)));
			break;
		case opNot:
			break;
		case opNear:
			showPlaces(matching, { at, most: 2 }, into);
			break;
		case opTimes:
			showPlaces(
				matching,
				{ at, most: Math.min(argumentOf(head), mostSayings) },
				into,
			);
			break;
		default:
			showPlaces(matching, { at, most: 1 }, into);
	}
}

/** What is met of a long list of names is little, so no list is made of what is not. */
function showAny(matching: Matching, at: number, into: Evidence[]): void {
	const { code } = matching;
	const most = into.length + mostEvidence;
	const end = at + lengthOf(code[at] ?? 0);
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		if (into.length >= most) break;
		if (isMet(matching, part)) show(matching, part, into);
	}
}

function metParts(matching: Matching, at: number): Evidence[][] {
	const { code } = matching;
	const isAll = opOf(code[at] ?? 0) === opAll;
	const found: Evidence[][] = [];
	const end = at + lengthOf(code[at] ?? 0);
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		if (opOf(code[part] ?? 0) === opNot) continue;
		if (!isAll && !isMet(matching, part)) continue;
		const shown: Evidence[] = [];
		show(matching, part, shown);
		found.push(shown);
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

function showLeaf(matching: Matching, at: number, into: Evidence[]): void {
	const { reading, code } = matching;
	if (reading.sayings.has(leafIn(code[at] ?? 0))) {
		showPlaces(matching, { at, most: mostSayings }, into);
		return;
	}
	const place = firstPlace(matching, at);
	if (place !== undefined) into.push(evidenceAt(reading, place));
}

function showPlaces(
	matching: Matching,
	{ at, most }: { at: number; most: number },
	into: Evidence[],
): void {
	const places = placesOf(matching, at);
	const count = Math.min(most, places.length);
	for (let each = 0; each < count; each++) {
		into.push(evidenceAt(matching.reading, places[each] ?? 0));
	}
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
