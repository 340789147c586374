import type { NewsText } from "../../news/article.ts";
import type { Statement } from "../../news/statement.ts";
import { type KeptPlaces, noPlaces } from "./kept-places.ts";
import { emptyBits, type LeafBits } from "./leaf-bits.ts";
import { emptyNumbers, type NumberList } from "./number-list.ts";
import { elsewhere, inLead, inTitle } from "./query-code.ts";
import { emptyScan, type ScannedWords } from "./scanned-words.ts";

/**
 * A piece of news as the matcher reads it. One object is used for one piece
 * after the other, so that reading makes nothing new.
 */
export interface Reading {
	/** Counts the pieces of news; a mark that bears another number is of old. */
	turn: number;
	news: NewsText;
	readonly words: ScannedWords;
	/** The unit at which each field begins among those of the words. */
	readonly begins: [number, number, number];
	/** Where title, summary and body end among the words, and the lead in the body. */
	readonly ends: [number, number, number];
	leadEnd: number;
	/** Each word as the index calls it, by its first node; 0 for words of no query. */
	numbers: Int32Array;
	/** Nothing; kept so that what was read to make it is truly read. */
	touched: number;
	/** Words that are phrases, and words from which a longer phrase may go on. */
	readonly alone: NumberList;
	readonly onward: NumberList;
	readonly stars: StarsMet;
	/** Leaves met by this news, each once, and their bits. */
	readonly met: NumberList;
	readonly bits: LeafBits;
	/** Lists of topics that wait for them, and of these topics those to be looked at. */
	readonly lists: NumberList;
	readonly candidates: NumberList;
	/** Where each person speaks, by leaf, ascending. */
	readonly sayings: Map<number, Saying[]>;
	readonly kept: KeptPlaces;
	/** Steps taken so far; grows with what there is to do, not with the clock. */
	steps: number;
}

/** Stars that word n meets, from `edges[n]` up to `edges[n + 1]`: the stars by their first nodes, and the words. */
interface StarsMet {
	edges: Int32Array;
	readonly numbers: number[];
	readonly words: number[];
}

/** The words of a statement, as a place, and its letters. */
interface Saying {
	readonly place: number;
	readonly statement: Statement;
}

export const readFields = ["title", "summary", "body"] as const;

export function emptyReading(): Reading {
	return {
		turn: 0,
		news: { title: "", summary: "", body: "" },
		words: emptyScan(),
		begins: [0, 0, 0],
		ends: [0, 0, 0],
		leadEnd: 0,
		numbers: new Int32Array(256),
		touched: 0,
		alone: emptyNumbers(),
		onward: emptyNumbers(),
		stars: { edges: new Int32Array(257), numbers: [], words: [] },
		met: emptyNumbers(),
		bits: emptyBits(),
		lists: emptyNumbers(),
		candidates: emptyNumbers(),
		sayings: new Map(),
		kept: noPlaces(),
		steps: 0,
	};
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
