import type { Span } from "../text/split-sentences.ts";
import { isAfterthought, takesHearer } from "./afterthoughts.ts";
import type { Attribution } from "./attribution.ts";
import type { Quotation } from "./find-quotations.ts";
import { quotationsAround, wholeQuotation } from "./quotations-around.ts";
import type { Reading } from "./read-field.ts";
import type { Said } from "./said-words.ts";
import { sentenceAround } from "./sentence-around.ts";
import { trimSpan } from "./trim-span.ts";

/** Between a quotation and its speaker: "the veteran". */
const describing = /^[\s,—–-]*(?:[\p{L}.'’-]+\s+){0,5}$/u;
/** "…,” while Carney said": another clause. */
const joint =
	/(?:^|\s)(?:and|but|while|as|when|after|before|because|since|though|although|et|mais|tandis|quand|pendant|y|pero|mientras|cuando)\s/;
const anyLetter = /[\p{L}\p{N}]/u;
/** Nothing but to whom and when stands between "told" and what is quoted. */
const leadsToQuote =
	/^(?:[\s,]*|(?!\s+(?:that|que)\s)(?:\s+[^\s:.!?]+){0,7}\s?:\s*)$/;

/** "“Is it?” Greer asked. “It is.”": both quotations and what parts them. */
export function aroundTag(said: Said): Span | null {
	const { reading, attribution } = said;
	const { text } = reading;
	const { block, cue } = attribution;
	const whole = sentenceAround(reading, attribution);
	const tagged = quotationTagged(reading, block.start, whole.start);
	if (!tagged) return null;
	const rest = text.slice(block.end, whole.end);
	const isTag = isAfterthought(
		rest,
		takesHearer(text.slice(cue.start, cue.end)),
	);
	const isInverted = block.start === cue.start && !attribution.isCarried;
	const isEnded = /[.?!…]/.test(tagged.last);
	const isOthers = tagged.last === "." || !isTag;
	if (isEnded && !isInverted && isOthers) return null;
	const { quotation } = tagged;
	const start = quotedFrom(reading, quotation, attribution);
	// "On “This Week,” Greer questioned the plan": the name of a programme.
	if (start < quotation.start && !isTag) return null;
	return trimSpan(text, { start, end: quotedOn(said, quotation.end) });
}

/** "Greer told the House:\n“No.”": the quotation after a colon, or after nothing. */
export function announced({ reading, attribution }: Said): Span | null {
	const { text, sentences } = reading;
	const { block, sentence } = attribution;
	const { after } = quotationsAround(reading, block.end);
	if (!after || !leadsToQuote.test(text.slice(block.end, after.start))) {
		return null;
	}
	const end = Math.max(sentences[sentence]?.end ?? 0, after.end);
	return trimSpan(text, { start: after.start, end });
}

/** « Non, a dit M. Carney, pas encore. »: the whole quotation. */
export function aroundIncise({ reading, attribution }: Said): Span | null {
	const { holding } = quotationsAround(reading, attribution.block.start);
	return holding ? trimSpan(reading.text, holding) : null;
}

/** Quoted paragraphs that follow on, until someone else is said to speak. */
export function wordsAfter(
	{ reading, attribution, nextVoice }: Said,
	{ end }: Span,
): Span[] {
	const { text, sentences } = reading;
	const found: Span[] = [];
	const last = nextVoice?.sentence ?? sentences.length;
	for (let i = attribution.sentence + 1; i < last; i++) {
		if ((sentences[i]?.end ?? 0) <= end) continue;
		const span = wholeQuotation(reading, sentences[i]);
		const words = span && trimSpan(text, span);
		if (!words) break;
		found.push(words);
	}
	return found;
}

/**
 * The quotation that ends where an attribution begins, "“…,” the veteran
 * Greer said", but for a few words that describe the speaker.
 */
function quotationTagged(
	reading: Reading,
	at: number,
	sentenceStart: number,
): { quotation: Quotation; last: string } | null {
	const { text } = reading;
	const { before } = quotationsAround(reading, at);
	if (!before || before.isOpen) return null;
	const gap = text.slice(before.end, at);
	if (gap.includes("\n") || !describing.test(gap)) return null;
	if (joint.test(gap)) return null;
	if (anyLetter.test(gap) && before.end <= sentenceStart) return null;
	const last = gap.startsWith(",") ? "," : lastInside(text, before);
	return /[,—–.?!…-]/.test(last) ? { quotation: before, last } : null;
}

/** The character before the closing mark. */
function lastInside(text: string, { start, end }: Span): string {
	return text
		.slice(Math.max(start, end - 4), end)
		.replace(/\s*(?:["”»’]|'{1,2})$/, "")
		.slice(-1);
}

/** Where the quotation's sentence begins, unless what leads to it is no part: "Asked about it, “No,” she said". */
function quotedFrom(
	reading: Reading,
	{ start }: Span,
	attribution: Attribution,
): number {
	const { text, sentences } = reading;
	let at = attribution.sentence;
	while (at > 0 && (sentences[at]?.start ?? 0) > start) at--;
	const { start: nearest } = sentenceAround(reading, attribution);
	const from = Math.min(Math.max(sentences[at]?.start ?? 0, nearest), start);
	const lead = text.slice(from, start);
	return anyLetter.test(lead) && !/[,:—–-]\s*$/.test(lead) ? from : start;
}

/** Past the quotations that go on after the tag, in its sentence and in the paragraph. */
function quotedOn(
	{ reading, attribution, nextVoice }: Said,
	from: number,
): number {
	const { text, sentences } = reading;
	const { block, sentence } = attribution;
	const whole = sentenceAround(reading, attribution);
	const { after } = quotationsAround(reading, block.end);
	const goesOn =
		after &&
		after.start < whole.end &&
		(!nextVoice || nextVoice.block.start > after.start) &&
		/[,:;—–-]\s*$/.test(text.slice(block.end, after.start));
	const isLast = nextVoice?.sentence !== sentence;
	let end = from;
	if (goesOn) end = isLast ? Math.max(whole.end, after.end) : after.end;
	const last = nextVoice?.sentence ?? sentences.length;
	for (let i = sentence + 1; i < last; i++) {
		const span = wholeQuotation(reading, sentences[i]);
		const parted = text.slice(sentences[i - 1]?.end, sentences[i]?.start);
		if (!span || parted.includes("\n")) break;
		end = span.end;
	}
	return end;
}
