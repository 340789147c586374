/** Numbers in an array that is longer than the list and is used again. */
export interface NumberList {
	items: Int32Array;
	count: number;
}

export function emptyNumbers(): NumberList {
	return { items: new Int32Array(256), count: 0 };
}

/** Adds a number at the end. */
export function addNumber(list: NumberList, number: number): void {
	if (list.count === list.items.length) makeRoomFor(list, list.count + 1);
	list.items[list.count++] = number;
}

/** Room for so many numbers; those that are there stay. */
export function makeRoomFor(list: NumberList, count: number): void {
	if (list.items.length >= count) return;
	const grown = new Int32Array(2 * count);
	grown.set(list.items);
	list.items = grown;
}
