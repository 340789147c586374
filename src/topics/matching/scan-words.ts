import { wordsOf } from "../words-of.ts";
import {
	hashPrime,
	hashStart,
	otherFactor,
	otherStart,
	spread,
} from "./hash-letters.ts";
import { notPlain, plainTable } from "./letter-classes.ts";
import { loadUnits, unitAt, unitsAfter } from "./letter-units.ts";
import { addUncommon, addWord } from "./scan-uncommon.ts";
import { makeRoom, type ScannedWords } from "./scanned-words.ts";

/**
 * Adds the words of a text, exactly those that `wordsOf` gives, at most `most`
 * of them; the text begins at unit `nextText`. One pass over the letters; where
 * there are letters beyond Latin ones, `wordsOf` cuts the text up to the next
 * space.
 */
export function scanWords(
	into: ScannedWords,
	text: string,
	most: number,
): void {
	const begin = into.nextText;
	makeRoom(into, text.length, most);
	const units = loadUnits(text, begin);
	into.nextText = unitsAfter(begin, text);
	const [end, last] = [begin + text.length, into.count + most];
	let at = begin;
	while (at < end && into.count < last) {
		const stop = scanPlain(into, units, { from: at, to: end, last });
		at = stop;
		if (stop === end || into.count === last) break;
		at = addUncommon(into, stop);
		if (at < 0) at = scanBeyond(into, { text, begin, from: stop, last });
	}
}

/** Adds the words up to the next space, whatever their letters. */
function scanBeyond(
	into: ScannedWords,
	{
		text,
		begin,
		from,
		last,
	}: Record<"begin" | "from" | "last", number> & {
		text: string;
	},
): number {
	let to = from;
	while (to < begin + text.length && unitAt(to) > space) to++;
	const found = wordsOf(text.slice(from - begin, to - begin));
	for (const { text: word, start, end } of found.slice(0, last - into.count)) {
		addWord(into, word, { from: from + start, to: from + end });
	}
	return Math.max(to, from + 1);
}

/**
 * Adds plain words from `from` on; gives where it stopped: at the end, or at a
 * word that is more. What is done for every letter of all news stands in this
 * one function, on locals.
 */
function scanPlain(
	into: ScannedWords,
	units: Readonly<Uint16Array>,
	{ from: begin, to, last }: { from: number; to: number; last: number },
): number {
	const { starts, ends, hashes, others, edges } = into;
	const [table, prime, factor] = [plainTable, hashPrime, otherFactor];
	let { count } = into;
	const edge = edges[count] ?? 0;
	let at = begin;
	while (at < to && count < last) {
		const from = at;
		let folded = table[units[at] ?? 0] ?? 0;
		if (folded > nine) {
			let hash = hashStart;
			let other = otherStart;
			do {
				hash = Math.imul(hash ^ folded, prime);
				other = Math.imul(other + folded, factor);
				folded = table[units[++at] ?? 0] ?? 0;
			} while (folded > notPlain);
			if (folded === notPlain || (units[at] === dot && at === from + 1)) {
				at = from;
				break;
			}
			starts[count] = from;
			ends[count] = at;
			hashes[count] = spread(hash);
			others[count] = other;
			edges[++count] = edge;
		} else if (folded !== 0) break;
		// What ended the word is a seam, too.
		at++;
	}
	into.count = count;
	return Math.min(at, to);
}

const space = 0x20;
const dot = 0x2e;
/** Folded letters stand above the digits. */
const nine = 0x39;
