import { hashBuffer } from "./hash-letters.ts";
import {
	apostrophe,
	classBits,
	digit,
	foldBits,
	letter,
	sign,
	unusual,
} from "./letter-classes.ts";
import { entryAt, kindAt, unitAt } from "./letter-units.ts";
import type { ScannedWords } from "./scanned-words.ts";
import {
	initialsEnd,
	isElision,
	isPossessive,
	isUnusualBeyond,
	joinedEnd,
	numberEnd,
} from "./word-ends.ts";

const foldMask = (1 << foldBits) - 1;
const kindMask = (1 << classBits) - 1;
const dot = 0x2e;

/**
 * Adds what begins at a unit and is more than plain letters side by side: a
 * number, initials, what apostrophes join, letters that fold to two, a sign.
 * Gives where it ends, or -1 at a letter that only `wordsOf` understands.
 */
export function addUncommon(into: ScannedWords, from: number): number {
	const kind = kindAt(from);
	if (kind < letter) return addMark(into, from);
	if (kind === digit) {
		const end = numberEnd(from);
		if (end < 0) return -1;
		if (end > 0) return addUnits(into, from, end);
	}
	let to = from + 1;
	while (kindAt(to) >= letter) to++;
	if (unitAt(to) === dot && to === from + 1 && kind === letter) {
		const end = initialsEnd(from);
		if (end < 0) return -1;
		if (end > 0) return addFolded(into, { from, to: end, isBare: true });
	}
	if (kindAt(to) === apostrophe && isElision(from, to)) return to;
	const end = joinedEnd(to);
	return end < 0 ? -1 : addFolded(into, { from, to: end, isBare: false });
}

/** A mark met for the first time, a sign, or an apostrophe that joins nothing. */
function addMark(into: ScannedWords, at: number): number {
	switch (kindAt(at)) {
		case apostrophe:
			if (isUnusualBeyond(at)) return -1;
			return at + (isPossessive(at) ? 2 : 1);
		case sign:
			return addUnits(into, at, at + 1);
		case unusual:
			return -1;
		default:
			return at + 1;
	}
}

/** Adds a word of units that fold to themselves. */
function addUnits(into: ScannedWords, from: number, to: number): number {
	let edge = into.edges[into.count] ?? 0;
	for (let at = from; at < to; at++) into.letters[edge++] = unitAt(at);
	return endWord(into, { from, to, edge });
}

/** Adds a word of letters and apostrophes; initials (`isBare`) lose all but the letters. */
function addFolded(
	into: ScannedWords,
	{ from, to, isBare }: { from: number; to: number; isBare: boolean },
): number {
	let edge = into.edges[into.count] ?? 0;
	for (let at = from; at < to; at++) {
		const entry = entryAt(at);
		if (isBare && (entry & kindMask) !== letter) continue;
		for (let folded = entry >> classBits; folded > 0; folded >>= foldBits) {
			into.letters[edge++] = folded & foldMask;
		}
	}
	return endWord(into, { from, to, edge });
}

/** Adds a word that is folded already. */
export function addWord(
	into: ScannedWords,
	word: string,
	{ from, to }: { from: number; to: number },
): void {
	let edge = into.edges[into.count] ?? 0;
	for (let at = 0; at < word.length; at++) {
		into.letters[edge++] = word.charCodeAt(at);
	}
	endWord(into, { from, to, edge });
}

function endWord(
	into: ScannedWords,
	word: { from: number; to: number; edge: number },
): number {
	const { count, edges, letters } = into;
	const { hash, other } = hashBuffer(letters, edges[count] ?? 0, word.edge);
	into.starts[count] = word.from;
	into.ends[count] = word.to;
	into.hashes[count] = hash;
	into.others[count] = other;
	edges[count + 1] = word.edge;
	into.count = count + 1;
	return word.to;
}
