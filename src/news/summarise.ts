import { fold } from "../text/fold.ts";
import { type Span, splitSentences } from "../text/split-sentences.ts";
import { tokenise } from "../text/tokenise.ts";
import type { NewsText } from "./article.ts";
import { datelineLength, isBoilerplate } from "./boilerplate.ts";

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
/** Rubrics and captions are shorter, or have no full stop. */
const shortestLead = 6;
/** The lead is looked for in the beginning; evidence may stand anywhere. */
const leadReach = 4000;
/** Longer ones are tables, or texts without full stops. */
const longestSentence = 1200;

/**
 * The lead, and the sentence that made the match when given; then what follows
 * the lead, up to the number asked for. Whole sentences, never altered: what
 * pages say of themselves and datelines are passed over, not cut out.
 */
export function summarise(
	news: NewsText,
	{ sentences = usualSentences, evidence = [] }: SummaryOptions = {},
): Summary {
	const field = news.body ? "body" : news.summary ? "summary" : "title";
	const text = news[field];
	const all = splitSentences(text).map((span) => read(text, span));
	const lead = leadOf(all, fold(news.title).trim());
	const proof = evidence
		.filter((span) => span.field === field)
		.flatMap(({ start }) => all.filter((one) => holds(one, start)));
	const after = lead ? all.slice(all.indexOf(lead)) : all;
	const following = after.filter(({ kind }) => kind === "prose");
	const chosen = [
		...new Set([...(lead ? [lead] : []), ...proof, ...following]),
	].slice(0, Math.max(1, sentences));
	const spans = chosen
		.sort((a, b) => a.start - b.start)
		.map(({ start, end }) => ({ start, end }));
	return {
		field,
		summary: spans.map(({ start, end }) => text.slice(start, end)).join(" "),
		sentences: spans,
	};
}

interface Sentence extends Span {
	/** `prose` tells and ends; `cut` ends in dots; `line` is a heading, caption or item of a list. */
	readonly kind: "prose" | "cut" | "line" | "boilerplate";
	readonly written: string;
}

function read(text: string, span: Span): Sentence {
	const whole = text.slice(span.start, span.end);
	const start = span.start + datelineLength(whole);
	const written = text.slice(start, span.end);
	return { start, end: span.end, written, kind: kindOf(written) };
}

function kindOf(written: string): Sentence["kind"] {
	if (isBoilerplate(written)) return "boilerplate";
	if (/(?:\.\.\.|…|\[…\]|\[\.\.\.\])["'”’»)\]]*$/u.test(written)) return "cut";
	const isProse =
		/[.!?。！？]["'”’»)\]\s]*$/u.test(written) &&
		written.length <= longestSentence &&
		tokenise(written).length >= shortestLead;
	return isProse ? "prose" : "line";
}

/** The first sentence that tells something; failing that the first cut short, the first line. */
function leadOf(all: readonly Sentence[], title: string): Sentence | undefined {
	const near = all.filter(
		({ start, written }) =>
			start <= leadReach && withoutStop(fold(written)) !== title,
	);
	for (const kind of ["prose", "cut", "line"] as const) {
		const found = near.find((one) => one.kind === kind);
		if (found) return found;
	}
	return near[0] ?? all[0];
}

function holds(sentence: Sentence, at: number): boolean {
	const { start, end, kind } = sentence;
	return start <= at && at < end && kind !== "boilerplate";
}

/** Without stops and spaces at its end; a pattern would look at each of a row of spaces anew. */
function withoutStop(text: string): string {
	let end = text.length;
	while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}
