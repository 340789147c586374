import type { Statement } from "../../news/statement.ts";
import type { MatchableNews } from "../matchable-news.ts";
import { findFacets, findSayings } from "./find-apart.ts";
import { findPhrases } from "./find-phrases.ts";
import { isMet } from "./is-met.ts";
import { hasEither } from "./leaf-bits.ts";
import type { Matching } from "./matching.ts";
import { waiting } from "./node-rows.ts";
import { readWords } from "./read-words.ts";
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
	const { code } = table.matching;
	const found: number[] = [];
	for (const begin of candidatesFor(table.matching)) {
		if (isMet(table.matching, begin)) found.push(code[begin - 2] ?? 0);
	}
	settle(table);
	return found;
}

/**
 * Topics that wait for a leaf that was met, and have something of what they
 * need besides; each once, by where its code begins.
 */
function candidatesFor(matching: Matching): number[] {
	const { reading, code } = matching;
	const found = waitingFor(matching);
	let count = 0;
	for (const begin of found) {
		if (code[begin - 1] === reading.turn) continue;
		code[begin - 1] = reading.turn;
		found[count++] = begin;
	}
	found.length = count;
	return found;
}

/** The same, where one that waits for several leaves is there for each. */
function waitingFor({ index, reading }: Matching): number[] {
	const { rows } = index.trie;
	const { cells } = index.lists;
	const found: number[] = [];
	const lists: number[] = [];
	for (const leaf of reading.met) {
		const list = rows[leaf + waiting] ?? 0;
		if (list > 0) lists.push(list);
		else if (list < 0) found.push(-list);
	}
	// All at once, as in `findWords`: one list does not wait for another's memory.
	for (const list of lists) reading.touched ^= cells[list] ?? 0;
	for (const list of lists) {
		const count = cells[list] ?? 0;
		const end = list + 2 + waitingSize * count;
		reading.steps += count;
		for (let at = list + 2; at < end; at += waitingSize) {
			const besides = cells[at + 1] ?? 0;
			if (besides !== 0 && !hasEither(reading.bits, besides)) {
				if (!hasEither(reading.bits, cells[at + 2] ?? 0)) continue;
			}
			found.push(cells[at] ?? 0);
		}
	}
	return found;
}
