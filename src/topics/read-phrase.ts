import {
	type Phrase,
	QueryError,
	type QueryWord,
	queryLimits,
} from "./query.ts";
import { wordsOf } from "./words-of.ts";

/**
 * Reads the words of a term, quoted or not. A hyphened word becomes a phrase,
 * as it does in the news: `counter-tariff*`.
 * @throws QueryError when there is no word in it, or a star stands where it cannot.
 */
export function readPhrase({
	text,
	at,
}: {
	readonly text: string;
	readonly at: number;
}): Phrase {
	const words: QueryWord[] = [];
	for (let from = 0; from < text.length; ) {
		const end = wordEnd(text, from);
		if (end > from) addWord(words, text.slice(from, end), at + from);
		from = Math.max(end, from + 1);
	}
	if (words.length === 0) {
		throw new QueryError("missing-term", at, "a word with a letter or digit");
	}
	if (words.length > queryLimits.phraseWords) {
		const most = `at most ${queryLimits.phraseWords} words in one phrase`;
		throw new QueryError("long-phrase", at, most);
	}
	return { kind: "phrase", words };
}

function wordEnd(text: string, from: number): number {
	let end = from;
	while (end < text.length && !isSpace(text, end)) end++;
	return end;
}

function isSpace(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return (
		unit === 0x20 ||
		((unit < 0x21 || unit > 0x7e) && /\s/u.test(text.charAt(at)))
	);
}

function addWord(words: QueryWord[], written: string, at: number): void {
	// Most words are these, and need no cutting.
	if (/^[a-z0-9]+$/i.test(written)) {
		words.push({ text: written.toLowerCase(), prefix: false });
	} else {
		words.push(...readWord(written, at));
	}
}

function readWord(written: string, at: number): QueryWord[] {
	const star = written.indexOf("*");
	if (star < 0) return exactWords(written);
	const stem = written.slice(0, star);
	if (/[^*.,;:!?]/.test(written.slice(star))) {
		throw new QueryError("stray-star", at + star, "* only at a word's end");
	}
	const words = exactWords(stem);
	const last = words.pop();
	const least = queryLimits.prefixLetters;
	if (!last || last.text.length < least) {
		const expected = `at least ${least} letters before *`;
		throw new QueryError("short-prefix", at + star, expected);
	}
	const most = queryLimits.longestPrefix;
	if (last.text.length > most) {
		const expected = `at most ${most} letters before *`;
		throw new QueryError("long-prefix", at + star, expected);
	}
	return [...words, { text: last.text, prefix: true }];
}

function exactWords(written: string): QueryWord[] {
	return wordsOf(written).map(({ text }) => ({ text, prefix: false }));
}
