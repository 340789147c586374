import type { Statement } from "../../news/statement.ts";
import type { MatchableNews } from "../matchable-news.ts";
import {
	childOf,
	firstBits,
	metAgain,
	metIn,
	metWhere,
	onward,
	seen,
	uses,
} from "./phrase-trie.ts";
import { placeFrom, wordsAt } from "./places.ts";
import type { QueryIndex } from "./query-index.ts";
import { fieldBitsOf, type Reading, readFields } from "./reading.ts";
import { sourceNames } from "./source-names.ts";
import { isPhraseIn, mayFollowIn } from "./vocabulary.ts";

/** Marks every leaf that the words of the news meet, and lists it. */
export function findPhrases(reading: Reading, index: QueryIndex): void {
	const { ends, roots, starRoots, starWords } = reading;
	for (let at = 0, end = 0; end < 3; end++) {
		const last = ends[end] ?? 0;
		for (; at < last; at++) {
			if ((roots[at] ?? 0) === 0) continue;
			if (isWorthAWalk(reading, index, at)) walkFrom(reading, index, at, last);
		}
	}
	for (let star = 0; star < starRoots.length; star++) {
		const leaf = starRoots[star] ?? 0;
		if (leaf > 0) meet(reading, index, leaf, starWords[star] ?? 0);
	}
	reading.steps += ends[2] + starRoots.length;
}

/** Whether a word is a phrase or the next word may go on with one: from the word's own row, without a look at the tree. */
function isWorthAWalk(
	{ slots, numbers, starEdges }: Reading,
	{ words, hasStars }: QueryIndex,
	at: number,
): boolean {
	const slot = slots[at] ?? 0;
	if (isPhraseIn(words, slot)) return true;
	if (hasStars && starEdges[at + 1] !== starEdges[at + 2]) return true;
	const next = numbers[at + 1] ?? -1;
	return next >= 0 && mayFollowIn(words, slot, next);
}

/** Walks the tree from one word on, to the end of its field at most. */
function walkFrom(
	reading: Reading,
	index: QueryIndex,
	begin: number,
	last: number,
): void {
	const { trie } = index;
	const { numbers, roots, starEdges } = reading;
	const { rows } = trie;
	let node = roots[begin] ?? 0;
	for (let at = begin + 1; ; at++) {
		reading.steps++;
		if ((rows[node + uses] ?? 0) > 0) meet(reading, index, node, begin);
		if (rows[node + onward] === 0 || at === last) return;
		if (index.hasStars && starEdges[at] !== starEdges[at + 1]) {
			walkStars(reading, index, { node, at, begin });
		}
		const number = numbers[at] ?? -1;
		if (number < 0) return;
		node = childOf(trie, node, number);
		if (node === 0) return;
	}
}

/** A star ends its phrase, so nothing is walked further from it. */
function walkStars(
	reading: Reading,
	index: QueryIndex,
	{ node, at, begin }: { node: number; at: number; begin: number },
): void {
	const { stars, starEdges } = reading;
	const end = starEdges[at + 1] ?? 0;
	for (let each = starEdges[at] ?? 0; each < end; each++) {
		const leaf = childOf(index.trie, node, stars[each] ?? 0);
		reading.steps++;
		if (leaf > 0) meet(reading, index, leaf, begin);
	}
}

function meet(
	reading: Reading,
	{ trie: { rows } }: QueryIndex,
	leaf: number,
	at: number,
): void {
	const bits = fieldBitsOf(reading, at);
	if (rows[leaf + metIn] === reading.turn) {
		rows[leaf + metWhere] = (rows[leaf + metWhere] ?? 0) | bits | metAgain;
		return;
	}
	rows[leaf + metIn] = reading.turn;
	rows[leaf + metWhere] = bits | (at << firstBits);
	rows[leaf + seen] = (rows[leaf + seen] ?? 0) + 1;
	reading.met.push(leaf);
}

/** Marks the people who speak in the news, where some query listens for them. */
export function findSayings(
	reading: Reading,
	index: QueryIndex,
	statements: readonly Statement[],
): void {
	for (const statement of statements) {
		const leaf = index.apart.get(`said:${statement.speaker}`);
		const place = leaf && sayingPlace(reading, statement);
		if (!leaf || place === undefined) continue;
		meet(reading, index, leaf, wordsAt(reading, place)[0]);
		const said = reading.sayings.get(leaf);
		if (said) said.push({ place, statement });
		else reading.sayings.set(leaf, [{ place, statement }]);
	}
	for (const said of reading.sayings.values()) {
		said.sort((a, b) => a.place - b.place);
	}
}

/** The words from the first to the last that a statement touches. */
function sayingPlace(
	reading: Reading,
	{ field, start, end }: Statement,
): number | undefined {
	const { words, ends } = reading;
	const at = readFields.indexOf(field);
	const last = ends[at] ?? 0;
	let from = at > 0 ? (ends[at - 1] ?? 0) : 0;
	while (from < last && (words.ends[from] ?? 0) <= start) from++;
	let to = from;
	while (to < last && (words.starts[to] ?? 0) < end) to++;
	return to > from ? placeFrom(reading, from, to - 1) : undefined;
}

/** Marks what is known of the news beside its words, where some query asks. */
export function findFacets(
	reading: Reading,
	index: QueryIndex,
	news: MatchableNews,
): void {
	if (index.apart.size === 0) return;
	const names = [`language:${news.language}`, `kind:${news.kind}`];
	for (const name of [...names, ...sourceNames(news)]) {
		const leaf = index.apart.get(name);
		if (leaf) meet(reading, index, leaf, 0);
	}
}
