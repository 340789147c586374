import type { Span } from "../text/split-sentences.ts";
import type { Attribution } from "./find-attributions.ts";
import type { Reading } from "./read-field.ts";

const quoteMark = /["“”«»]/;
/** A quotation or a comma ends here, but for a few words that describe the speaker. */
const closesWords = /["”»][\s,—–-]*(?:[\p{L}.'’-]+\s+){0,5}$|['’,][\s—–-]*$/u;
/** After "told reporters", the words begin with one of these, this near. */
const thatWithin =
	/^(?:[\s,]+[\p{L}\p{N}'’.-]+){0,8}?[\s,]+(?:that|que)\b[\s,]*/u;
const introduction = /^[\s,:;—–-]+(?:(?:that|que|qu['’])[\s,]*)?/;

/**
 * What was said in the sentence of an attribution: what stands after it, or
 * before it ("…," Greer said), or around it. Null when nothing is left.
 */
export function wordsOf(
	reading: Reading,
	attribution: Attribution,
): Span | null {
	const { text, sentences } = reading;
	const whole = sentences[attribution.sentence];
	if (!whole) return null;
	const { block } = attribution;
	const sentence = {
		start: Math.min(whole.start, block.start),
		end: Math.max(whole.end, block.end),
	};
	const before = text.slice(sentence.start, block.start);
	const after = text.slice(block.end, sentence.end);
	if (attribution.kind === "colon") return toLineEnd(text, block.end);
	const isParted = closesWords.test(before) && /^\s*,/.test(after);
	if (isParted && quoteMark.test(after)) return bare(text, sentence);
	if (quoteMark.test(before) && closesWords.test(before)) {
		const start = quotedFrom(before, sentence.start);
		return bare(text, { start, end: sentence.start + quotedTo(before) });
	}
	const hasAfter = /[\p{L}\p{N}]/u.test(after);
	const hasBefore = /[\p{L}\p{N}]/u.test(before);
	if (!hasAfter && !hasBefore) return quotedBefore(reading, attribution);
	if (!hasAfter) return bare(text, { start: sentence.start, end: block.start });
	if (isParted && attribution.kind === "verb") return bare(text, sentence);
	if (
		attribution.kind === "according" &&
		hasBefore &&
		/^\s*(?:[,.]|$)/.test(after)
	) {
		return bare(text, { start: sentence.start, end: block.start });
	}
	const lead = thatWithin.exec(after) ?? introduction.exec(after);
	return bare(text, {
		start: block.end + (lead?.[0].length ?? 0),
		end: sentence.end,
	});
}

/** "“Is it?” Greer asked.": the words are the sentence before. */
function quotedBefore(
	{ text, sentences }: Reading,
	{ sentence }: Attribution,
): Span | null {
	const before = sentences[sentence - 1];
	if (!before) return null;
	const words = text.slice(before.start, before.end);
	return /["”»]$/.test(words) ? bare(text, before) : null;
}

/** Quoted sentences that follow on, until someone else is said to speak. */
export function wordsAfter(
	{ text, sentences, quotations }: Reading,
	{ sentence }: Attribution,
	next: Attribution | undefined,
): Span[] {
	const found: Span[] = [];
	const last = Math.min(next?.sentence ?? sentences.length, sentences.length);
	for (let i = sentence + 1; i < last; i++) {
		const span = sentences[i];
		if (!span || !/^["“«]/.test(text.slice(span.start, span.end))) break;
		const quotation = quotationAt(quotations, span.start);
		const rest = text.slice(quotation?.end ?? span.end, span.end);
		if (!quotation || /[\p{L}\p{N}]/u.test(rest)) break;
		const words = bare(text, span);
		if (words) found.push(words);
	}
	return found;
}

function quotationAt(
	quotations: Reading["quotations"],
	start: number,
): Span | undefined {
	let [low, high] = [0, quotations.length - 1];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((quotations[middle]?.end ?? 0) > start) high = middle;
		else low = middle + 1;
	}
	const found = quotations[low];
	return found && found.start <= start ? found : undefined;
}

/** Where the last quotation ends; the words after it describe the speaker. */
function quotedTo(before: string): number {
	const tail = /["”»]([^"”»]*)$/.exec(before)?.[1] ?? "";
	return before.length - tail.length;
}

/** Where the quotation that ends a stretch began; the stretch itself when that is unknown. */
function quotedFrom(before: string, start: number): number {
	const first = before.search(/["“«]/);
	const lead = before.slice(0, Math.max(0, first));
	// "Asked about it, “No,” she said": the words begin at the mark.
	return /[,:—–-]\s*$/.test(lead) ? start + first : start;
}

function toLineEnd(text: string, from: number): Span | null {
	const lineEnd = text.indexOf("\n", from);
	return bare(text, { start: from, end: lineEnd < 0 ? text.length : lineEnd });
}

/** Without the space and commas around it; null when no letter is left. */
function bare(text: string, { start, end }: Span): Span | null {
	const words = text.slice(start, end);
	const lead = /^[\s,:;—–]+/.exec(words)?.[0].length ?? 0;
	const tail = /[\s,;:—–]+$/.exec(words.slice(lead))?.[0].length ?? 0;
	if (!/[\p{L}\p{N}]/u.test(words)) return null;
	return { start: start + lead, end: end - tail };
}
