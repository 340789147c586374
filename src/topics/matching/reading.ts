import type { NewsText } from "../../news/article.ts";
import type { Statement } from "../../news/statement.ts";
import { splitSentences } from "../../text/split-sentences.ts";
import { elsewhere, inLead, inTitle } from "./compile-query.ts";
import { hashBuffer } from "./hash-letters.ts";
import { bitOf, clearBit, emptyBits, type LeafBits } from "./leaf-bits.ts";
import { type QueryIndex, stemOf } from "./query-index.ts";
import { emptyScan, type ScannedWords, scanWords } from "./scan-words.ts";
import { findSlot, numberIn, rootIn } from "./vocabulary.ts";

/**
 * A piece of news as the matcher reads it. One object is used for one piece
 * after the other, so that reading makes nothing new.
 */
export interface Reading {
	/** Counts the pieces of news; a mark that bears another number is of old. */
	turn: number;
	news: NewsText;
	readonly words: ScannedWords;
	/** The number of each word in the index; -1 for words of no query. */
	numbers: Int32Array;
	/** The slot of each word in the index, and the first node of the phrases that begin with it. */
	slots: Int32Array;
	roots: Int32Array;
	/** Stars that word n meets: numbers from `starEdges[n]` up to `starEdges[n + 1]` of `stars`. */
	starEdges: Int32Array;
	readonly stars: number[];
	/** The word that each of them is, and the first node of its phrases. */
	readonly starWords: number[];
	readonly starRoots: number[];
	/** Where title, summary and body end among the words, and the lead in the body. */
	readonly ends: [number, number, number];
	leadEnd: number;
	/** Leaves met by this news, each once, and their bits. */
	readonly met: number[];
	readonly bits: LeafBits;
	/** Where each person speaks, by leaf, ascending. */
	readonly sayings: Map<number, Saying[]>;
	/** Steps taken so far; grows with what there is to do, not with the clock. */
	steps: number;
}

/** The words of a statement, as a place, and its letters. */
interface Saying {
	readonly place: number;
	readonly statement: Statement;
}

export const readFields = ["title", "summary", "body"] as const;
/** Of each field; more is no article, and must not hold up the others. */
const mostWords = 20_000;
/** Words that a lead has at least, where the body has them. */
const leadWords = 25;
/** UTF-16 units in which the lead is looked for. */
const leadLetters = 1500;

export function emptyReading(): Reading {
	return {
		turn: 0,
		news: { title: "", summary: "", body: "" },
		words: emptyScan(),
		numbers: new Int32Array(256),
		slots: new Int32Array(256),
		roots: new Int32Array(256),
		starEdges: new Int32Array(257),
		stars: [],
		starWords: [],
		starRoots: [],
		ends: [0, 0, 0],
		leadEnd: 0,
		met: [],
		bits: emptyBits(),
		sayings: new Map(),
		steps: 0,
	};
}

/** Reads the words of a piece of news: cuts it once, and finds each word's number. The first 20,000 words of each field count. */
export function readWords(
	reading: Reading,
	index: QueryIndex,
	news: NewsText,
): void {
	const { words, ends } = reading;
	// Kept in arrays of 32 bits; 0 is the mark of what was never met.
	reading.turn = (reading.turn + 1) | 0 || 1;
	reading.news = news;
	for (const leaf of reading.met) clearBit(reading.bits, bitOf(leaf));
	reading.met.length = 0;
	reading.sayings.clear();
	words.count = 0;
	for (const [at, field] of readFields.entries()) {
		if (news[field] !== "") scanWords(words, news[field], mostWords);
		ends[at] = words.count;
	}
	reading.leadEnd = index.leads > 0 ? leadEndOf(reading) : ends[1];
	numberWords(reading, index);
	findStars(reading, index);
}

/** Bits of the fields in which a word stands. */
export function fieldBitsOf({ ends, leadEnd }: Reading, at: number): number {
	if (at < ends[0]) return inTitle;
	return at < leadEnd ? elsewhere | inLead : elsewhere;
}

/** Which of the fields a word stands in: 0 for the title, 1, 2. */
export function fieldOf({ ends }: Reading, at: number): number {
	if (at < ends[0]) return 0;
	return at < ends[1] ? 1 : 2;
}

function numberWords(reading: Reading, { words: known }: QueryIndex): void {
	const { hashes, others, count } = reading.words;
	if (reading.numbers.length < count) {
		reading.numbers = new Int32Array(2 * count);
		reading.slots = new Int32Array(2 * count);
		reading.roots = new Int32Array(2 * count);
		reading.starEdges = new Int32Array(2 * count + 1);
	}
	const { numbers, slots, roots } = reading;
	for (let at = 0; at < count; at++) {
		const slot = findSlot(known, hashes[at] ?? 0, others[at] ?? 0);
		slots[at] = slot;
		numbers[at] = slot < 0 ? -1 : 2 * numberIn(known, slot);
		roots[at] = slot < 0 ? 0 : rootIn(known, slot);
	}
	reading.steps += count;
}

function findStars(reading: Reading, index: QueryIndex): void {
	const { words, starEdges, stars } = reading;
	const { edges, letters, count } = words;
	stars.length = 0;
	reading.starWords.length = 0;
	reading.starRoots.length = 0;
	if (!index.hasStars) return;
	for (let at = 0; at < count; at++) {
		starEdges[at] = stars.length;
		const from = edges[at] ?? 0;
		const to = edges[at + 1] ?? 0;
		const stem = stemOf(letters[from], letters[from + 1], letters[from + 2]);
		const lengths = index.starLengths[stem] ?? 0;
		if (lengths === 0 || to - from < 3) continue;
		for (let length = 3; length <= to - from && length < 31; length++) {
			if ((lengths & (1 << length)) === 0) continue;
			const { hash, other } = hashBuffer(letters, from, from + length);
			const slot = findSlot(index.stars, hash, other);
			reading.steps++;
			if (slot < 0) continue;
			stars.push(2 * numberIn(index.stars, slot) + 1);
			reading.starRoots.push(rootIn(index.stars, slot));
			reading.starWords.push(at);
		}
	}
	starEdges[count] = stars.length;
}

/** The first sentences of the body that together have enough words, after the whole summary. */
function leadEndOf({ news, words, ends }: Reading): number {
	let end = ends[1];
	if (end === ends[2]) return end;
	for (const sentence of splitSentences(news.body.slice(0, leadLetters))) {
		while (end < ends[2] && (words.starts[end] ?? 0) < sentence.end) end++;
		if (end - ends[1] >= leadWords) break;
	}
	return end;
}
