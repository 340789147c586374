import {
	opAll,
	opAny,
	opBits,
	opExcept,
	opLeaf,
	opMask,
	opNot,
	opSome,
} from "./compile-query.ts";
import { isLeafMet, lengthAt, type Matching } from "./matching.ts";
import { placesOf } from "./places.ts";

/** Whether the news meets the part of a query that begins at `at`. */
export function isMet(matching: Matching, at: number): boolean {
	const { code, reading } = matching;
	const head = code[at] ?? 0;
	reading.steps++;
	switch (head & opMask) {
		case opLeaf:
			return isLeafMet(matching, at);
		case opAll:
			return areAllMet(matching, at);
		case opAny:
			return isAnyMet(matching, at);
		case opNot:
			return !isMet(matching, at + 2);
		case opSome:
			return areSomeMet(matching, at, head >> opBits);
		case opExcept:
			// The usual case needs no places: nothing of what is excepted is there.
			if (!isMet(matching, at + 2)) return false;
			if (!isMet(matching, at + 2 + lengthAt(code, at + 2))) return true;
			return placesOf(matching, at).length > 0;
		default:
			return mayBeMet(matching, at) && placesOf(matching, at).length > 0;
	}
}

function areAllMet(matching: Matching, at: number): boolean {
	const { code } = matching;
	const end = at + lengthAt(code, at);
	for (let part = at + 2; part < end; part += lengthAt(code, part)) {
		if (!isMet(matching, part)) return false;
	}
	return true;
}

/** False when a part that needs places lacks a word for them: cheap to ask first. */
function mayBeMet(matching: Matching, at: number): boolean {
	const { code, reading } = matching;
	const op = (code[at] ?? 0) & opMask;
	reading.steps++;
	if (op === opLeaf) return isLeafMet(matching, at);
	if (op === opExcept) return mayBeMet(matching, at + 2);
	const end = at + lengthAt(code, at);
	for (let part = at + 2; part < end; part += lengthAt(code, part)) {
		if (mayBeMet(matching, part) === (op === opAny)) return op === opAny;
	}
	return op !== opAny;
}

function isAnyMet(matching: Matching, at: number): boolean {
	const { code } = matching;
	const end = at + lengthAt(code, at);
	for (let part = at + 2; part < end; part += lengthAt(code, part)) {
		if (isMet(matching, part)) return true;
	}
	return false;
}

function areSomeMet(matching: Matching, at: number, least: number): boolean {
	const { code } = matching;
	const end = at + lengthAt(code, at);
	let met = 0;
	for (let part = at + 2; part < end; part += lengthAt(code, part)) {
		if (isMet(matching, part) && ++met === least) return true;
	}
	return false;
}
