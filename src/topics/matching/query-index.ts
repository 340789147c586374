import { hashWord } from "./hash-letters.ts";
import {
	beforeOf,
	child,
	firstStar,
	firstWord,
	growFirst,
	isIdle,
	kindOf,
	outside,
	seen,
	uses,
	wordOf,
} from "./node-rows.ts";
import {
	childOf,
	dropNode,
	emptyTrie,
	growChild,
	type PhraseTrie,
} from "./phrase-trie.ts";
import {
	addWord,
	dropWord,
	emptyVocabulary,
	findWord,
	noteFollower,
	type Vocabulary,
} from "./vocabulary.ts";
import { emptyLists, type WaitingLists } from "./waiting-lists.ts";

/** The words and phrases of all queries, and which topics wait for which. */
export interface QueryIndex {
	readonly words: Vocabulary;
	/** Beginnings of words, of queries' `tarif*`. */
	readonly stars: Vocabulary;
	/** For the first letters of a star's word, the lengths that there are; a bit each. */
	readonly starLengths: Int32Array;
	readonly trie: PhraseTrie;
	readonly lists: WaitingLists;
	/** Leaves that are no words, by their name: `said:greer`, `language:fr`. */
	readonly apart: Map<string, number>;
	readonly apartNames: Map<number, string>;
	/** Whether some query holds a star, and how many look into the lead: without, news is read faster. */
	hasStars: boolean;
	leads: number;
}

/** One word of a phrase in an index. */
interface IndexWord {
	readonly text: string;
	readonly prefix: boolean;
}

export function emptyIndex(): QueryIndex {
	return {
		words: emptyVocabulary(),
		stars: emptyVocabulary(),
		starLengths: new Int32Array(4096),
		trie: emptyTrie(),
		lists: emptyLists(),
		apart: new Map(),
		apartNames: new Map(),
		hasStars: false,
		leads: 0,
	};
}

/** The leaf of a phrase in which a star stands last or nowhere; counts the use. */
export function useLeaf(
	index: QueryIndex,
	words: readonly IndexWord[],
): number {
	const { trie } = index;
	let node = 0;
	for (const each of words) {
		const first = firstFor(index, each);
		node = node === 0 ? first : nodeAfter(index, node, first);
	}
	trie.rows[node + uses] = (trie.rows[node + uses] ?? 0) + 1;
	return node;
}

/** The node after another by a word, made when it is new. */
function nodeAfter({ trie }: QueryIndex, node: number, after: number): number {
	const known = childOf(trie, node, after);
	if (known > 0) return known;
	if (kindOf(trie, node) !== child) noteFollower(trie.rows, node, after);
	return growChild(trie, node, after);
}

/** The first node of a word or star, made when it is new. */
function firstFor(index: QueryIndex, { text, prefix }: IndexWord): number {
	const { trie } = index;
	const vocabulary = prefix ? index.stars : index.words;
	const hashes = hashWord(text);
	const known = findWord(
		vocabulary.slots,
		trie.rows,
		hashes.hash,
		hashes.other,
	);
	if (known > 0) return known;
	if (prefix) noteStar(index, text);
	const first = growFirst(trie, prefix ? firstStar : firstWord, hashes);
	trie.rows[first + seen] = guessOf(text.length, prefix);
	addWord(vocabulary, hashes.hash, first);
	return first;
}

/** How often a word is thought to stand in news before any was read: short ones often. */
function guessOf(letters: number, isStar: boolean): number {
	return (128 >> Math.min(6, letters >> 1)) * (isStar ? 4 : 1);
}

/** Facets, such as a language, are met by a good part of all news. */
const facetGuess = 2000;
const sayingGuess = 4;

/** The leaf of something that is no words; counts the use. */
export function useApart(index: QueryIndex, name: string): number {
	const { trie, apart } = index;
	const node = apart.get(name) ?? growApart(index, name);
	trie.rows[node + uses] = (trie.rows[node + uses] ?? 0) + 1;
	return node;
}

function growApart(
	{ trie, apart, apartNames }: QueryIndex,
	name: string,
): number {
	const node = growFirst(trie, outside, { hash: 0, other: 0 });
	const isSaying = name.startsWith("said:");
	trie.rows[node + seen] = isSaying ? sayingGuess : facetGuess;
	apart.set(name, node);
	apartNames.set(node, name);
	return node;
}

/** Takes back one use of a leaf; what nobody uses is forgotten, from the end of a phrase back. */
export function leaveLeaf(index: QueryIndex, leaf: number): void {
	const { trie } = index;
	trie.rows[leaf + uses] = (trie.rows[leaf + uses] ?? 0) - 1;
	let node = leaf;
	while (kindOf(trie, node) === child) {
		if (!isIdle(trie, node)) return;
		const [before, after] = [beforeOf(trie, node), wordOf(trie, node)];
		dropNode(trie, node);
		if (after !== before) forgetFirst(index, after);
		node = before;
	}
	forgetFirst(index, node);
}

/** Forgets a first node that nothing needs any more. */
function forgetFirst(index: QueryIndex, first: number): void {
	const { trie, apart, apartNames } = index;
	if (!isIdle(trie, first)) return;
	const kind = kindOf(trie, first);
	if (kind === outside) {
		apart.delete(apartNames.get(first) ?? "");
		apartNames.delete(first);
	} else {
		dropWord(kind === firstStar ? index.stars : index.words, trie, first);
	}
	dropNode(trie, first);
}

function noteStar(index: QueryIndex, text: string): void {
	const stem = stemOf(
		text.charCodeAt(0),
		text.charCodeAt(1),
		text.charCodeAt(2),
	);
	index.hasStars = true;
	index.starLengths[stem] = (index.starLengths[stem] ?? 0) | (1 << text.length);
}

/** Where in `starLengths` words with these first letters are; bits stay when stars go. */
export function stemOf(first = 0, second = 0, third = 0): number {
	return (first ^ (second << 4) ^ (third << 8)) & 4095;
}
