import { wordsOf } from "../words-of.ts";
import {
	hashBuffer,
	hashPrime,
	hashStart,
	otherFactor,
	otherStart,
	spread,
} from "./hash-letters.ts";
import {
	apostrophe,
	classBits,
	digit,
	foldBits,
	letter,
	letterTable,
	seam,
	sign,
	unusual,
} from "./letter-classes.ts";
import { entryAt, kindAt, loadUnits, unitAt } from "./letter-units.ts";
import {
	initialsEnd,
	isElision,
	isPossessive,
	isUnusualBeyond,
	joinedEnd,
	numberEnd,
} from "./word-ends.ts";

/**
 * The words of one or more texts by their folded letters, without a string for
 * each. Arrays are longer than what they hold and are used again.
 */
export interface ScannedWords {
	count: number;
	/** UTF-16 units of the text that a word came from. */
	starts: Int32Array;
	ends: Int32Array;
	/** Both hashes of each word. */
	hashes: Int32Array;
	others: Int32Array;
	/** Word n has the letters from `edges[n]` up to `edges[n + 1]`. */
	edges: Int32Array;
	letters: Uint16Array;
}

export function emptyScan(): ScannedWords {
	return {
		count: 0,
		starts: new Int32Array(256),
		ends: new Int32Array(256),
		hashes: new Int32Array(256),
		others: new Int32Array(256),
		edges: new Int32Array(257),
		letters: new Uint16Array(1024),
	};
}

const foldMask = (1 << foldBits) - 1;
const kindMask = (1 << classBits) - 1;
/** Entries above fold to two units. */
const onlyOneFold = (1 << (classBits + foldBits)) - 1;

/**
 * Adds the words of a text, exactly those that `wordsOf` gives, at most `most`
 * of them. One pass over the letters; where there are letters beyond Latin
 * ones, `wordsOf` cuts the text up to the next space.
 */
export function scanWords(
	into: ScannedWords,
	text: string,
	most: number,
): void {
	makeRoom(into, text.length);
	const units = loadUnits(text);
	const last = into.count + most;
	let at = 0;
	while (at < text.length && into.count < last) {
		at = scanLatin(into, units, { from: at, to: text.length, last });
		if (at < text.length && into.count < last) {
			at = scanBeyond(into, { text, from: at, last });
		}
	}
}

/** Adds the words up to the next space, whatever their letters. */
function scanBeyond(
	into: ScannedWords,
	{ text, from, last }: { text: string; from: number; last: number },
): number {
	let to = from;
	while (to < text.length && unitAt(to) > space) to++;
	const found = wordsOf(text.slice(from, to));
	for (const { text: word, start, end } of found.slice(0, last - into.count)) {
		addWord(into, word, { from: from + start, to: from + end });
	}
	return Math.max(to, from + 1);
}

/** Room for every letter of a text to be a word, and to fold to four. */
function makeRoom(into: ScannedWords, length: number): void {
	const words = into.count + length + 1;
	if (into.starts.length < words) {
		into.starts = longer(into.starts, words);
		into.ends = longer(into.ends, words);
		into.hashes = longer(into.hashes, words);
		into.others = longer(into.others, words);
		into.edges = longer(into.edges, words + 1);
	}
	const letters = (into.edges[into.count] ?? 0) + 4 * length;
	if (into.letters.length >= letters) return;
	const grown = new Uint16Array(2 * letters);
	grown.set(into.letters);
	into.letters = grown;
}

function longer(numbers: Int32Array, length: number): Int32Array {
	const grown = new Int32Array(2 * length);
	grown.set(numbers);
	return grown;
}

/**
 * Adds words from `from` on; gives where it stopped: at the end, or at a word
 * that only `wordsOf` understands. What is done for every letter of all news
 * stands in this one function, on locals.
 */
function scanLatin(
	into: ScannedWords,
	text: Uint16Array,
	{ from: begin, to, last }: { from: number; to: number; last: number },
): number {
	const { starts, ends, hashes, others, edges, letters } = into;
	const [table, prime, factor] = [letterTable, hashPrime, otherFactor];
	let { count } = into;
	let edge = edges[count] ?? 0;
	let at = begin;
	while (at < to && count < last) {
		let entry = table[text[at] ?? 0] ?? 0;
		const kind = entry & kindMask;
		if (kind === seam) {
			at++;
			continue;
		}
		const from = at;
		if (kind >= letter) {
			let hash = hashStart;
			let other = otherStart;
			do {
				const first = (entry >> classBits) & foldMask;
				letters[edge++] = first;
				hash = Math.imul(hash ^ first, prime);
				other = Math.imul(other + first, factor);
				if (entry > onlyOneFold) {
					const second = entry >> (classBits + foldBits);
					letters[edge++] = second;
					hash = Math.imul(hash ^ second, prime);
					other = Math.imul(other + second, factor);
				}
				entry = table[text[++at] ?? 0] ?? 0;
			} while ((entry & kindMask) >= letter);
			const isPlain = kind === letter && (entry & kindMask) === seam;
			if (isPlain && (text[at] !== dot || at > from + 1)) {
				starts[count] = from;
				ends[count] = at;
				hashes[count] = spread(hash);
				others[count] = other;
				edges[++count] = edge;
				continue;
			}
		}
		into.count = count;
		const end = addUncommon(into, { from, to: at, kind });
		if (end < 0) return from;
		at = end;
		count = into.count;
		edge = edges[count] ?? 0;
	}
	into.count = count;
	return at;
}

/**
 * Adds what begins here and is more than a plain word: a number, initials, what
 * apostrophes join, a sign; `to` is where its first run of letters ends. Gives
 * where it ends, or -1 at a letter that only `wordsOf` understands.
 */
function addUncommon(
	into: ScannedWords,
	{ from, to, kind }: { from: number; to: number; kind: number },
): number {
	if (kind < letter) return addMark(into, from);
	if (kind === digit) {
		const end = numberEnd(from);
		if (end < 0) return -1;
		if (end > 0) return addUnits(into, from, end);
	}
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
function addWord(
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

const space = 0x20;
const dot = 0x2e;
