import { decodeHTMLStrict } from "entities";

/** One tag of an XML text, as it stands there. */
export interface XmlTag {
	/** With its prefix, spelt as in the text. */
	readonly name: string;
	readonly closes: boolean;
	/** `<name/>`. */
	readonly isEmpty: boolean;
	/** What stands between the name and the end. */
	readonly inside: string;
	/** Just behind the `>`. */
	readonly end: number;
}

const nameShape = /<(\/?)\s*([A-Za-z_][\w.-]*(?::[\w.-]+)?)(?=[\s/>])/y;
const openQuote = /=\s*(?:"[^"]*|'[^']*)$/;

/**
 * Reads the tag that begins at `start`; null when that `<` begins none.
 * `find` looks for a string from a place on (see `makeFinder`).
 */
export function readTag(
	text: string,
	start: number,
	find: Finder,
): XmlTag | null {
	nameShape.lastIndex = start;
	const [whole = "", slash, name] = nameShape.exec(text) ?? [];
	if (name === undefined) return null;
	const inner = start + whole.length;
	const next = find("<", start + 1);
	let close = find(">", inner);
	if (close < 0 || (next >= 0 && next < close)) return null;
	// XML allows `>` in a value; nobody writes many.
	for (let more = 0; more < 4; more++) {
		if (!openQuote.test(text.slice(inner, close))) break;
		const further = text.indexOf(">", close + 1);
		if (further < 0 || (next >= 0 && next < further)) break;
		close = further;
	}
	const inside = text.slice(inner, close);
	return {
		name,
		closes: slash === "/",
		isEmpty: inside.endsWith("/"),
		inside,
		end: close + 1,
	};
}

/** Where a string is next found at or after a place; -1 when nowhere. */
export type Finder = (wanted: string, from: number) => number;

/**
 * Finds strings in a text read from front to back. It remembers what it found,
 * so a hostile text full of beginnings without ends still costs one reading.
 */
export function makeFinder(text: string): Finder {
	const found = new Map<string, number>();
	return (wanted, from) => {
		const last = found.get(wanted);
		if (last !== undefined && (last < 0 || last >= from)) return last;
		const place = text.indexOf(wanted, from);
		found.set(wanted, place);
		return place;
	};
}

/** A tag's attributes, entities resolved; of two with one name the first. */
export function attributesOf(tag: XmlTag): Map<string, string> {
	const attributes = new Map<string, string>();
	const shape =
		/([A-Za-z_][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
	for (const [, name = "", double, single, bare] of tag.inside.matchAll(
		shape,
	)) {
		const value = double ?? single ?? bare ?? "";
		if (!attributes.has(name)) attributes.set(name, decodeHTMLStrict(value));
	}
	return attributes;
}

const wellWritten =
	/^(?:\s+[\w.:-]+\s*=\s*(?:"(?:[^"&]|&[\w#]+;)*"|'(?:[^'&]|&[\w#]+;)*'))*\s*\/?$/;

/** Whether a tag's attributes are as XML demands: each with a value in quotes. */
export function isWellWritten(tag: XmlTag): boolean {
	return tag.inside === "" || wellWritten.test(tag.inside);
}
