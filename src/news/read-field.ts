import { type Span, splitSentences } from "../text/split-sentences.ts";
import { type Token, tokenise } from "../text/tokenise.ts";
import { findQuotations, type Quotation } from "./find-quotations.ts";

/** A word as the search for speakers sees it. */
export interface Word extends Token {
	/** As it stands, with capitals and accents. */
	readonly written: string;
	readonly isCapital: boolean;
	/** What stands between the word before and this one, any space in a sentence as " ". */
	readonly gap: string;
	/** Index of its sentence. */
	readonly sentence: number;
	/** Whether it stands inside a quotation. */
	readonly isQuoted: boolean;
}

/** One field of an article, read into words, sentences and quotations. */
export interface Reading {
	readonly text: string;
	readonly words: readonly Word[];
	readonly sentences: readonly Span[];
	readonly quotations: readonly Quotation[];
	/** Sentences by index whose Words Mostly Begin Like This: capitals prove no name there. */
	readonly headlines: ReadonlySet<number>;
}

/** Reads a text once, in linear time, for all that looks into it. */
export function readField(text: string): Reading {
	const sentences = splitSentences(text);
	const quotations = findQuotations(text);
	const words: Word[] = [];
	let sentence = 0;
	let quotation = 0;
	let last = 0;
	for (const token of tokenise(text)) {
		const { start, end } = token;
		while ((sentences[sentence]?.end ?? Infinity) <= start) sentence++;
		while ((quotations[quotation]?.end ?? Infinity) <= start) quotation++;
		const written = text.slice(start, end);
		words.push({
			...token,
			written,
			isCapital: /^\p{Lu}/u.test(written),
			gap: gapBetween(
				text.slice(last, start),
				words.at(-1)?.sentence === sentence,
			),
			sentence,
			isQuoted: (quotations[quotation]?.start ?? Infinity) <= start,
		});
		last = end;
	}
	const headlines = findHeadlines(words);
	return { text, words, sentences, quotations, headlines };
}

/** Inside a sentence a line break is a space like any other. */
function gapBetween(gap: string, isInside: boolean): string {
	return isInside && gap !== " " ? gap.replace(/\s/g, " ") : gap;
}

function findHeadlines(words: readonly Word[]): Set<number> {
	const counts = new Map<number, { capitals: number; all: number }>();
	for (const { written, isCapital, sentence } of words) {
		if (written.length < 4) continue;
		const count = counts.get(sentence) ?? { capitals: 0, all: 0 };
		count.all++;
		if (isCapital) count.capitals++;
		counts.set(sentence, count);
	}
	const isHeadline = ([, { capitals, all }]: [
		number,
		{ capitals: number; all: number },
	]) => all >= 3 && capitals / all > 0.7;
	return new Set([...counts].filter(isHeadline).map(([sentence]) => sentence));
}
