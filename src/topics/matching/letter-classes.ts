import { fold } from "../../text/fold.ts";

/** What a UTF-16 unit is to the scanner; all from `letter` on stand in words. */
const seam = 1;
export const apostrophe = 2;
/** A sign that is a word: %, $. */
export const sign = 3;
/** Beyond what the scanner knows: other scripts, loose accents, soft hyphens. */
export const unusual = 4;
export const letter = 5;
export const digit = 6;
/** A number that is no digit: ½, ². */
const numeral = 7;

/** A unit's class stands in the lowest three bits, below it the folded unit, below that a second one. */
export const classBits = 3;
export const foldBits = 11;

/** In `plainTable`: a unit that is not simply a seam or a letter. */
export const notPlain = 1;

/** Latin letters end here. */
const latinEnd = 0x250;
const table = new Int32Array(0x1_0000);
const plain = new Uint16Array(0x1_0000).fill(notPlain);
for (let unit = 0; unit < latinEnd; unit++) classify(unit);

/** For every UTF-16 unit its class and what it folds to; 0 until `classify` is asked. */
export const letterTable: Readonly<Int32Array> = table;
/**
 * For every unit 0 when it is a seam, what it folds to when it stands in words
 * and folds to one unit, else, or until `classify` is asked, `notPlain`. Most
 * text needs to know no more.
 */
export const plainTable: Readonly<Uint16Array> = plain;

/** Works out a unit's entries when a text first holds it. */
export function classify(unit: number): number {
	const entry = told(unit);
	table[unit] = entry;
	const kind = entry & ((1 << classBits) - 1);
	const folded = entry >> classBits;
	if (kind === seam) plain[unit] = 0;
	else if (kind >= letter && folded >> foldBits === 0) plain[unit] = folded;
	return entry;
}

function told(unit: number): number {
	const text = String.fromCharCode(unit);
	const kind = classOf(text, unit);
	if (kind < letter && kind !== apostrophe) return kind;
	const folded = kind === apostrophe ? "'" : fold(text);
	const first = folded.charCodeAt(0);
	const second = folded.length > 1 ? folded.charCodeAt(1) : 0;
	// A few Latin letters have their small form far away.
	if (Math.max(first, second) >> foldBits > 0) return unusual;
	return kind | (first << classBits) | (second << (classBits + foldBits));
}

function classOf(text: string, unit: number): number {
	if (/['’]/u.test(text)) return apostrophe;
	if (/[%$€£¥§&]/u.test(text)) return sign;
	// Long s is an s to a search that ignores case, and to nothing else.
	if (/[\u00ad\u017f\u200b-\u200d\p{M}\p{Cs}]/u.test(text)) return unusual;
	if (!/[\p{L}\p{N}]/u.test(text)) return seam;
	if (unit >= latinEnd) return unusual;
	if (/\p{L}/u.test(text)) return letter;
	return /\p{Nd}/u.test(text) ? digit : numeral;
}
