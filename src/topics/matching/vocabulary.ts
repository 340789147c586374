import { hashWord } from "./hash-letters.ts";

/**
 * The words that queries hold, each with a small number and the first node of
 * the phrases that begin with it. All that is asked for each word of the news
 * lies side by side in memory: an open-addressed table of rows of eight numbers,
 * which are two hashes, the number + 1 (-1 where a word was), the node, lowest
 * bit set when a phrase ends there already, and 128 bits that tell which words
 * may come second. A word is forgotten when its last use is.
 */
export interface Vocabulary {
	slots: Int32Array;
	/** Slots that hold a word or held one. */
	taken: number;
	readonly words: (string | undefined)[];
	readonly uses: number[];
	readonly free: number[];
}

const slotSize = 8;
const slotBits = 3;
const gone = -1;

export function emptyVocabulary(): Vocabulary {
	return {
		slots: new Int32Array(slotSize * 64),
		taken: 0,
		words: [],
		uses: [],
		free: [],
	};
}

/** The slot of the word with these hashes; -1 when no query holds it. */
export function findSlot(
	{ slots }: Vocabulary,
	hash: number,
	other: number,
): number {
	const mask = slots.length - 1;
	for (
		let slot = (hash << slotBits) & mask;
		;
		slot = (slot + slotSize) & mask
	) {
		const held = slots[slot + 2] ?? 0;
		if (held === 0) return -1;
		if (slots[slot] !== hash || held === gone) continue;
		if (slots[slot + 1] === other) return slot;
	}
}

export function numberIn({ slots }: Vocabulary, slot: number): number {
	return (slots[slot + 2] ?? 0) - 1;
}

/** The first node of the phrases that begin with the word; 0 when none does. */
export function rootIn({ slots }: Vocabulary, slot: number): number {
	return (slots[slot + 3] ?? 0) & ~1;
}

/** Whether the word alone is a phrase. */
export function isPhraseIn({ slots }: Vocabulary, slot: number): boolean {
	return ((slots[slot + 3] ?? 0) & 1) === 1;
}

/** Whether some phrase may go on from the word with the word of this number. */
export function mayFollowIn(
	{ slots }: Vocabulary,
	slot: number,
	by: number,
): boolean {
	const bit = followerBit(by);
	return (((slots[slot + 4 + (bit >> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;
}

function followerBit(by: number): number {
	return Math.imul(by, 0x9e37_79b1) >>> 25;
}

/** The slot of a word, given a number when it is new. It moves when a word is added. */
export function slotFor(vocabulary: Vocabulary, word: string): number {
	const { hash, other } = hashWord(word);
	const known = findSlot(vocabulary, hash, other);
	if (known >= 0) return known;
	const full = 2 * slotSize * (vocabulary.taken + 1) > vocabulary.slots.length;
	if (full) rebuild(vocabulary);
	const number = vocabulary.free.pop() ?? vocabulary.words.length;
	vocabulary.words[number] = word;
	vocabulary.uses[number] = 0;
	vocabulary.taken++;
	return put(vocabulary.slots, [hash, other, number + 1, 0, 0, 0, 0, 0]);
}

/** Counts a use of the word with this number. */
export function useWord({ uses }: Vocabulary, number: number): void {
	uses[number] = (uses[number] ?? 0) + 1;
}

/** Takes back one use. */
export function leaveWord(vocabulary: Vocabulary, number: number): void {
	const uses = (vocabulary.uses[number] ?? 0) - 1;
	vocabulary.uses[number] = uses;
	if (uses > 0) return;
	vocabulary.slots[slotOf(vocabulary, number) + 2] = gone;
	vocabulary.words[number] = undefined;
	vocabulary.free.push(number);
}

export function setRootIn(
	{ slots }: Vocabulary,
	slot: number,
	node: number,
): void {
	slots[slot + 3] = node;
}

/** No phrase begins with the word any more. */
export function dropRoot(vocabulary: Vocabulary, number: number): void {
	setRootIn(vocabulary, slotOf(vocabulary, number), 0);
}

/** Notes whether the word alone is a phrase. */
export function notePhrase(
	vocabulary: Vocabulary,
	number: number,
	isPhrase: boolean,
): void {
	const slot = slotOf(vocabulary, number);
	vocabulary.slots[slot + 3] = rootIn(vocabulary, slot) | (isPhrase ? 1 : 0);
}

/** Notes that a phrase goes on from the word with another. */
export function noteFollower(
	vocabulary: Vocabulary,
	number: number,
	by: number,
): void {
	const bit = followerBit(by);
	const cell = slotOf(vocabulary, number) + 4 + (bit >> 5);
	const { slots } = vocabulary;
	slots[cell] = (slots[cell] ?? 0) | (1 << (bit & 31));
}

/** No phrase goes on from the word any more. */
export function dropFollowers(vocabulary: Vocabulary, number: number): void {
	vocabulary.slots.fill(
		0,
		slotOf(vocabulary, number) + 4,
		slotOf(vocabulary, number) + 8,
	);
}

function slotOf(vocabulary: Vocabulary, number: number): number {
	const { hash, other } = hashWord(vocabulary.words[number] ?? "");
	return findSlot(vocabulary, hash, other);
}

function put(slots: Int32Array, entry: ArrayLike<number>): number {
	const mask = slots.length - 1;
	let slot = ((entry[0] ?? 0) << slotBits) & mask;
	while (slots[slot + 2] !== 0) slot = (slot + slotSize) & mask;
	slots.set(entry, slot);
	return slot;
}

/** A table at most a third full, without what is gone. */
function rebuild(vocabulary: Vocabulary): void {
	const { words, free, slots: old } = vocabulary;
	let size = 64;
	while (size < 3 * (words.length - free.length + 1)) size *= 2;
	const slots = new Int32Array(slotSize * size);
	for (let from = 0; from < old.length; from += slotSize) {
		if ((old[from + 2] ?? 0) <= 0) continue;
		put(slots, old.subarray(from, from + slotSize));
	}
	vocabulary.slots = slots;
	vocabulary.taken = words.length - free.length;
}
