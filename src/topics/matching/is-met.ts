import { isLeafMet, type Matching } from "./matching.ts";
import { placesOf } from "./places.ts";
import {
	argumentOf,
	lengthOf,
	opAll,
	opAny,
	opExcept,
	opLeaf,
	opNear,
	opNot,
	opOf,
	opRow,
	opSome,
	opTimes,
} from "./query-code.ts";

/** Whether the news meets the part of a query that begins at `at`. */
export function isMet(matching: Matching, at: number): boolean {
	const { code, reading } = matching;
	const head = code[at] ?? 0;
	reading.steps++;
	switch (opOf(head)) {
		case opLeaf:
			return isLeafMet(matching, head);
		case opAll:
			return areAllMet(matching, at);
		case opAny:
			return isAnyMet(matching, at);
		case opNot:
			return !isMet(matching, at + 1);
		case opSome:
			return areSomeMet(matching, at, argumentOf(head));
		case opExcept:
			// The usual case needs no places: nothing of what is excepted is there.
			if (!isMet(matching, at + 1)) return false;
			if (!isMet(matching, at + 1 + lengthOf(code[at + 1] ?? 0))) return true;
			return placesOf(matching, at).length > 0;
		default:
			return mayBeMet(matching, at) && placesOf(matching, at).length > 0;
	}
}

/** What needs no places is asked first: mostly it is enough to tell that not all are met. */
function areAllMet(matching: Matching, at: number): boolean {
	const { code } = matching;
	const end = at + lengthOf(code[at] ?? 0);
	let areLeft = false;
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		if (needsPlaces(code[part] ?? 0)) areLeft = true;
		else if (!isMet(matching, part)) return false;
	}
	if (!areLeft) return true;
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		if (!needsPlaces(code[part] ?? 0)) continue;
		if (!isMet(matching, part)) return false;
	}
	return true;
}

function needsPlaces(head: number): boolean {
	const op = opOf(head);
	return op === opNear || op === opRow || op === opTimes || op === opExcept;
}

/** False when a part that needs places lacks a word for them: cheap to ask first. */
function mayBeMet(matching: Matching, at: number): boolean {
	const { code, reading } = matching;
	const head = code[at] ?? 0;
	const op = opOf(head);
	reading.steps++;
	if (op === opLeaf) return isLeafMet(matching, head);
	if (op === opExcept) return mayBeMet(matching, at + 1);
	const end = at + lengthOf(head);
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		if (mayBeMet(matching, part) === (op === opAny)) return op === opAny;
	}
	return op !== opAny;
}

function isAnyMet(matching: Matching, at: number): boolean {
	const { code, reading } = matching;
	const end = at + lengthOf(code[at] ?? 0);
	for (let part = at + 1; part < end; ) {
		const head = code[part] ?? 0;
		// A long list of names is leaves: no call for each.
		if (head < 0) {
			if (isMet(matching, part)) return true;
		} else {
			reading.steps++;
			if (isLeafMet(matching, head)) return true;
		}
		part += lengthOf(head);
	}
	return false;
}

function areSomeMet(matching: Matching, at: number, least: number): boolean {
	const { code } = matching;
	const end = at + lengthOf(code[at] ?? 0);
	let met = 0;
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		if (isMet(matching, part) && ++met === least) return true;
	}
	return false;
}
