import { decodeEntities } from "./decode-entities.ts";

/** One tag of an XML text, as it stands there. */
export interface XmlTag {
	/** With its prefix, spelt as in the text. */
	readonly name: string;
	readonly closes: boolean;
	/** `<name/>`. */
	readonly isEmpty: boolean;
	/** What stands between the name and the end: its attributes, as written. */
	readonly inside: string;
	/** Its attributes are as XML demands: each with a value in quotes. */
	readonly isWell: boolean;
	/** Just behind the `>`. */
	readonly end: number;
}

/** Attributes are read so far: more are made to cost their reader. */
const longestInside = 65_536;

/**
 * Reads the tag that begins at `start`; null when that `<` begins none.
 * `find` looks for a string from a place on (see `makeFinder`).
 */
export function readTag(
	text: string,
	start: number,
	find: Finder,
): XmlTag | null {
	const closes = text.charCodeAt(start + 1) === slash;
	let from = closes ? start + 2 : start + 1;
	// Some write `< title>`.
	while (isSpace(text.charCodeAt(from))) from++;
	const inner = behindName(text, from);
	const name = text.slice(from, inner);
	const after = text.charCodeAt(inner);
	if (!isFirstCode[text.charCodeAt(from)]) return null;
	if (after !== greater && after !== slash && !isSpace(after)) return null;
	if (after === greater) {
		const end = inner + 1;
		return { name, closes, isEmpty: false, inside: "", isWell: true, end };
	}
	const next = find("<", start + 1);
	let close = find(">", inner);
	if (close < 0 || (next >= 0 && next < close)) return null;
	let inside = insideOf(text, inner, close);
	let isWell = wellWritten.test(inside);
	// XML allows `>` in a value; nobody writes many.
	for (let more = 0; more < 4 && !isWell && breaksOff(inside); more++) {
		const further = text.indexOf(">", close + 1);
		if (further < 0 || (next >= 0 && next < further)) break;
		close = further;
		inside = insideOf(text, inner, close);
		isWell = wellWritten.test(inside);
	}
	return {
		name,
		closes,
		isEmpty: text.charCodeAt(close - 1) === slash,
		inside,
		isWell,
		end: close + 1,
	};
}

function insideOf(text: string, start: number, end: number): string {
	return text.slice(start, Math.min(end, start + longestInside));
}

/** Whether the quote of a value is still open, in what is not well written. */
function breaksOff(inside: string): boolean {
	return inside.length < longestInside && /=\s*(?:"[^"]*|'[^']*)$/.test(inside);
}

const [slash, greater] = [0x2f, 0x3e];
/** Letters of names, and those that may begin one, by code: a table is quicker than asking each time. */
const isNameCode = tableOf(/[\w.:-]/);
const isFirstCode = tableOf(/[A-Za-z_]/);

function tableOf(shape: RegExp): readonly boolean[] {
	return Array.from({ length: 128 }, (_, code) =>
		shape.test(String.fromCharCode(code)),
	);
}

/** The place behind the name that begins at `from`. */
function behindName(text: string, from: number): number {
	let at = from;
	while (isNameCode[text.charCodeAt(at)]) at++;
	return at;
}

function isSpace(code: number): boolean {
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Where a string is next found at or after a place; -1 when nowhere. */
export type Finder = (wanted: string, from: number) => number;

/**
 * Finds strings in a text read from front to back. It remembers what it found,
 * so a hostile text full of beginnings without ends still costs one reading.
 */
export function makeFinder(text: string): Finder {
	const known = { "<": -2, ">": -2, "]]>": -2 };
	const others = new Map<string, number>();
	return (wanted, from) => {
		// The three that every tag asks for are worth a place of their own.
		const isKnown = wanted === "<" || wanted === ">" || wanted === "]]>";
		const last = isKnown ? known[wanted] : (others.get(wanted) ?? -2);
		if (last === -1 || last >= from) return last;
		const place = text.indexOf(wanted, from);
		if (isKnown) known[wanted] = place;
		else others.set(wanted, place);
		return place;
	};
}

const attributeShape =
	/([A-Za-z_][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** A tag's attributes, entities resolved; of two with one name the first. */
export function attributesOf(inside: string): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name = "", double, single, bare] of inside.matchAll(
		attributeShape,
	)) {
		const value = double ?? single ?? bare ?? "";
		if (!attributes.has(name)) attributes.set(name, decodeEntities(value));
	}
	return attributes;
}

const wellWritten =
	/^(?:\s+[\w.:-]+\s*=\s*(?:"(?:[^"&]|&[\w#]+;)*"|'(?:[^'&]|&[\w#]+;)*'))*\s*\/?$/;
