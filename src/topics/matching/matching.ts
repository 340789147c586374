import { fieldMask, opBits } from "./compile-query.ts";
import { bitOf, hasBit } from "./leaf-bits.ts";
import { metIn, metWhere } from "./phrase-trie.ts";
import type { QueryIndex } from "./query-index.ts";
import type { Reading } from "./reading.ts";

/** A piece of news before the compiled queries. */
export interface Matching {
	readonly index: QueryIndex;
	readonly reading: Reading;
	/** All compiled queries, one after the other. */
	code: Int32Array;
}

/** Whether the leaf whose code begins at `at` is met, in the fields it looks at. */
export function isLeafMet(
	{ index, reading, code }: Matching,
	at: number,
): boolean {
	const leaf = code[at + 1] ?? 0;
	if (!hasBit(reading.bits, bitOf(leaf))) return false;
	const { rows } = index.trie;
	if (rows[leaf + metIn] !== reading.turn) return false;
	const bits = ((code[at] ?? 0) >> opBits) & fieldMask;
	return bits === 0 || ((rows[leaf + metWhere] ?? 0) & bits) !== 0;
}

/** How many numbers the part of a query that begins at `at` takes. */
export function lengthAt(code: Int32Array, at: number): number {
	const head = code[at] ?? 0;
	return (head & 255) === 0 ? 2 : (code[at + 1] ?? 2);
}

/** Where the parts of the group that begins at `at` begin. */
export function partsOf({ code }: Matching, at: number): number[] {
	const parts: number[] = [];
	const end = at + lengthAt(code, at);
	for (let part = at + 2; part < end; part += lengthAt(code, part)) {
		parts.push(part);
	}
	return parts;
}
