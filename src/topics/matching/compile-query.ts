import type { Phrase, Query, QueryField, QueryWord } from "../query.ts";
import { type QueryIndex, useApart, useLeaf } from "./query-index.ts";

// A compiled query is pairs of numbers, in the order of the query: for a leaf
// (op and fields, the leaf), for a group (op and argument, length of the group
// in numbers, these two included) and then its parts. The fields of a leaf are
// bits of `inTitle` and `inLead`, 0 for all; ops stand in the lowest 8 bits.
export const opLeaf = 0;
export const opAll = 1;
export const opAny = 2;
export const opNot = 3;
/** Parts follow one another without a word between. */
export const opRow = 4;
/** Argument: words between at most. */
export const opNear = 5;
export const opExcept = 6;
/** Argument: places at least. */
export const opTimes = 7;
/** Argument: parts at least. */
export const opSome = 8;

export const opBits = 8;
export const opMask = 255;
/** Set in the first number of a leaf for which its topic waits. */
export const isAnchor = 1 << 16;
export const inTitle = 1;
export const inLead = 2;
/** The fields among a leaf's first number. */
export const fieldMask = 7;
/** The rest: summary and body alike. */
export const elsewhere = 4;

/** Places that make news be about something when neither title nor lead names it. */
const aboutTimes = 3;

const fieldBits: Readonly<Record<QueryField, number>> = {
	title: inTitle,
	lead: inLead,
	anywhere: 0,
};

/** Compiles a query; its leaves are used in the index until they are left. */
export function compileQuery(index: QueryIndex, query: Query): number[] {
	const code: number[] = [];
	write(index, code, { query, bits: 0 });
	return code;
}

/** A part of a query and the fields that it looks at. */
interface Scoped {
	readonly query: Query;
	readonly bits: number;
}

function write(index: QueryIndex, code: number[], scoped: Scoped): void {
	const { query, bits } = scoped;
	const group = (op: number, parts: readonly Query[], argument = 0) =>
		writeGroup(index, code, {
			head: op | (argument << opBits),
			parts: parts.map((part) => ({ query: part, bits })),
		});
	switch (query.kind) {
		case "phrase":
			writePhrase(index, code, { query, bits });
			break;
		case "said":
			writeLeaf(code, useApart(index, `said:${query.speaker}`), bits);
			break;
		case "facet":
			writeLeaf(code, useApart(index, `${query.facet}:${query.value}`), 0);
			break;
		case "all":
			group(opAll, query.parts);
			break;
		case "any":
			group(opAny, query.parts);
			break;
		case "not":
			group(opNot, [query.part]);
			break;
		case "near":
			group(opNear, [query.left, query.right], query.within);
			break;
		case "except":
			group(opExcept, [query.part, query.other]);
			break;
		case "times":
			group(opTimes, [query.part], query.least);
			break;
		case "some":
			group(opSome, query.parts, query.least);
			break;
		case "concept":
			write(index, code, { query: query.part, bits });
			break;
		case "in":
			write(index, code, {
				query: query.part,
				bits: fieldBits[query.field],
			});
			break;
		case "about":
			writeAbout(index, code, query.part);
			break;
	}
}

function writeAbout(index: QueryIndex, code: number[], part: Query): void {
	const often: Query = { kind: "times", least: aboutTimes, part };
	writeGroup(index, code, {
		head: opAny,
		parts: [
			{ query: part, bits: inTitle | inLead },
			{ query: often, bits: 0 },
		],
	});
}

function writeGroup(
	index: QueryIndex,
	code: number[],
	{ head, parts }: { head: number; parts: readonly Scoped[] },
): void {
	const begin = code.length;
	code.push(head, 0);
	for (const part of parts) write(index, code, part);
	code[begin + 1] = code.length - begin;
}

function writeLeaf(code: number[], leaf: number, bits: number): void {
	code.push(opLeaf | (bits << opBits), leaf);
}

/** A phrase with stars inside is several in a row: `tarif* acier` is `tarif*`, then `acier`. */
function writePhrase(
	index: QueryIndex,
	code: number[],
	{ query, bits }: { query: Phrase; bits: number },
): void {
	const pieces = piecesOf(query.words);
	const begin = code.length;
	if (pieces.length > 1) code.push(opRow, 0);
	for (const piece of pieces) writeLeaf(code, useLeaf(index, piece), bits);
	if (pieces.length > 1) code[begin + 1] = code.length - begin;
}

function piecesOf(
	words: readonly QueryWord[],
): readonly (readonly QueryWord[])[] {
	if (!words.some(({ prefix }, at) => prefix && at < words.length - 1)) {
		return [words];
	}
	const pieces: QueryWord[][] = [[]];
	for (const [at, word] of words.entries()) {
		pieces.at(-1)?.push(word);
		if (word.prefix && at < words.length - 1) pieces.push([]);
	}
	return pieces;
}
