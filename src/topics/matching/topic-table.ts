import type { Query } from "../query.ts";
import { anchor, anchorAnew, leavesOf, unanchor } from "./anchor-topic.ts";
import { compileQuery } from "./compile-query.ts";
import type { Matching } from "./matching.ts";
import { fieldsIn, inLead, leafIn, lengthOf } from "./query-code.ts";
import { emptyIndex, leaveLeaf } from "./query-index.ts";
import { emptyReading } from "./reading.ts";

/** Topics, compiled, by a small number each. */
export interface TopicTable {
	readonly matching: Matching;
	/** Where the code of each topic begins; -1 for a number that is free. */
	readonly begins: number[];
	readonly free: number[];
	/** Where the next new block of code begins, and blocks that are free, by their size in `blockSize`s. */
	end: number;
	readonly freeBlocks: number[][];
	/** The piece of news after which anchors are chosen anew, and the topic whose turn it is then. */
	nextRound: number;
	nextTopic: number;
}

/**
 * A topic's code stands in a block that never moves, so that lists can point at
 * it. Before it stand the topic's number and the piece of news for which it was
 * last looked at, side by side with what is looked at.
 */
const headSize = 2;
const blockSize = 8;

/** Pieces of news after which what was seen tells rare words from frequent ones. */
const firstRound = 4096;
/** A later round begins when so many times more news was read. */
const roundGrowth = 16;
/** Topics of a round whose anchors are chosen anew with each piece of news. */
const topicsATurn = 8;

export function emptyTable(): TopicTable {
	return {
		matching: {
			index: emptyIndex(),
			reading: emptyReading(),
			code: new Int32Array(1024),
		},
		begins: [],
		free: [],
		end: 0,
		freeBlocks: [],
		nextRound: firstRound,
		nextTopic: 0,
	};
}

/** Compiles a query and waits for its anchors; gives the topic's number. */
export function addTopic(table: TopicTable, query: Query): number {
	const topic = compileTopic(table, query);
	anchor(table.matching, beginOf(table, topic));
	return topic;
}

/** Waits for the anchors of topics that were only compiled: of many, each is then chosen knowing the words of all. */
export function anchorTopics(table: TopicTable): void {
	for (const begin of table.begins)
		if (begin >= 0) anchor(table.matching, begin);
}

/** Compiles a query; gives the topic's number. Until it waits for something it is never met. */
export function compileTopic(table: TopicTable, query: Query): number {
	const { matching } = table;
	const code = compileQuery(matching.index, query);
	const topic = table.free.pop() ?? table.begins.length;
	const begin = placeFor(table, code.length) + headSize;
	matching.code[begin - 2] = topic;
	matching.code[begin - 1] = 0;
	matching.code.set(code, begin);
	table.begins[topic] = begin;
	matching.index.leads += leadsIn(code);
	return topic;
}

/** Where in the code a topic begins. */
export function beginOf({ begins }: TopicTable, topic: number): number {
	return begins[topic] ?? -1;
}

/** Forgets a topic, and the words that no other holds. */
export function removeTopic(table: TopicTable, topic: number): void {
	const { matching } = table;
	const begin = beginOf(table, topic);
	const end = begin + lengthOf(matching.code[begin] ?? 0);
	unanchor(matching, begin);
	matching.index.leads -= leadsIn(matching.code.subarray(begin, end));
	for (const at of leavesOf(matching, begin)) {
		leaveLeaf(matching.index, leafIn(matching.code[at] ?? 0));
	}
	table.begins[topic] = -1;
	table.free.push(topic);
	const blocks = blocksFor(end - begin);
	const freed = table.freeBlocks[blocks];
	if (freed) freed.push(begin - headSize);
	else table.freeBlocks[blocks] = [begin - headSize];
}

/**
 * Chooses anchors anew from what was rare in the news so far, a few topics with
 * each piece of news, until all had their turn; later again.
 */
export function settle(table: TopicTable): void {
	const { matching, begins } = table;
	const count = begins.length;
	if (matching.reading.turn < table.nextRound) return;
	const end = Math.min(table.nextTopic + topicsATurn, count);
	for (let topic = table.nextTopic; topic < end; topic++) {
		const begin = beginOf(table, topic);
		if (begin < 0) continue;
		anchorAnew(matching, begin);
	}
	table.nextTopic = end;
	if (end < count) return;
	table.nextTopic = 0;
	table.nextRound = roundGrowth * matching.reading.turn;
}

function leadsIn(code: ArrayLike<number>): number {
	for (let at = 0; at < code.length; at++) {
		const head = code[at] ?? 0;
		if (head >= 0 && (fieldsIn(head) & inLead) !== 0) return 1;
	}
	return 0;
}

/** A block with room for so many numbers and the head. */
function placeFor(table: TopicTable, length: number): number {
	const { matching, freeBlocks } = table;
	const blocks = blocksFor(length);
	const freed = freeBlocks[blocks]?.pop();
	if (freed !== undefined) return freed;
	const begin = table.end;
	table.end += blocks * blockSize;
	if (table.end > matching.code.length) {
		const grown = new Int32Array(2 * table.end);
		grown.set(matching.code);
		matching.code = grown;
	}
	return begin;
}

function blocksFor(length: number): number {
	return Math.ceil((length + headSize) / blockSize);
}
