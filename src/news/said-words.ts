import type { Span } from "../text/split-sentences.ts";
import { lengthOfLead, takesHearer } from "./afterthoughts.ts";
import type { Attribution } from "./attribution.ts";
import { descriptionLength, isFronted, isTelling } from "./is-fronted.ts";
import {
	announced,
	aroundIncise,
	aroundTag,
	wordsAfter,
} from "./quoted-words.ts";
import type { Reading } from "./read-field.ts";
import { sentenceAround } from "./sentence-around.ts";
import { trimSpan } from "./trim-span.ts";

const anyLetter = /[\p{L}\p{N}]/u;
/** The same voice goes on: "and said". */
const joining = /(?:^|[\s,;—–])(?:and|but|while|as|et|mais|y|e|pero)\s*$|,\s*$/;
/** Another voice begins: ", while Carney said". */
const parting =
	/,\s+(?:and|but|while|as|et|mais|tandis que|y|e|pero|mientras)\s*$/;
/** An attribution among the others of a text. */
export interface Said {
	readonly reading: Reading;
	readonly attribution: Attribution;
	readonly next: Attribution | undefined;
	/** The next one that names its speaker anew: not ", adding". */
	readonly nextVoice: Attribution | undefined;
	/** Whether another attribution stands before it in the sentence. */
	readonly isLater: boolean;
}

/**
 * What was said where someone is said to speak, and the quoted paragraphs that
 * follow on in the same voice. Nothing when no words stand there.
 */
export function wordsOf(said: Said): Span[] {
	const words = wordsByKind(said);
	if (!words) return [];
	return said.isLater ? [words] : [words, ...wordsAfter(said, words)];
}

function wordsByKind(said: Said): Span | null {
	const { text } = said.reading;
	const { kind, block } = said.attribution;
	switch (kind) {
		case "colon":
			return toLineEnd(text, block.end);
		case "signed":
			return lineBefore(text, block.start);
		case "announced":
			return announced(said);
		case "ahead":
			return toComma(said);
		case "incise":
			return aroundIncise(said);
		case "passive":
			return clauseBefore(said) ?? clause(said);
		case "noun":
			return announced(said) ?? clause(said);
		case "verb":
		case "according":
			return (
				aroundTag(said) ?? announced(said) ?? clause(said) ?? cueAlone(said)
			);
	}
}

/** "Greer demurred.": how someone spoke, and not what was said. */
function cueAlone({ reading, attribution }: Said): Span | null {
	const { cue, block, kind, isCarried } = attribution;
	if (kind !== "verb" || isCarried || cue.end < block.end) return null;
	const { end } = sentenceAround(reading, attribution);
	const isLast = !anyLetter.test(reading.text.slice(cue.end, end));
	return isLast ? cue : null;
}

/** Reported words: after the attribution, before it ("…, Greer said"), or around it. */
function clause(said: Said): Span | null {
	const { reading, attribution, next } = said;
	const { text } = reading;
	const { block, cue, kind } = attribution;
	const { start: first, end } = sentenceAround(reading, attribution);
	const start = first + lengthOfDateline(text.slice(first, block.start));
	const before = text.slice(start, block.start);
	const after = text.slice(block.end, end);
	const isTold = takesHearer(text.slice(cue.start, cue.end));
	const inside = text.slice(block.start, block.end);
	if (isFronted(attribution, { before, inside, after, isTold })) {
		const isInverted = cue.start === block.start;
		const isShort = !/(?:\S+\s+){4}/.test(before) && !isTelling(before);
		const isParted = (!isInverted || isShort) && /^\s*,\s*\S/.test(after);
		if (kind === "verb" && isParted) return trimSpan(text, { start, end });
		if (kind === "verb" || /^\s*(?:[,.;—–]|$)/.test(after)) {
			const description =
				kind === "verb" ? descriptionLength(before, after) : null;
			return trimSpan(text, { start, end: block.start - (description ?? 0) });
		}
	}
	const from = block.end + lengthOfLead(after, isTold);
	const to = clauseEnd(text, { start: from, end }, next);
	return trimSpan(text, { start: from, end: to });
}

/** "OTTAWA — ", "WASHINGTON (AP) - ": where it was written is not said. */
function lengthOfDateline(before: string): number {
	const found =
		/^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:\([^)]{1,40}\)\s*)?[—–-]{1,2}\s+/u.exec(
			before,
		);
	return found?.[0].length ?? 0;
}

/** Reported words end where the same sentence tells of the next: ", adding that". */
function clauseEnd(
	text: string,
	{ start, end }: Span,
	next: Attribution | undefined,
): number {
	if (!next || next.block.start <= start || next.block.start >= end) return end;
	const words = text.slice(start, next.block.start);
	const isSameVoice = next.block.start === next.cue.start;
	const joint = (isSameVoice ? joining : parting).exec(words);
	return joint && anyLetter.test(words.slice(0, joint.index))
		? start + joint.index
		: end;
}

/** "the quota, rejected by Greer": the words before, back to a comma. */
function clauseBefore({ reading, attribution }: Said): Span | null {
	const { text } = reading;
	const { block } = attribution;
	const { start } = sentenceAround(reading, attribution);
	const before = text.slice(start, block.start).replace(/[\s,;—–-]+$/, "");
	const cut = /^.*[,;:—–]\s/su.exec(before)?.[0].length ?? 0;
	return trimSpan(text, { start: start + cut, end: block.start });
}

/** "Claiming that it failed, Greer left": up to the comma before whoever claims. */
function toComma({ reading, attribution }: Said): Span | null {
	const { text } = reading;
	const { block } = attribution;
	const { end: sentenceEnd } = sentenceAround(reading, attribution);
	const after = text.slice(block.end, sentenceEnd);
	const lead = lengthOfLead(after, false);
	const comma = after.indexOf(",", lead);
	const end = comma < 0 ? after.length : comma;
	return trimSpan(text, { start: block.end + lead, end: block.end + end });
}

/** The line that someone signs. */
function lineBefore(text: string, end: number): Span | null {
	const before = text.slice(0, end).replace(/[\s—–-]+$/, "");
	const start = before.lastIndexOf("\n") + 1;
	return trimSpan(text, { start, end: before.length });
}

function toLineEnd(text: string, from: number): Span | null {
	const lineEnd = text.indexOf("\n", from);
	return trimSpan(text, {
		start: from,
		end: lineEnd < 0 ? text.length : lineEnd,
	});
}
