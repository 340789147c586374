import type { Span } from "../text/split-sentences.ts";
import type { Quotation } from "./find-quotations.ts";
import type { Reading } from "./read-field.ts";

const opening = /^(?:["“«]|''|``)/;
const anyLetter = /[\p{L}\p{N}]/u;

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

/** The last quotation that ends at or before a place, the one that holds it, and the next. */
export function quotationsAround({ quotations }: Reading, at: number): Around {
	let [low, high] = [0, quotations.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((quotations[middle]?.end ?? 0) <= at) low = middle + 1;
		else high = middle;
	}
	const [before, next] = [quotations[low - 1], quotations[low]];
	if (!next || next.start >= at) {
		return { before, holding: undefined, after: next };
	}
	return { before, holding: next, after: quotations[low + 1] };
}

interface Around {
	readonly before: Quotation | undefined;
	readonly holding: Quotation | undefined;
	readonly after: Quotation | undefined;
}
