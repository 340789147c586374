import { splitSentences } from "../text/split-sentences.ts";
import { type Token, tokenise } from "../text/tokenise.ts";
import type { NewsText } from "./article.ts";
import { beatWords, commonWords } from "./common-words.ts";
import { isMonth } from "./figures.ts";
import { goodNamed } from "./goods.ts";
import { marketWords } from "./market-words.ts";
import { pactNamed, partyNamed } from "./parties.ts";
import { leadOf, stemOf } from "./story-terms.ts";
import { ritualWords, tradeTerm } from "./trade-terms.ts";
import { weekdayNamed } from "./weekdays.ts";

/**
 * What a term is in a telling. `heart`: a name in its first sentence or said
 * twice, so who or where it is about. `daily`: a word that most of the beat's
 * or the market's news has. `day`: a day of the week.
 */
export type TermKind = "word" | "daily" | "day" | "name" | "heart" | "number";

/** Longer than any lead that names one event. */
const mostTerms = 60;
/** From this share of capitals on, a sentence is set as a headline and they say nothing. */
const headlineCapitals = 0.65;

interface Word {
	readonly token: Token;
	readonly written: string;
	readonly isCapital: boolean;
	/** Its capital is one that a common word would not have. */
	readonly isTellingCapital: boolean;
	readonly isFirst: boolean;
}

/**
 * The terms of a telling, each once, at most 60, in order: words and numbers
 * folded, names with a capital, and those at its heart in capitals; days of
 * the week in English.
 */
export function tellingTerms(news: NewsText): string[] {
	const words = wordsOf(news);
	const lower = new Set<string>();
	const named = new Set<string>();
	for (const { token, isCapital, isTellingCapital } of words) {
		if (!isCapital) lower.add(token.text);
		else if (isTellingCapital) named.add(token.text);
	}
	const found = new Map<string, { count: number; word: Word; name: boolean }>();
	for (const word of words) {
		const { text } = word.token;
		const isName =
			word.isCapital &&
			named.has(text) &&
			(word.isTellingCapital || !lower.has(text));
		const term = termFor(word, isName);
		if (term === null) continue;
		const before = found.get(term);
		found.set(term, {
			count: (before?.count ?? 0) + 1,
			word: before?.word ?? word,
			name: isName || (before?.name ?? false),
		});
	}
	return [...found].slice(0, mostTerms).map(([term, { count, word, name }]) => {
		if (!name || /^\d/.test(term) || weekdayNamed(term)) return term;
		return word.isFirst || count > 1
			? term.toUpperCase()
			: term.charAt(0).toUpperCase() + term.slice(1);
	});
}

/** What kind of term one of `tellingTerms` is. */
export function kindOf(term: string): TermKind {
	if (/^\d/.test(term)) return "number";
	const folded = term.toLowerCase();
	if (weekdayNamed(folded)) return "day";
	if (beatWords.has(folded) || ritualWords.has(folded)) return "daily";
	if (term === folded) return marketWords.has(folded) ? "daily" : "word";
	return term === term.toUpperCase() ? "heart" : "name";
}

/** Every word of the title and the lead, with what its capital is worth. */
function wordsOf(news: NewsText): Word[] {
	const texts = [news.title, leadOf(news)].filter((text) => text !== "");
	return texts.flatMap((text, part) =>
		splitSentences(text).flatMap(({ start, end }, at) =>
			wordsIn(text.slice(start, end), part === 0 && at === 0),
		),
	);
}

function wordsIn(sentence: string, isFirst: boolean): Word[] {
	const tokens = tokenise(sentence);
	const isCapital = ({ start }: Token) =>
		/\p{Lu}/u.test(sentence.charAt(start));
	const long = tokens.filter(({ text }) => /^\p{L}{4}/u.test(text));
	const capitals = long.filter(isCapital).length;
	const isHeadline =
		long.length >= 3 && capitals / long.length > headlineCapitals;
	const before = ({ start }: Token) =>
		sentence.slice(Math.max(0, start - 3), start);
	return tokens.map((token, at) => ({
		token,
		written: sentence.slice(token.start, token.end),
		isCapital: isCapital(token),
		isTellingCapital:
			isCapital(token) &&
			!isHeadline &&
			at > 0 &&
			!/[.!?:"“`]\s*$/.test(before(token)),
		isFirst,
	}));
}

function termFor({ token, written }: Word, isName: boolean): string | null {
	const { text } = token;
	const known = partyNamed(text, written) ?? pactNamed(text, written);
	if (known !== null) return known;
	if (/^\d/.test(text)) return text;
	const day = weekdayNamed(text);
	if (day !== null) return day;
	if (text.length < 2 || commonWords.has(text) || isMonth(text)) return null;
	const synonym = isName ? null : (goodNamed(text) ?? tradeTerm(text));
	const stem = synonym ?? stemOf(text);
	return commonWords.has(stem) ? null : stem;
}
