import { bitOf, hasBit } from "./leaf-bits.ts";
import { metIn, metWhere } from "./node-rows.ts";
import { fieldsIn, leafIn, lengthOf, type QueryCode } from "./query-code.ts";
import type { QueryIndex } from "./query-index.ts";
import type { Reading } from "./reading.ts";

/** A piece of news before the compiled queries. */
export interface Matching {
	readonly index: QueryIndex;
	readonly reading: Reading;
	/** All compiled queries, one after the other. */
	code: QueryCode;
}

/** Whether a leaf, as it stands in the code, is met in the fields it looks at. */
export function isLeafMet({ index, reading }: Matching, head: number): boolean {
	const leaf = leafIn(head);
	if (!hasBit(reading.bits, bitOf(leaf))) return false;
	const { rows } = index.trie;
	if (rows[leaf + metIn] !== reading.turn) return false;
	const fields = fieldsIn(head);
	return fields === 0 || ((rows[leaf + metWhere] ?? 0) & fields) !== 0;
}

/** Where the parts of the group that begins at `at` begin. */
export function partsOf({ code }: Matching, at: number): number[] {
	const parts: number[] = [];
	const end = at + lengthOf(code[at] ?? 0);
	for (let part = at + 1; part < end; part += lengthOf(code[part] ?? 0)) {
		parts.push(part);
	}
	return parts;
}
