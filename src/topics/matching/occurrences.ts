import type { QueryIndex } from "./query-index.ts";
import type { Reading } from "./reading.ts";

/**
 * Where each number stands in the news: for a number its first occurrence, for
 * an occurrence the next. Occurrence n is word n; after the words come the
 * stars. Made only when some query asks for places.
 */
export interface Occurrences {
	/** The piece of news that this was made for. */
	turn: number;
	/** By number: the turn of the news, and the first occurrence in it. */
	heads: Int32Array;
	next: Int32Array;
}

export function emptyOccurrences(): Occurrences {
	return { turn: 0, heads: new Int32Array(0), next: new Int32Array(0) };
}

/** The words at which a number stands, ascending. */
export function occurrencesOf(
	reading: Reading,
	index: QueryIndex,
	number: number,
): number[] {
	const { occurrences, turn, words, starWords } = reading;
	if (occurrences.turn !== turn) makeOccurrences(reading, index);
	const { heads, next } = occurrences;
	const found: number[] = [];
	if (heads[2 * number] !== turn) return found;
	let at = heads[2 * number + 1] ?? -1;
	for (; at >= 0; at = next[at] ?? -1) {
		found.push(at < words.count ? at : (starWords[at - words.count] ?? 0));
	}
	reading.steps += found.length;
	return found;
}

function makeOccurrences(reading: Reading, index: QueryIndex): void {
	const { occurrences, turn, words, numbers, stars } = reading;
	const most = Math.max(index.words.words.length, index.stars.words.length);
	if (occurrences.heads.length < 4 * most) {
		occurrences.heads = new Int32Array(8 * most);
	}
	if (occurrences.next.length < words.count + stars.length) {
		occurrences.next = new Int32Array(2 * (words.count + stars.length));
	}
	const { heads, next } = occurrences;
	const put = (number: number, at: number) => {
		next[at] = heads[2 * number] === turn ? (heads[2 * number + 1] ?? -1) : -1;
		heads[2 * number] = turn;
		heads[2 * number + 1] = at;
	};
	// From the end, so that each list begins at the first.
	for (let at = stars.length - 1; at >= 0; at--) {
		put(stars[at] ?? 0, words.count + at);
	}
	for (let at = words.count - 1; at >= 0; at--) {
		const number = numbers[at] ?? -1;
		if (number >= 0) put(number, at);
	}
	occurrences.turn = turn;
	reading.steps += words.count + stars.length;
}
