import type { Span } from "../text/split-sentences.ts";
import type { Attribution } from "./find-attributions.ts";
import {
	quotationsAround,
	quotationTagged,
	wholeQuotation,
} from "./quoted-words.ts";
import type { Reading } from "./read-field.ts";
import { openers } from "./title-words.ts";

/** "told the crowd that": whoever is told may have an article. */
const toldThat =
	/^\s+(?:the|a|an|his|her|my|les|la|el|los|las)\s+(?:[\p{L}\p{N}'’".-]+\s+){1,8}?(?:that|que)\b[\s,]*/iu;
const tellers =
	/(?:told|tells?|telling|remind\w*|assur\w*|warn\w*|inform\w*|ask\w*)$/i;
const introduction = /^[\s,:;—–-]+(?:(?:that|que|qu['’])[\s,]*)?/;
const anyLetter = /[\p{L}\p{N}]/u;
const days =
	"[Mm]onday|[Tt]uesday|[Ww]ednesday|[Tt]hursday|[Ff]riday|[Ss]aturday|[Ss]unday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo";
const places =
	"to|in|on|at|during|after|before|when|while|as|of|from|with|via|through|by|again|later|earlier|last|this|next|yesterday|today|recently|about|en|a|au|aux|à|devant|lors|dans|sur|hier|ce|cette|ante|durante|ayer|el|este|esta|tras|al";
const hearers = "reporters|supporters|journalists|lawmakers|voters|him|them|us";
/** What may follow "…, Greer said": where, when and to whom. */
const afterthought = new RegExp(
	String.raw`^(?:\s*[,;:—–-]|\s*$|\s*\.|\s+(?:(?:\p{Lu}[\p{L}.’']*|the|${hearers})\s+){0,4}(?:${places}|${days}|${hearers})(?!\p{L}))`,
	"u",
);
/** After "told reporters" or "said on Monday in Ottawa", the words begin with "that", this near. */
const thatWithin = new RegExp(
	String.raw`^\s+(?:(?:${places}|${days}|${hearers})|\p{Lu}[\p{L}.’']*)\s+(?:[\p{L}\p{N}'’".-]+\s+){0,8}?(?:that|que)\b[\s,]*`,
	"u",
);
const times = new Set(
	"last this earlier later next each once soon early late recently ago again first".split(
		" ",
	),
);
/** Begin a main clause as often as an aside. */
const mainStarts = new Set(
	"the a an no not there le la les el los las".split(" "),
);
/** Nothing but to whom and when stands between "told" and what is quoted. */
const leadsToQuote =
	/^(?:[\s,]*|(?!\s+(?:that|que)\s)(?:\s+[^\s:.!?]+){0,7}:\s*)$/;
const joining = /(?:^|[\s,;—–])(?:and|but|while|as|et|mais|y|e|pero)\s*$|,\s*$/;
const parting =
	/,\s+(?:and|but|while|as|et|mais|tandis que|y|e|pero|mientras)\s*$/;

/**
 * What was said where someone is said to speak, and the quoted sentences that
 * follow on in the same voice. Nothing when no words stand there.
 */
export function wordsOf(
	reading: Reading,
	attribution: Attribution,
	next: Attribution | undefined,
): Span[] {
	const said: Said = { reading, attribution, next };
	const words =
		attribution.kind === "colon"
			? toLineEnd(reading.text, attribution.block.end)
			: (aroundTag(said) ?? announced(said) ?? clause(said));
	return words ? [words, ...wordsAfter(said, words)] : [];
}

interface Said {
	readonly reading: Reading;
	readonly attribution: Attribution;
	readonly next: Attribution | undefined;
}

/** "“Is it?” Greer asked. “It is.”": both quotations and what parts them. */
function aroundTag(said: Said): Span | null {
	const { reading, attribution } = said;
	const { text, sentences } = reading;
	const { block } = attribution;
	const whole = sentences[attribution.sentence];
	const tagged = quotationTagged(reading, block.start, whole?.start ?? 0);
	if (!tagged) return null;
	const rest = text.slice(block.end, whole?.end);
	const isInverted = block.start === attribution.cue.start;
	const isStopped = tagged.last === "." && !isInverted;
	if (isStopped || (tagged.isFull && !isInverted && !isTag(rest))) return null;
	const { quotation } = tagged;
	const start = quotedFrom(reading, quotation, attribution);
	const end = quotedOn(said, quotation.end);
	return bare(text, { start, end });
}

/** "?” Trump asked the crowd": nothing is said after it. */
function isTag(rest: string): boolean {
	return afterthought.test(rest) && !thatWithin.test(rest);
}

/** Where the quotation's sentence begins, unless what leads to it is no part: "Asked about it, “No,” she said". */
function quotedFrom(
	{ text, sentences }: Reading,
	{ start }: Span,
	{ sentence }: Attribution,
): number {
	let at = sentence;
	while (at > 0 && (sentences[at]?.start ?? 0) > start) at--;
	const from = sentences[at]?.start ?? start;
	const lead = text.slice(from, start);
	return anyLetter.test(lead) && !/[,:—–-]\s*$/.test(lead) ? from : start;
}

/** Past the quotations that go on after the tag, in its sentence and in the paragraph. */
function quotedOn({ reading, attribution, next }: Said, from: number): number {
	const { text, sentences } = reading;
	const { block, sentence } = attribution;
	const whole = sentences[sentence];
	const { after } = quotationsAround(reading, block.end);
	const goesOn =
		after &&
		whole &&
		after.start < whole.end &&
		(!next || next.block.start > after.start) &&
		/[,:;—–-]\s*$/.test(text.slice(block.end, after.start));
	let end = goesOn ? Math.max(whole.end, after.end) : from;
	for (let i = sentence + 1; i < (next?.sentence ?? sentences.length); i++) {
		const span = wholeQuotation(reading, sentences[i]);
		const parted = text.slice(sentences[i - 1]?.end, sentences[i]?.start);
		if (!span || parted.includes("\n")) break;
		end = span.end;
	}
	return end;
}

/** "Greer told the House:\n“No.”": the quotation after a colon, or after nothing. */
function announced({ reading, attribution }: Said): Span | null {
	const { text, sentences } = reading;
	const { block, sentence } = attribution;
	const { after } = quotationsAround(reading, block.end);
	if (!after) return null;
	const between = text.slice(block.end, after.start);
	if (!leadsToQuote.test(between)) return null;
	const end = sentences[sentence]?.end ?? after.end;
	return bare(text, {
		start: after.start,
		end: Math.max(end, after.end),
	});
}

/** Reported words: after the attribution, before it ("…, Greer said"), or around it. */
function clause({ reading, attribution, next }: Said): Span | null {
	const { text, sentences } = reading;
	const { block, kind, sentence } = attribution;
	const whole = sentences[sentence];
	if (!whole) return null;
	const start = Math.min(whole.start, block.start);
	const end = Math.max(whole.end, block.end);
	const before = text.slice(start, block.start);
	const after = text.slice(block.end, end);
	const { cue } = attribution;
	const isCarried = cue.start === block.start && cue.end === block.end;
	const isFronted =
		kind === "according" || (!isCarried && hasFronted(before, after));
	if (isFronted && anyLetter.test(before)) {
		const isParted = kind === "verb" && /^\s*,\s*\S/.test(after);
		if (isParted) return bare(text, { start, end });
		if (kind === "verb" || /^\s*(?:[,.;—–]|$)/.test(after)) {
			return bare(text, { start, end: block.start });
		}
	}
	const isTold = tellers.test(text.slice(cue.start, cue.end));
	const lead =
		thatWithin.exec(after) ??
		(isTold ? toldThat.exec(after) : null) ??
		introduction.exec(after);
	const from = block.end + (lead?.[0].length ?? 0);
	return bare(text, {
		start: from,
		end: clauseEnd(text, { start: from, end }, next),
	});
}

/** The words stand before, "…, Greer said in Ottawa": a clause and a comma, and no clause behind. */
function hasFronted(before: string, after: string): boolean {
	if (!anyLetter.test(before)) return false;
	if (!anyLetter.test(after)) return true;
	if (!/,\s*$/.test(before)) return false;
	const [first = "", second] = before.toLowerCase().match(/[\p{L}]+/gu) ?? [];
	if (second === undefined || leadsIn(first)) return false;
	return !thatWithin.test(after) && afterthought.test(after);
}

/** "Speaking in Ottawa," "On Monday,": the first word of an aside that leads to the speaker. */
function leadsIn(word: string): boolean {
	if (mainStarts.has(word)) return false;
	return (
		openers.has(word) ||
		times.has(word) ||
		/ing$|ed$|ant$|ando$|iendo$/.test(word)
	);
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

/** Quoted paragraphs that follow on, until someone else is said to speak. */
function wordsAfter(
	{ reading, attribution, next }: Said,
	{ end }: Span,
): Span[] {
	const { text, sentences } = reading;
	const found: Span[] = [];
	const last = Math.min(next?.sentence ?? sentences.length, sentences.length);
	for (let i = attribution.sentence + 1; i < last; i++) {
		if ((sentences[i]?.end ?? 0) <= end) continue;
		const span = wholeQuotation(reading, sentences[i]);
		const words = span && bare(text, span);
		if (!words) break;
		found.push(words);
	}
	return found;
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
	if (!anyLetter.test(words)) return null;
	return { start: start + lead, end: end - tail };
}
