/**
 * A compiled query is numbers in the order of the query: for a leaf one number,
 * which is its node, a multiple of eight, and in the bits below it the fields
 * that it looks at and whether its topic waits for it; for a group its head,
 * a negative number that holds op, argument and length (the head included), and
 * then its parts.
 */
export type QueryCode = Int32Array;

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

/** Fields of a leaf, or of a word of the news; a leaf with neither looks at all. */
export const inTitle = 1;
export const inLead = 2;
/** The rest, of a word: summary and body alike. */
export const elsewhere = 4;
/** Set in a leaf for which its topic waits. */
export const isAnchor = 4;

const fieldMask = 3;
const leafMask = ~7;
const argumentBits = 4;
const argumentMask = 63;
const lengthBits = 10;

export function leafCode(node: number, fields: number): number {
	return node | fields;
}

/** Arguments are at most 63. */
export function groupCode(
	op: number,
	argument: number,
	length: number,
): number {
	return ~(op | (argument << argumentBits) | (length << lengthBits));
}

export function opOf(head: number): number {
	return head >= 0 ? opLeaf : ~head & ((1 << argumentBits) - 1);
}

export function argumentOf(head: number): number {
	return (~head >> argumentBits) & argumentMask;
}

/** How many numbers the part of a query takes that begins with this one. */
export function lengthOf(head: number): number {
	return head >= 0 ? 1 : ~head >> lengthBits;
}

/** The node of a leaf. */
export function leafIn(head: number): number {
	return head & leafMask;
}

export function fieldsIn(head: number): number {
	return head & fieldMask;
}
