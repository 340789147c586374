import type { Span } from "../text/split-sentences.ts";
import type { Quotation } from "./find-quotations.ts";
import type { Reading } from "./read-field.ts";

const opening = /^(?:["“«]|''|``)/;
const describing = /^[\s,—–-]*(?:[\p{L}.'’-]+\s+){0,5}$/u;
const anyLetter = /[\p{L}\p{N}]/u;

/** The last quotation that ends at or before a place, and the first that starts at or after it. */
export function quotationsAround(
	{ quotations }: Reading,
	at: number,
): { before: Quotation | undefined; after: Quotation | undefined } {
	let [low, high] = [0, quotations.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((quotations[middle]?.end ?? 0) <= at) low = middle + 1;
		else high = middle;
	}
	const [before, next] = [quotations[low - 1], quotations[low]];
	const after = next && next.start < at ? quotations[low + 1] : next;
	return { before, after };
}

/**
 * The quotation that ends where an attribution begins, "“…,” the veteran
 * Greer said", but for a few words that describe the speaker.
 */
export function quotationTagged(
	reading: Reading,
	at: number,
	sentenceStart: number,
): { quotation: Quotation; isFull: boolean; last: string } | null {
	const { text } = reading;
	const { before } = quotationsAround(reading, at);
	if (!before || before.isOpen) return null;
	const gap = text.slice(before.end, at);
	if (gap.includes("\n") || !describing.test(gap)) return null;
	if (anyLetter.test(gap) && before.end <= sentenceStart) return null;
	const last = lastInside(text, before);
	if (gap.startsWith(",") || /[,—–-]/.test(last)) {
		return { quotation: before, isFull: false, last };
	}
	const isFull = /[.?!…]/.test(last);
	return isFull ? { quotation: before, isFull, last } : null;
}

/** The character before the closing mark. */
function lastInside(text: string, { start, end }: Span): string {
	return text
		.slice(Math.max(start, end - 4), end)
		.replace(/\s*(?:["”»’]|'{1,2})$/, "")
		.slice(-1);
}

/** Whether a sentence is one quotation and nothing else; then where the quotation ends. */
export function wholeQuotation(
	reading: Reading,
	sentence: Span | undefined,
): Span | null {
	if (!sentence) return null;
	const { text } = reading;
	if (!opening.test(text.slice(sentence.start, sentence.start + 2))) {
		return null;
	}
	const { after } = quotationsAround(reading, sentence.start);
	if (after?.start !== sentence.start) return null;
	if (anyLetter.test(text.slice(after.end, sentence.end))) return null;
	return { start: after.start, end: Math.max(after.end, sentence.end) };
}
