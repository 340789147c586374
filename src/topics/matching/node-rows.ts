/**
 * The nodes of phrases: rows of eight numbers in one array, so that what is
 * asked of a node lies side by side in memory; a node's name is where its row
 * begins. Every word, and every star, has a first node, by whose name it is
 * called; those lie together, since news asks for them most. A leaf without
 * words (who speaks, a language) is a first node, too, that no word leads to.
 */
export interface NodeRows {
	rows: Int32Array;
	/** For each row what only adding and removing ask for: of a first node its word's hash, then needs and kind. */
	backs: Int32Array;
	readonly firsts: Pages;
	readonly others: Pages;
	/** Where the next page of rows begins. */
	end: number;
}

/** Rows are handed out from pages of their own. */
interface Pages {
	next: number;
	pageEnd: number;
	readonly free: number[];
}

const rowSize = 8;
const pageSize = 128 * rowSize;

/** The node before; of a first node the other hash of its word. */
export const key = 0;
/** The word that leads here; of a first node, with the next number, bits of the words that may come second. */
export const by = 1;
/** How many children there are. */
const kids = 2;
/** The last piece of news that held the phrase. */
export const metIn = 3;
/** Where in that news: bits of the fields, and above `firstBits` the word at which it first begins. */
export const metWhere = 4;
export const firstBits = 8;
/** Set in `metWhere` when it stands in more than one place. */
export const metAgain = 8;
/** The topics that wait for it, as `waiting-lists.ts` names them; 0 is none. */
export const waiting = 5;
/** In how many pieces of news it stood, doubled, and what was guessed before any was read. */
export const seen = 6;
/** How often queries hold the phrase that ends here. */
export const uses = 7;

/** What a node is, by the lowest bits of the second number of its back. */
export const child = 0;
export const firstWord = 1;
export const firstStar = 2;
export const outside = 3;
const kindBits = 2;
const oneNeed = 1 << kindBits;
const kindMask = oneNeed - 1;

export function emptyRows(): NodeRows {
	return {
		rows: new Int32Array(4 * pageSize),
		backs: new Int32Array(pageSize),
		// Row 0 is no node, so that 0 can mean none.
		firsts: { next: rowSize, pageEnd: pageSize, free: [] },
		others: { next: 0, pageEnd: 0, free: [] },
		end: pageSize,
	};
}

/** Makes a node that no other leads to; `hashes` are its word's. */
export function growFirst(
	nodes: NodeRows,
	kind: number,
	hashes: { readonly hash: number; readonly other: number },
): number {
	const row = newRow(nodes, nodes.firsts);
	nodes.rows[row + key] = hashes.other;
	nodes.backs[backOf(row)] = hashes.hash;
	nodes.backs[backOf(row) + 1] = kind;
	return row;
}

/** Makes a node after another by a word. */
export function growAfter(
	nodes: NodeRows,
	before: number,
	after: number,
): number {
	const row = newRow(nodes, nodes.others);
	const { rows } = nodes;
	rows[row + key] = before;
	rows[row + by] = after;
	rows[row + seen] = 1;
	countNeeds(nodes, { before, after }, 1);
	return row;
}

/** A child is needed by its children, a first node also wherever its word leads to a node. */
function countNeeds(
	nodes: NodeRows,
	{ before, after }: { before: number; after: number },
	step: number,
): void {
	const { rows, backs } = nodes;
	const cell = backOf(after) + 1;
	backs[cell] = (backs[cell] ?? 0) + step * oneNeed;
	const own = backOf(before) + 1;
	if (((backs[own] ?? 0) & kindMask) === child) {
		rows[before + kids] = (rows[before + kids] ?? 0) + step;
	} else {
		backs[own] = (backs[own] ?? 0) + step * oneNeed;
	}
}

/** Whether phrases go on from a node that is no first one. */
export function hasChildren({ rows }: NodeRows, node: number): boolean {
	return (rows[node + kids] ?? 0) > 0;
}

export function kindOf({ backs }: NodeRows, node: number): number {
	return (backs[backOf(node) + 1] ?? 0) & kindMask;
}

/** The node before a node; 0 before a first one. */
export function beforeOf(nodes: NodeRows, node: number): number {
	return kindOf(nodes, node) === child ? (nodes.rows[node + key] ?? 0) : 0;
}

/** The word that leads to a node, by its own first node. */
export function wordOf(nodes: NodeRows, node: number): number {
	return kindOf(nodes, node) === child ? (nodes.rows[node + by] ?? 0) : node;
}

/** The hash of a first node's word. */
export function hashFor({ backs }: NodeRows, first: number): number {
	return backs[backOf(first)] ?? 0;
}

/** Whether nothing needs a node any more. */
export function isIdle(nodes: NodeRows, node: number): boolean {
	if (nodes.rows[node + uses] !== 0) return false;
	if (kindOf(nodes, node) === child) return !hasChildren(nodes, node);
	return (nodes.backs[backOf(node) + 1] ?? 0) < oneNeed;
}

/** Takes back the row of a node that is idle. */
export function freeNode(nodes: NodeRows, node: number): void {
	const isChild = kindOf(nodes, node) === child;
	if (isChild) {
		const [before, after] = [beforeOf(nodes, node), wordOf(nodes, node)];
		countNeeds(nodes, { before, after }, -1);
	}
	nodes.rows.fill(0, node, node + rowSize);
	nodes.backs.fill(0, backOf(node), backOf(node) + 2);
	(isChild ? nodes.others : nodes.firsts).free.push(node);
}

function backOf(row: number): number {
	return row >> 2;
}

function newRow(nodes: NodeRows, from: Pages): number {
	const freed = from.free.pop();
	if (freed !== undefined) return freed;
	if (from.next === from.pageEnd) {
		from.next = nodes.end;
		nodes.end += pageSize;
		from.pageEnd = nodes.end;
		if (nodes.end > nodes.rows.length) {
			nodes.rows = doubled(nodes.rows);
			nodes.backs = doubled(nodes.backs);
		}
	}
	const row = from.next;
	from.next += rowSize;
	return row;
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
	const grown = new Int32Array(2 * numbers.length);
	grown.set(numbers);
	return grown;
}
