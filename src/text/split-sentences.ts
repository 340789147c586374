import { fold } from "./fold.ts";
import { isWrap, wrapWidth } from "./wrapped-lines.ts";

/** A stretch of a text in UTF-16 units: from `start` up to, not including, `end`. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** Always followed by more of the same sentence: English, French and Spanish titles. */
const titles = new Set(
	"mr mrs ms mx dr prof sen sens rep reps gov gen lt col sgt capt cmdr adm rev hon st ste mt vs mm mme mmes mlle me mgr dra sra srta sres lic ing gral cnel ud uds av pres amb sec supt insp cpl pvt messrs fr sr art al approx env cf eg ie viz arts pp vol ch chap".split(
		" ",
	),
);
/** End a sentence only when a word follows that often begins one. */
const maybeLast = new Set(
	"inc ltd co corp jr bros etc dept est jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic janv fevr avr juil deb".split(
		" ",
	),
);
const beginners = new Set(
	"the a an it he she they we i you this that these those there but and in on at for as if when while after before since with however although meanwhile his her its their our who what why how no not le la les un une il elle ils elles ce cette ces mais et en dans pour el los las una su sus pero y por".split(
		" ",
	),
);
/** Dates and numbers follow these: `No. 1`, `art. 34`, `fig. 2`. */
const numbered = new Set("no nos nr num n fig figs p pag sec art".split(" "));

const ender = /[.!?…。！？]/;
const marks = /''|``|[\n.!?…。！？"“”«»]/g;
const closers = /^(?:[.!?…。！？"'”’)\]]|[\s]?»)+/u;
const lastWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.]*$/u;
const nextWord = /^\s+["'“‘«(¿¡[\s]*([\p{L}\p{N}]+)/u;
/** No abbreviation, and no word that we ask about, is longer. */
const longestWord = 24;

/**
 * The sentences of a text, in order, without the space around them. A
 * quotation is never parted; a line break ends a sentence unless the next line
 * goes on in lower case, or the text is wrapped to a width and the line full.
 * Linear in the text's length.
 */
export function splitSentences(text: string): Span[] {
	const ends: number[] = [];
	let isQuoted = false;
	let scannedTo = 0;
	const width = wrapWidth(text);
	for (const { 0: mark, index } of text.matchAll(marks)) {
		if (index < scannedTo) continue;
		if (mark === "\n") {
			if (isWrap(text, index, width) || !lineBreakEnds(text, index)) continue;
			isQuoted = false;
			ends.push(index);
		} else if (opensQuote(text, index, mark)) {
			// A quotation that opens inside one means that the first never closed.
			if (isQuoted && ender.test(text.slice(index - 2, index)))
				ends.push(index);
			isQuoted = true;
		} else {
			const closes = !ender.test(mark);
			if (closes) isQuoted = false;
			if (isQuoted) continue;
			const end = endAt(text, closes ? beforeMark(text, index) : index);
			if (end === null) continue;
			ends.push(end);
			scannedTo = end;
		}
	}
	return spansBetween(text, ends);
}

/** A straight mark opens when space or a bracket stands before it and none after. */
function opensQuote(text: string, at: number, mark: string): boolean {
	if (mark === "“" || mark === "«" || mark === "``") return true;
	if (mark !== '"' && mark !== "''") return false;
	const [before = " ", after = " "] = [text[at - 1], text[at + mark.length]];
	return /[\s([{—–:]/u.test(before) && !/\s/u.test(after);
}

/** What stands before a closing mark; French sets a space between. */
function beforeMark(text: string, at: number): number {
	return /\s/u.test(text.charAt(at - 1)) ? at - 2 : at - 1;
}

function lineBreakEnds(text: string, at: number): boolean {
	const next = /^\s*\p{Ll}/u.test(text.slice(at, at + longestWord));
	const last = text.slice(Math.max(0, at - 3), at).trimEnd();
	return !next || ender.test(last.slice(-1));
}

/** Where a sentence whose stop stands at `at` ends, or null when it goes on. */
function endAt(text: string, at: number): number | null {
	if (!ender.test(text.charAt(at))) return null;
	const closing = closers.exec(text.slice(at, at + longestWord))?.[0] ?? ".";
	const end = at + closing.length;
	if (end >= text.length) return end;
	const after = text.slice(end, end + longestWord);
	if (!/^\s/u.test(after)) return null;
	if (/^[^\S\n]*[\p{Ll}—–]/u.test(after)) return null;
	const next = nextWord.exec(after)?.[1] ?? "";
	return closing === "." && isAbbreviated(text, at, next) ? null : end;
}

function isAbbreviated(text: string, at: number, next: string): boolean {
	const before = text.slice(Math.max(0, at - longestWord), at);
	const word = lastWord.exec(before)?.[0] ?? "";
	const folded = fold(word);
	if (numbered.has(folded) && /^\p{N}/u.test(next)) return true;
	if (titles.has(folded) || /^\p{Lu}$/u.test(word)) return true;
	const goesOn = next !== "" && !beginners.has(fold(next));
	return (
		goesOn && (maybeLast.has(folded) || /^\p{L}{1,2}(?:\.\p{L})+$/u.test(word))
	);
}

function spansBetween(text: string, ends: readonly number[]): Span[] {
	const spans: Span[] = [];
	let from = 0;
	for (const to of [...ends, text.length]) {
		const part = text.slice(from, to);
		const start = from + part.length - part.trimStart().length;
		const end = from + part.trimEnd().length;
		if (end > start) spans.push({ start, end });
		from = to;
	}
	return spans;
}
