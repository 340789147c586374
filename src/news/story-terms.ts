import { splitSentences } from "../text/split-sentences.ts";
import { type Token, tokenise } from "../text/tokenise.ts";
import type { NewsText } from "./article.ts";
import { beatWords, commonWords } from "./common-words.ts";
import { pactNamed, partyNamed } from "./parties.ts";

/** More would find every story of the month; fewer would miss a rewording. */
const mostTerms = 40;
/** An event is named in the title and the first words; the rest is background. */
const leadLength = 1200;
/** Splitting reads no further than a lead can reach, whatever the body's size. */
const leadReach = 4000;

/**
 * The folded words that name the event, most telling first, at most 40: the
 * title's and the lead's, names and numbers before other words. Countries are
 * named alike in every language and form (`canadian`, `Canadá` → `canada`).
 */
export function storyTerms(news: NewsText): string[] {
	const weights = new Map<string, number>();
	const lead = leadOf(news);
	for (const [text, weight] of [
		[news.title.slice(0, leadReach), 2],
		[lead, 1],
	] as const) {
		for (const token of tokenise(text)) {
			const term = termOf(token, text.slice(token.start, token.end));
			if (term === null) continue;
			const telling = weight * (isNaming(text, token) ? 2 : 1);
			weights.set(term, (weights.get(term) ?? 0) + telling);
		}
	}
	return [...weights]
		.sort((a, b) => b[1] - a[1])
		.slice(0, mostTerms)
		.map(([term]) => term);
}

/** Those of the terms that stand as names or numbers within a sentence: who, where, how much. */
export function namingTerms(news: NewsText): string[] {
	const text = `${news.title.slice(0, leadReach)}\n${leadOf(news)}`;
	const names = tokenise(text)
		.filter((token) => isNaming(text, token) && !beginsSentence(text, token))
		.map((token) => termOf(token, text.slice(token.start, token.end)))
		.filter((term) => term !== null && !beatWords.has(term));
	return [...new Set(names.filter((term) => term !== null))];
}

function beginsSentence(text: string, { start }: Token): boolean {
	return /(?:^|[.!?:“"\n])\s*$/.test(text.slice(Math.max(0, start - 4), start));
}

/** The first sentences of the summary, or of the body when there is none. */
export function leadOf(news: NewsText): string {
	const text = (news.summary || news.body).slice(0, leadReach);
	const sentences = splitSentences(text);
	const last = sentences.findLast(({ end }) => end <= leadLength);
	return text.slice(0, last?.end ?? leadLength);
}

function termOf({ text }: Token, written: string): string | null {
	const named = partyNamed(text, written) ?? pactNamed(text, written);
	if (named !== null) return named;
	if (text.length < 2 && !/\d/.test(text)) return null;
	if (commonWords.has(text)) return null;
	const term = stemOf(text);
	return commonWords.has(term) ? null : term;
}

/** Plurals and verb endings cut, alike for both sides of a comparison. */
export function stemOf(word: string): string {
	if (/\d/.test(word) || word.length < 5) return word;
	return word
		.replace(/(?:'s|s|x)$/, "")
		.replace(/(?:ing|ed|es|e)$/, "")
		.replace(/i$/, "y");
}

function isNaming(text: string, { start }: Token): boolean {
	return /[\p{Lu}\p{Nd}]/u.test(text.charAt(start));
}
