import type { Phrase, Query, QueryField, QueryWord } from "../query.ts";
import {
	groupCode,
	inLead,
	inTitle,
	leafCode,
	opAll,
	opAny,
	opExcept,
	opNear,
	opNot,
	opRow,
	opSome,
	opTimes,
} from "./query-code.ts";
import { type QueryIndex, useApart, useLeaf } from "./query-index.ts";

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
			...{ op, argument },
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
		...{ op: opAny, argument: 0 },
		parts: [
			{ query: part, bits: inTitle | inLead },
			{ query: often, bits: 0 },
		],
	});
}

function writeGroup(
	index: QueryIndex,
	code: number[],
	group: { op: number; argument: number; parts: readonly Scoped[] },
): void {
	const begin = code.push(0) - 1;
	for (const part of group.parts) write(index, code, part);
	code[begin] = groupCode(group.op, group.argument, code.length - begin);
}

function writeLeaf(code: number[], leaf: number, bits: number): void {
	code.push(leafCode(leaf, bits));
}

/** A phrase with stars inside is several in a row: `tarif* acier` is `tarif*`, then `acier`. */
function writePhrase(
	index: QueryIndex,
	code: number[],
	{ query, bits }: { query: Phrase; bits: number },
): void {
	const pieces = piecesOf(query.words);
	const begin = code.length;
	if (pieces.length > 1) code.push(0);
	for (const piece of pieces) writeLeaf(code, useLeaf(index, piece), bits);
	if (pieces.length > 1) {
		code[begin] = groupCode(opRow, 0, code.length - begin);
	}
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
