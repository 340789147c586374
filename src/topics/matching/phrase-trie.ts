import {
	by,
	child,
	emptyRows,
	freeNode,
	growAfter,
	key,
	kindOf,
	type NodeRows,
} from "./node-rows.ts";

/** Phrases as a tree of words. Children are found in an open-addressed table by (node, word). */
export interface PhraseTrie extends NodeRows {
	/** Children, each by a hash of (node, word) and the child; a child of 0 is empty, -1 gone. */
	children: Int32Array;
	/** Slots that hold a child or held one. */
	taken: number;
	held: number;
}

const gone = -1;

export function emptyTrie(): PhraseTrie {
	const children = new Int32Array(128);
	return { ...emptyRows(), children, taken: 0, held: 0 };
}

/** The node after `node` by this word; 0 when there is none. */
export function childOf(
	{ children, rows }: PhraseTrie,
	node: number,
	after: number,
): number {
	const mask = children.length - 1;
	const hash = hashOf(node, after);
	for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
		const found = children[slot + 1] ?? 0;
		if (found === 0) return 0;
		if (children[slot] !== hash || found === gone) continue;
		if (rows[found + key] === node && rows[found + by] === after) return found;
	}
}

/** Reads where `childOf` looks first, so that it need not wait for memory later; the number means nothing. */
export function touchChild(
	{ children }: PhraseTrie,
	node: number,
	after: number,
): number {
	return children[(hashOf(node, after) << 1) & (children.length - 1)] ?? 0;
}

/** Makes the node after `node` by this word. */
export function growChild(
	trie: PhraseTrie,
	node: number,
	after: number,
): number {
	const row = growAfter(trie, node, after);
	if (4 * (trie.taken + 1) > trie.children.length) rebuild(trie);
	put(trie.children, hashOf(node, after), row);
	trie.taken++;
	trie.held++;
	return row;
}

/** Removes a node that is idle. */
export function dropNode(trie: PhraseTrie, node: number): void {
	if (kindOf(trie, node) === child) {
		const { rows, children } = trie;
		const mask = children.length - 1;
		const hash = hashOf(rows[node + key] ?? 0, rows[node + by] ?? 0);
		let slot = (hash << 1) & mask;
		while (children[slot + 1] !== node) slot = (slot + 2) & mask;
		children[slot + 1] = gone;
		trie.held--;
	}
	freeNode(trie, node);
}

function hashOf(node: number, after: number): number {
	const mixed = Math.imul(
		node ^ Math.imul(after + 1, 0x9e37_79b1),
		0x85eb_ca6b,
	);
	return mixed ^ (mixed >>> 15);
}

function put(children: Int32Array, hash: number, row: number): void {
	const mask = children.length - 1;
	let slot = (hash << 1) & mask;
	while (children[slot + 1] !== 0) slot = (slot + 2) & mask;
	children[slot] = hash;
	children[slot + 1] = row;
}

/** A table at most a third full, without what is gone. */
function rebuild(trie: PhraseTrie): void {
	const old = trie.children;
	let size = 64;
	while (size < 3 * (trie.held + 1)) size *= 2;
	trie.children = new Int32Array(2 * size);
	trie.taken = trie.held;
	for (let slot = 0; slot < old.length; slot += 2) {
		const row = old[slot + 1] ?? 0;
		if (row > 0) put(trie.children, old[slot] ?? 0, row);
	}
}
