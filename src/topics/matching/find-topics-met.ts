import type { Statement } from "../../news/statement.ts";
import type { MatchableNews } from "../matchable-news.ts";
import { findFacets, findPhrases, findSayings } from "./find-leaves.ts";
import { isMet } from "./is-met.ts";
import { bitOf, hasEither, setBit } from "./leaf-bits.ts";
import { waiting } from "./phrase-trie.ts";
import { readWords } from "./reading.ts";
import { settle, type TopicTable } from "./topic-table.ts";
import { waitingSize } from "./waiting-lists.ts";

/**
 * The topics that a piece of news meets, in no order. Its words are looked up
 * once; a topic is looked at only when one of its anchors is met, and something
 * of what it needs besides.
 */
export function findTopicsMet(
	table: TopicTable,
	news: MatchableNews,
	statements: readonly Statement[],
): number[] {
	const { reading, index } = table.matching;
	readWords(reading, index, news);
	findPhrases(reading, index);
	findSayings(reading, index, statements);
	findFacets(reading, index, news);
	for (const leaf of reading.met) setBit(reading.bits, bitOf(leaf));
	const found: number[] = [];
	for (const leaf of reading.met) lookFrom(table, leaf, found);
	settle(table);
	return found;
}

/** Looks at the topics that wait for a leaf. */
function lookFrom(table: TopicTable, leaf: number, found: number[]): void {
	const { matching } = table;
	const { index, reading, code } = matching;
	const list = index.trie.rows[leaf + waiting] ?? 0;
	if (list === 0) return;
	const { cells } = index.lists;
	const { turn } = reading;
	const { bits } = reading;
	const count = cells[list] ?? 0;
	const end = list + 2 + waitingSize * count;
	reading.steps += count;
	for (let at = list + 2; at < end; at += waitingSize) {
		const besides = cells[at + 1] ?? 0;
		if (besides !== 0 && !hasEither(bits, besides)) {
			if (!hasEither(bits, cells[at + 2] ?? 0)) continue;
		}
		const begin = cells[at] ?? 0;
		if (code[begin - 1] === turn) continue;
		code[begin - 1] = turn;
		if (isMet(matching, begin)) found.push(code[begin - 2] ?? 0);
	}
}
