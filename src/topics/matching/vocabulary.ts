import { hashWord } from "./hash-letters.ts";

/**
 * The words that queries hold, each with a small number and the first node of
 * the phrases that begin with it. All that is asked for each word of the news
 * lies side by side: an open-addressed table of (hash, other hash, number + 1,
 * node), where -1 for the number stands where a word was. A word is forgotten
 * when its last use is.
 */
export interface Vocabulary {
	slots: Int32Array;
	/** Slots that hold a word or held one. */
	taken: number;
	readonly words: (string | undefined)[];
	readonly uses: number[];
	readonly free: number[];
}

const slotSize = 4;
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
	for (let slot = (hash << 2) & mask; ; slot = (slot + slotSize) & mask) {
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
	return slots[slot + 3] ?? 0;
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
	return put(vocabulary.slots, [hash, other, number + 1, 0]);
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

function slotOf(vocabulary: Vocabulary, number: number): number {
	const { hash, other } = hashWord(vocabulary.words[number] ?? "");
	return findSlot(vocabulary, hash, other);
}

function put(slots: Int32Array, entry: ArrayLike<number>): number {
	const mask = slots.length - 1;
	let slot = ((entry[0] ?? 0) << 2) & mask;
	while (slots[slot + 2] !== 0) slot = (slot + slotSize) & mask;
	slots.set(entry, slot);
	return slot;
}

/** A table at most a quarter full, without what is gone. */
function rebuild(vocabulary: Vocabulary): void {
	const { words, free, slots: old } = vocabulary;
	let size = 64;
	while (size < 4 * (words.length - free.length + 1)) size *= 2;
	const slots = new Int32Array(slotSize * size);
	for (let from = 0; from < old.length; from += slotSize) {
		if ((old[from + 2] ?? 0) <= 0) continue;
		put(slots, old.subarray(from, from + slotSize));
	}
	vocabulary.slots = slots;
	vocabulary.taken = words.length - free.length;
}
