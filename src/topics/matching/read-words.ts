import type { NewsText } from "../../news/article.ts";
import { splitSentences } from "../../text/split-sentences.ts";
import { findStars } from "./find-stars.ts";
import { findWords } from "./find-words.ts";
import { forgetPlaces } from "./kept-places.ts";
import { clearBits } from "./leaf-bits.ts";
import { makeRoomFor } from "./number-list.ts";
import type { QueryIndex } from "./query-index.ts";
import { type Reading, readFields } from "./reading.ts";
import { scanWords } from "./scan-words.ts";
import { clearScan } from "./scanned-words.ts";

/** Of each field; more is no article, and must not hold up the others. */
const mostWords = 20_000;
/** Words that a lead has at least, where the body has them. */
const leadWords = 25;
/** UTF-16 units in which the lead is looked for. */
const leadLetters = 1500;

/** Reads the words of a piece of news: cuts it once, and looks up each word. The first 20,000 words of each field count. */
export function readWords(
	reading: Reading,
	index: QueryIndex,
	news: NewsText,
): void {
	const { words, begins, ends } = reading;
	// Kept in arrays of 32 bits; 0 is the mark of what was never met.
	reading.turn = (reading.turn + 1) | 0 || 1;
	reading.news = news;
	clearBits(reading.bits, reading.met);
	reading.met.count = 0;
	if (reading.sayings.size > 0) reading.sayings.clear();
	forgetPlaces(reading.kept);
	clearScan(words);
	for (const [at, field] of readFields.entries()) {
		begins[at] = words.nextText;
		if (news[field] !== "") scanWords(words, news[field], mostWords);
		ends[at] = words.count;
	}
	reading.leadEnd = index.leads > 0 ? leadEndOf(reading) : ends[1];
	makeRoom(reading, words.count);
	findStars(reading, index);
	findWords(reading, index);
}

/** The first sentences of the body that together have enough words, after the whole summary. */
function leadEndOf({ news, words, begins, ends }: Reading): number {
	let end = ends[1];
	if (end === ends[2]) return end;
	for (const sentence of splitSentences(news.body.slice(0, leadLetters))) {
		const limit = begins[2] + sentence.end;
		while (end < ends[2] && (words.starts[end] ?? 0) < limit) end++;
		if (end - ends[1] >= leadWords) break;
	}
	return end;
}

function makeRoom(reading: Reading, count: number): void {
	if (reading.numbers.length >= count) return;
	reading.numbers = new Int32Array(2 * count);
	makeRoomFor(reading.alone, 2 * count);
	makeRoomFor(reading.onward, 2 * count);
}
