import type { Statement } from "../../news/statement.ts";
import type { MatchableNews } from "../matchable-news.ts";
import { findFacets, findSayings } from "./find-apart.ts";
import { findPhrases } from "./find-phrases.ts";
import { isMet } from "./is-met.ts";
import type { Matching } from "./matching.ts";
import { waiting } from "./node-rows.ts";
import { addNumber, makeRoomFor } from "./number-list.ts";
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
	findCandidates(table.matching);
	const { items, count } = reading.candidates;
	const found: number[] = [];
	for (let each = 0; each < count; each++) {
		const begin = items[each] ?? 0;
		if (isMet(table.matching, begin)) found.push(code[begin - 2] ?? 0);
	}
	settle(table);
	return found;
}

/**
 * Lists the topics that wait for a leaf that was met, and have something of what
 * they need besides; each once, by where its code begins.
 */
function findCandidates(matching: Matching): void {
	const { reading, code } = matching;
	const { lists, candidates } = reading;
	listWaiting(matching);
	for (let each = 0; each < lists.count; each++) {
		addFrom(matching, lists.items[each] ?? 0);
	}
	const { items } = candidates;
	let count = 0;
	for (let each = 0; each < candidates.count; each++) {
		const begin = items[each] ?? 0;
		// It waits for several leaves.
		if (code[begin - 1] === reading.turn) continue;
		code[begin - 1] = reading.turn;
		items[count++] = begin;
	}
	candidates.count = count;
}

/** Lists that wait for what was met; single topics are candidates at once. */
function listWaiting({ index, reading }: Matching): void {
	const { rows } = index.trie;
	const { cells } = index.lists;
	const { met, lists, candidates } = reading;
	lists.count = 0;
	candidates.count = 0;
	for (let each = 0; each < met.count; each++) {
		const list = rows[(met.items[each] ?? 0) + waiting] ?? 0;
		if (list > 0) addNumber(lists, list);
		else if (list < 0) addNumber(candidates, -list);
	}
	// All at once, as in `findWords`: one list does not wait for another's memory.
	for (let each = 0; each < lists.count; each++) {
		reading.touched ^= cells[lists.items[each] ?? 0] ?? 0;
	}
}

/** Topics of a list; each is written down, and counted if a bit of what it needs besides is set. */
function addFrom({ index, reading }: Matching, list: number): void {
	const { cells } = index.lists;
	const { candidates } = reading;
	const bits = reading.bits.cells;
	const waits = cells[list] ?? 0;
	reading.steps += waits;
	makeRoomFor(candidates, candidates.count + waits);
	const { items } = candidates;
	let { count } = candidates;
	const end = list + 2 + waitingSize * waits;
	for (let at = list + 2; at < end; at += waitingSize) {
		const [one, two] = [cells[at + 1] ?? 0, cells[at + 2] ?? 0];
		const isSet =
			((bits[(one & 65_535) >> 5] ?? 0) >>> (one & 31)) |
			((bits[one >>> 21] ?? 0) >>> ((one >>> 16) & 31)) |
			((bits[(two & 65_535) >> 5] ?? 0) >>> (two & 31)) |
			((bits[two >>> 21] ?? 0) >>> ((two >>> 16) & 31));
		items[count] = cells[at] ?? 0;
		count += isSet & 1;
	}
	candidates.count = count;
}
