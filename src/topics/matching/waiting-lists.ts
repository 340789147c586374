import { packedAlways } from "./leaf-bits.ts";

/** A topic that waits, by where its code begins, and up to four leaves of which it needs one besides, as `packBits` packs them. */
export interface Waiting {
	readonly topic: number;
	readonly first: number;
	readonly second: number;
}

/**
 * Lists of waiting topics in one array: a list for each phrase, read from end
 * to end for every piece of news that holds it. A list is named by where it
 * begins; it moves to twice the room when it is full. Row: count, room, then
 * three numbers for each. One topic that needs nothing besides has no list: its
 * name is the topic, negative.
 */
export interface WaitingLists {
	cells: Int32Array;
	end: number;
	/** Beginnings of freed lists, by the power of two of their room. */
	readonly free: number[][];
}

export function emptyLists(): WaitingLists {
	// List 0 is none.
	return { cells: new Int32Array(256), end: 1, free: [] };
}

export const waitingSize = 3;

/** Adds to a list, 0 for a new one; gives the list's name from now on. */
export function pushWaiting(
	lists: WaitingLists,
	list: number,
	one: Waiting,
): number {
	if (list > 0) return pushed(lists, list, one);
	if (list === 0 && one.first === packedAlways) return -one.topic;
	const made = makeList(lists, list === 0 ? 0 : 1);
	if (list < 0) {
		const first = packedAlways;
		pushed(lists, made, { topic: -list, first, second: 0 });
	}
	return pushed(lists, made, one);
}

function pushed(
	lists: WaitingLists,
	list: number,
	{ topic, first, second }: Waiting,
): number {
	const count = lists.cells[list] ?? 0;
	const isFull = count === lists.cells[list + 1];
	const roomy = isFull ? moved(lists, list) : list;
	const { cells } = lists;
	const at = roomy + 2 + waitingSize * count;
	cells[at] = topic;
	cells[at + 1] = first;
	cells[at + 2] = second;
	cells[roomy] = count + 1;
	return roomy;
}

/** Removes a topic from a list; gives the list's name, 0 when nothing is left. */
export function dropWaiting(
	lists: WaitingLists,
	list: number,
	topic: number,
): number {
	if (list <= 0) return list === -topic ? 0 : list;
	const { cells } = lists;
	let count = cells[list] ?? 0;
	for (let at = 0; at < count; ) {
		const cell = list + 2 + waitingSize * at;
		if (cells[cell] !== topic) {
			at++;
			continue;
		}
		count--;
		const last = list + 2 + waitingSize * count;
		cells.copyWithin(cell, last, last + waitingSize);
	}
	cells[list] = count;
	if (count > 0) return list;
	release(lists, list);
	return 0;
}

function moved(lists: WaitingLists, list: number): number {
	const room = lists.cells[list + 1] ?? 1;
	const next = makeList(lists, Math.log2(room) + 1);
	lists.cells.copyWithin(next + 2, list + 2, list + 2 + waitingSize * room);
	lists.cells[next] = room;
	release(lists, list);
	return next;
}

function makeList(lists: WaitingLists, power: number): number {
	const room = 2 ** power;
	let list = lists.free[power]?.pop();
	if (list === undefined) {
		list = lists.end;
		lists.end += 2 + waitingSize * room;
		if (lists.end > lists.cells.length) {
			const grown = new Int32Array(2 * lists.end);
			grown.set(lists.cells);
			lists.cells = grown;
		}
	}
	lists.cells[list] = 0;
	lists.cells[list + 1] = room;
	return list;
}

function release({ cells, free }: WaitingLists, list: number): void {
	const power = Math.log2(cells[list + 1] ?? 1);
	const known = free[power];
	if (known) known.push(list);
	else free[power] = [list];
}
