import {
	childOf,
	dropNode,
	emptyTrie,
	growApart,
	growChild,
	onward,
	type PhraseTrie,
	parent,
	uses,
	word,
} from "./phrase-trie.ts";
import {
	dropFollowers,
	dropRoot,
	emptyVocabulary,
	leaveWord,
	noteFollower,
	notePhrase,
	numberIn,
	rootIn,
	setRootIn,
	slotFor,
	useWord,
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

/** One word of a phrase in an index: a word has an even number, a star an odd one. */
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
	for (const each of words) node = nodeAfter(index, node, each);
	const before = trie.rows[node + uses] ?? 0;
	trie.rows[node + uses] = before + 1;
	if (before === 0 && words.length === 1) noteRoot(index, node, true);
	return node;
}

/** The node after another by a word, made when it is new; a node holds one use of its word. */
function nodeAfter(index: QueryIndex, node: number, each: IndexWord): number {
	const vocabulary = each.prefix ? index.stars : index.words;
	if (each.prefix) noteStar(index, each.text);
	const slot = slotFor(vocabulary, each.text);
	const number = numberIn(vocabulary, slot);
	const by = 2 * number + (each.prefix ? 1 : 0);
	const known =
		node === 0 ? rootIn(vocabulary, slot) : childOf(index.trie, node, by);
	if (known > 0) return known;
	const grown = growChild(index.trie, node, by);
	if (node === 0) setRootIn(vocabulary, slot, grown);
	else noteSecond(index, node, by);
	useWord(vocabulary, number);
	return grown;
}

/** A root's word tells in its own row whether it is a phrase by itself. */
function noteRoot(index: QueryIndex, root: number, isPhrase: boolean): void {
	const by = index.trie.rows[root + word] ?? 0;
	notePhrase(vocabularyOf(index, by), by >> 1, isPhrase);
}

/** And which words may come after it. */
function noteSecond(index: QueryIndex, node: number, by: number): void {
	const { rows } = index.trie;
	if (rows[node + parent] !== 0) return;
	const first = rows[node + word] ?? 0;
	noteFollower(vocabularyOf(index, first), first >> 1, by);
}

/** The leaf of something that is no words; counts the use. */
export function useApart(index: QueryIndex, name: string): number {
	const { trie, apart, apartNames } = index;
	const node = apart.get(name) ?? growApart(trie);
	apart.set(name, node);
	apartNames.set(node, name);
	trie.rows[node + uses] = (trie.rows[node + uses] ?? 0) + 1;
	return node;
}

/** Takes back one use of a leaf; what nobody uses is forgotten. */
export function leaveLeaf(index: QueryIndex, leaf: number): void {
	const { trie, apart, apartNames } = index;
	const left = (trie.rows[leaf + uses] ?? 0) - 1;
	trie.rows[leaf + uses] = left;
	const name = apartNames.get(leaf);
	if (name !== undefined) {
		if (left > 0) return;
		apart.delete(name);
		apartNames.delete(leaf);
		dropNode(trie, leaf);
		return;
	}
	if (left === 0 && trie.rows[leaf + parent] === 0)
		noteRoot(index, leaf, false);
	let node = leaf;
	while (node > 0 && isIdle(trie, node)) {
		const by = trie.rows[node + word] ?? 0;
		const before = dropNode(trie, node);
		const vocabulary = vocabularyOf(index, by);
		if (before === 0) dropRoot(vocabulary, by >> 1);
		else forgetSeconds(index, before);
		leaveWord(vocabulary, by >> 1);
		node = before;
	}
}

function forgetSeconds(index: QueryIndex, node: number): void {
	const { rows } = index.trie;
	if (rows[node + parent] !== 0 || rows[node + onward] !== 0) return;
	const first = rows[node + word] ?? 0;
	dropFollowers(vocabularyOf(index, first), first >> 1);
}

function isIdle({ rows }: PhraseTrie, node: number): boolean {
	return rows[node + uses] === 0 && rows[node + onward] === 0;
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

function vocabularyOf(
	{ stars, words }: QueryIndex,
	number: number,
): Vocabulary {
	return number & 1 ? stars : words;
}

/** Where in `starLengths` words with these first letters are; bits stay when stars go. */
export function stemOf(first = 0, second = 0, third = 0): number {
	return (first ^ (second << 4) ^ (third << 8)) & 4095;
}
