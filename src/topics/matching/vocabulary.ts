import { by, hashFor, key } from "./node-rows.ts";
import type { PhraseTrie } from "./phrase-trie.ts";

/**
 * Finds the words that queries hold, each by the first node of the phrases that
 * begin with it: an open-addressed table of (hash, node), a node of 0 where it
 * is empty, -1 where a word is gone. The word's other hash stands in the node's
 * own row, so that the table stays small enough to be near at hand.
 */
export interface Vocabulary {
	slots: Int32Array;
	/** Slots that hold a word or held one. */
	taken: number;
	held: number;
}

const gone = -1;

export function emptyVocabulary(): Vocabulary {
	return { slots: new Int32Array(128), taken: 0, held: 0 };
}

/** The first node of the word with these hashes, whose nodes lie in `rows`; 0 when no query holds it. */
export function findWord(
	slots: Int32Array,
	rows: Int32Array,
	hash: number,
	other: number,
): number {
	const mask = slots.length - 1;
	let slot = (hash << 1) & mask;
	let first = slots[slot + 1] ?? 0;
	while (first !== 0) {
		if (slots[slot] === hash && rows[first + key] === other) break;
		slot = (slot + 2) & mask;
		first = slots[slot + 1] ?? 0;
	}
	return first;
}

/** Adds a word by its first node. */
export function addWord(vocabulary: Vocabulary, hash: number, first: number) {
	if (8 * (vocabulary.taken + 1) > vocabulary.slots.length) rebuild(vocabulary);
	vocabulary.taken++;
	vocabulary.held++;
	put(vocabulary.slots, hash, first);
}

/** Forgets a word by its first node, which must still be there. */
export function dropWord(
	vocabulary: Vocabulary,
	trie: PhraseTrie,
	first: number,
): void {
	const { slots } = vocabulary;
	const mask = slots.length - 1;
	let slot = (hashFor(trie, first) << 1) & mask;
	while (slots[slot + 1] !== first) slot = (slot + 2) & mask;
	slots[slot] = 0;
	slots[slot + 1] = gone;
	vocabulary.held--;
}

/** A word's bit among the 64 that tell which words may come second: its first node times this, shifted. */
export const followerFactor = 0x9e37_79b1 | 0;
export const followerShift = 26;

/** Notes that a phrase goes on from a first node by a word. This is not taken back while the node is there. */
export function noteFollower(
	rows: Int32Array,
	first: number,
	second: number,
): void {
	const bit = Math.imul(second, followerFactor) >>> followerShift;
	const cell = first + by + (bit >> 5);
	rows[cell] = (rows[cell] ?? 0) | (1 << (bit & 31));
}

function put(slots: Int32Array, hash: number, first: number): void {
	const mask = slots.length - 1;
	let slot = (hash << 1) & mask;
	while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
	slots[slot] = hash;
	slots[slot + 1] = first;
}

/** A table at most a sixth full, without what is gone: at most a quarter full later, so that most words are told from all others at first sight. */
function rebuild(vocabulary: Vocabulary): void {
	const old = vocabulary.slots;
	let size = 64;
	while (size < 6 * (vocabulary.held + 1)) size *= 2;
	vocabulary.slots = new Int32Array(2 * size);
	vocabulary.taken = vocabulary.held;
	for (let slot = 0; slot < old.length; slot += 2) {
		const first = old[slot + 1] ?? 0;
		if (first > 0) put(vocabulary.slots, old[slot] ?? 0, first);
	}
}
