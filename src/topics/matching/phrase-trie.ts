/**
 * Phrases of word numbers. A node is a row of eight numbers in one array, so
 * that what is asked of it lies side by side in memory; its name is where the
 * row begins. Children are found in an open-addressed table by (node, word).
 * A leaf without words (who speaks, a language) is a node outside the tree.
 */
export interface PhraseTrie {
	rows: Int32Array;
	/** Where the next new row begins. */
	end: number;
	readonly free: number[];
	/** How many children each node has, by row. */
	readonly kids: number[];
	/** Child nodes; 0 is empty, -1 gone. */
	children: Int32Array;
	/** Slots that hold a child or held one. */
	taken: number;
	held: number;
}

const rowSize = 8;
/** The last piece of news that held the phrase. */
export const metIn = 0;
/** Where in that news: bits of the fields, and above `firstBits` the word at which it first begins. */
export const metWhere = 1;
export const firstBits = 8;
/** Set in `metWhere` when it stands in more than one place. */
export const metAgain = 8;
/** The list of topics that wait for it; 0 is none. */
export const waiting = 2;
/** The node before it; 0 at the first word, -1 outside the tree. */
export const parent = 3;
export const word = 4;
/** How often queries hold the phrase that ends here. */
export const uses = 5;
/** Bits of the words that go on from here, 0 when none does: for most words of the news a look at it is enough. */
export const onward = 6;
/** In how many pieces of news it stood. */
export const seen = 7;

const gone = -1;

export function emptyTrie(): PhraseTrie {
	return {
		rows: new Int32Array(64 * rowSize),
		// Row 0 is no node, so that 0 can mean none.
		end: rowSize,
		free: [],
		kids: [],
		children: new Int32Array(64),
		taken: 0,
		held: 0,
	};
}

/** The node after `node` by this word; 0 when there is none. */
export function childOf(trie: PhraseTrie, node: number, by: number): number {
	const { children, rows } = trie;
	if (((rows[node + onward] ?? 0) & bitFor(by)) === 0) return 0;
	const mask = children.length - 1;
	for (let slot = slotOf(node, by) & mask; ; slot = (slot + 1) & mask) {
		const child = children[slot] ?? 0;
		if (child === 0) return 0;
		if (child === gone) continue;
		if (rows[child + parent] === node && rows[child + word] === by) {
			return child;
		}
	}
}

/** Makes the node after `node` by this word; with node 0, a phrase's first. */
export function growChild(trie: PhraseTrie, node: number, by: number): number {
	const child = newRow(trie);
	trie.rows[child + parent] = node;
	trie.rows[child + word] = by;
	if (node === 0) return child;
	trie.kids[node / rowSize] = (trie.kids[node / rowSize] ?? 0) + 1;
	trie.rows[node + onward] = (trie.rows[node + onward] ?? 0) | bitFor(by);
	if (2 * (trie.taken + 1) > trie.children.length) rebuild(trie);
	place(trie, child);
	trie.taken++;
	trie.held++;
	return child;
}

/** A node that no words lead to. */
export function growApart(trie: PhraseTrie): number {
	const row = newRow(trie);
	trie.rows[row + parent] = -1;
	return row;
}

/** Removes a node without uses and children; gives the node before it, or 0. */
export function dropNode(trie: PhraseTrie, node: number): number {
	const { rows, children } = trie;
	const before = rows[node + parent] ?? 0;
	if (before > 0) {
		const mask = children.length - 1;
		let slot = slotOf(before, rows[node + word] ?? 0) & mask;
		while (children[slot] !== node) slot = (slot + 1) & mask;
		children[slot] = gone;
		trie.held--;
		const left = (trie.kids[before / rowSize] ?? 0) - 1;
		trie.kids[before / rowSize] = left;
		if (left === 0) rows[before + onward] = 0;
	}
	rows.fill(0, node, node + rowSize);
	trie.free.push(node);
	return Math.max(0, before);
}

function newRow(trie: PhraseTrie): number {
	const freed = trie.free.pop();
	if (freed !== undefined) return freed;
	const row = trie.end;
	trie.end += rowSize;
	if (trie.end > trie.rows.length) trie.rows = doubled(trie.rows, trie.end);
	return row;
}

function doubled(
	numbers: Int32Array,
	atLeast: number,
): Int32Array<ArrayBuffer> {
	const grown = new Int32Array(Math.max(2 * numbers.length, atLeast));
	grown.set(numbers);
	return grown;
}

function bitFor(by: number): number {
	return 1 << (Math.imul(by, 0x9e37_79b1) >>> 27);
}

function slotOf(node: number, by: number): number {
	const mixed = Math.imul(node ^ Math.imul(by + 1, 0x9e37_79b1), 0x85eb_ca6b);
	return mixed ^ (mixed >>> 15);
}

function place({ children, rows }: PhraseTrie, child: number): void {
	const mask = children.length - 1;
	const [node = 0, by = 0] = [rows[child + parent], rows[child + word]];
	let slot = slotOf(node, by) & mask;
	while (children[slot] !== 0) slot = (slot + 1) & mask;
	children[slot] = child;
}

/** A table at most a quarter full, without what is gone. */
function rebuild(trie: PhraseTrie): void {
	const old = trie.children;
	let size = 64;
	while (size < 4 * (trie.held + 1)) size *= 2;
	trie.children = new Int32Array(size);
	trie.taken = trie.held;
	for (const child of old) if (child > 0) place(trie, child);
}
