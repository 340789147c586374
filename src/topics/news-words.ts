import type { FeedKind, NewsText } from "../news/article.ts";
import type { Statement } from "../news/statement.ts";
import { queryLimits } from "./query.ts";
import { wordsOf } from "./words-of.ts";

/** What matching looks at. An Article has all of it; `lang:` and `kind:` are unmet when unknown. */
export interface MatchableNews extends NewsText {
	readonly language?: string;
	readonly kind?: FeedKind;
}

/** Where something stands: words by their place in the news, letters by their offset in the field. */
export interface Place {
	readonly field: keyof NewsText;
	/** Places of the first and the last word. */
	readonly from: number;
	readonly to: number;
	/** UTF-16 units of the field. */
	readonly start: number;
	readonly end: number;
}

/** A piece of news cut into words once, for all topics. */
export interface NewsWords {
	readonly news: MatchableNews;
	/** By place. The gap between two fields is wider than any NEAR. */
	readonly words: readonly (PlacedWord | undefined)[];
	/** Places of each word, ascending. */
	readonly places: ReadonlyMap<string, readonly number[]>;
	/** Different words by their first letters, as many as a star needs. */
	readonly stems: ReadonlyMap<string, readonly string[]>;
	/** Where each person speaks, ascending. */
	readonly sayings: ReadonlyMap<string, readonly Place[]>;
}

interface PlacedWord {
	readonly text: string;
	readonly field: keyof NewsText;
	readonly start: number;
	readonly end: number;
}

const fields = ["title", "summary", "body"] as const;
/** Of each field; more is no article, and must not hold up the others. */
const mostWords = 20_000;

/** Reads a piece of news for matching. The first 20,000 words of each field count. */
export function readNews(
	news: MatchableNews,
	statements: readonly Statement[],
): NewsWords {
	const words: (PlacedWord | undefined)[] = [];
	const places = new Map<string, number[]>();
	for (const field of fields) {
		for (const { text, start, end } of wordsOf(news[field]).slice(
			0,
			mostWords,
		)) {
			pushTo(places, text, words.length);
			words.push({ text, field, start, end });
		}
		words.length += queryLimits.nearWords + 1;
	}
	const stems = new Map<string, string[]>();
	for (const word of places.keys()) pushTo(stems, stemOf(word), word);
	return {
		news,
		words,
		places,
		stems,
		sayings: placeSayings(statements, words),
	};
}

/** The letters under which words with a common beginning are kept. */
export function stemOf(word: string): string {
	return word.slice(0, queryLimits.prefixLetters);
}

function placeSayings(
	statements: readonly Statement[],
	words: readonly (PlacedWord | undefined)[],
): Map<string, Place[]> {
	const sayings = new Map<string, Place[]>();
	for (const { speaker, field, start, end } of statements) {
		const first = (word: PlacedWord | undefined) =>
			word?.field === field && word.end > start && word.start < end;
		const from = words.findIndex(first);
		if (from < 0) continue;
		const to = words.findLastIndex(first);
		pushTo(sayings, speaker, { field, from, to, start, end });
	}
	for (const said of sayings.values()) said.sort((a, b) => a.from - b.from);
	return sayings;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}
