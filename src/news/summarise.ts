import { fold } from "../text/fold.ts";
import { type Span, splitSentences } from "../text/split-sentences.ts";
import { tokenise } from "../text/tokenise.ts";
import type { NewsText } from "./article.ts";

/** Sentences of an article, word for word. */
export interface Summary {
	/** What the spans are offsets of: the body, or the summary when there is none, or the title. */
	readonly field: keyof NewsText;
	/** The sentences as they stand, with a space between. */
	readonly summary: string;
	/** In the order of the text, in UTF-16 units. */
	readonly sentences: readonly Span[];
}

export interface SummaryOptions {
	/** How many sentences at most; at least 1. */
	readonly sentences?: number;
	/** Where the match or statement stands; its sentence is kept beside the lead. */
	readonly evidence?: readonly (Span & { readonly field: keyof NewsText })[];
}

const usualSentences = 2;
/** Rubrics, bylines and datelines are shorter, or have no full stop. */
const shortestLead = 6;
/** The lead is looked for in the beginning; evidence may stand anywhere. */
const leadReach = 4000;

/**
 * The lead, and the sentence that made the match when given; then what follows
 * the lead, up to the number asked for. Whole sentences, never altered.
 */
export function summarise(
	news: NewsText,
	{ sentences = usualSentences, evidence = [] }: SummaryOptions = {},
): Summary {
	const field = news.body ? "body" : news.summary ? "summary" : "title";
	const text = news[field];
	const all = splitSentences(text);
	const lead = leadIndex(text, all, fold(news.title).trim());
	const proof = evidence
		.filter((span) => span.field === field)
		.flatMap((span) => all.findIndex((sentence) => covers(sentence, span)))
		.filter((index) => index >= 0);
	const following = all.map((_, index) => index).slice(lead);
	const chosen = [...new Set([lead, ...proof, ...following])]
		.filter((index) => all[index] !== undefined)
		.slice(0, Math.max(1, sentences))
		.sort((a, b) => a - b);
	const spans = chosen.flatMap((index) => all[index] ?? []);
	return {
		field,
		summary: spans.map(({ start, end }) => text.slice(start, end)).join(" "),
		sentences: spans,
	};
}

function leadIndex(text: string, all: readonly Span[], title: string): number {
	const index = all.findIndex(({ start, end }) => {
		if (start > leadReach) return false;
		const sentence = text.slice(start, end);
		const isProse = /[.!?…]["'”’»)\]]*$/.test(sentence);
		const isTitle = fold(sentence).replace(/[.\s]+$/, "") === title;
		return isProse && !isTitle && tokenise(sentence).length >= shortestLead;
	});
	return Math.max(0, index);
}

function covers(sentence: Span, { start }: Span): boolean {
	return sentence.start <= start && start < sentence.end;
}
