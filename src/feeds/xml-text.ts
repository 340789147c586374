import { withoutControls } from "./control-characters.ts";
import { decodeEntities, decodeXmlEntities } from "./decode-entities.ts";
import { cutText } from "./within-limits.ts";
import type { Finder, XmlTag } from "./xml-tag.ts";

/** Where a text element ends, and what stands in it. */
export interface TextExtent {
	readonly inner: string;
	readonly end: number;
	/** False when the end had to be guessed. */
	readonly isWhole: boolean;
}

/**
 * Finds the end of a text element, past the CDATA and the markup in it. One
 * that is never closed ends at its first tag when the same element or another
 * item begins before its end, else with the text. CDATA that is never closed
 * is passed over.
 */
export function findTextEnd(
	text: string,
	tag: XmlTag,
	find: Finder,
): TextExtent {
	const stops = stopsFor(tag.name);
	stops.lastIndex = tag.end;
	let isWhole = true;
	for (;;) {
		const stop = stops.exec(text);
		if (stop === null) break;
		const [found] = stop;
		if (found.startsWith("<!")) {
			const end = find("]]>", stop.index);
			if (end < 0) isWhole = false;
			else stops.lastIndex = end + 3;
			continue;
		}
		if (isOwnEnd(found, tag.name)) {
			const inner = text.slice(tag.end, stop.index);
			return { inner, end: stops.lastIndex, isWhole };
		}
		return cutAtFirstTag(text, tag.end, find);
	}
	return { inner: text.slice(tag.end), end: text.length, isWhole: false };
}

const stopShapes = new Map<string, RegExp>();

function stopsFor(name: string): RegExp {
	const made = stopShapes.get(name);
	if (made !== undefined) return made;
	const own = name.replace(/[.:]/g, "\\$&");
	const shape = new RegExp(
		`<!\\[CDATA\\[|</${own}\\s*>|<${own}(?=[\\s>])|</?(?:[\\w.-]{1,20}:)?(?:item|entry)(?=[\\s>])`,
		"gi",
	);
	// Feeds choose these names: keep the usual few, not a hostile million.
	if (stopShapes.size < 100) stopShapes.set(name, shape);
	return shape;
}

function isOwnEnd(found: string, name: string): boolean {
	return found.toLowerCase().startsWith(`</${name.toLowerCase()}`);
}

function cutAtFirstTag(text: string, start: number, find: Finder): TextExtent {
	const isCdata = text.startsWith("<![CDATA[", start);
	const close = isCdata ? find("]]>", start) : -1;
	const end = close >= 0 ? close + 3 : find("<", isCdata ? start + 1 : start);
	return { inner: text.slice(start, end), end, isWhole: false };
}

/** What a text element says. */
export interface TextValue {
	readonly text: string;
	/** Elements stood in it unescaped: the text is their markup. */
	readonly isMarkup: boolean;
	/** It was as XML demands. */
	readonly isWell: boolean;
}

const xmlOnly = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i;

/** Reads the inside of a text element: entities resolved once, CDATA opened. */
export function readTextValue(whole: string): TextValue {
	const inner = cutText(whole);
	if (inner.includes("<")) return mixedValue(inner);
	return inner.includes("&") ? escapedValue(inner) : literalValue(inner);
}

/** The same for text in which nothing stands for anything else, such as CDATA's. */
export function literalValue(whole: string): TextValue {
	const raw = cutText(whole);
	const text = withoutControls(raw);
	return { text, isMarkup: false, isWell: text === raw };
}

function escapedValue(inner: string): TextValue {
	const plain = decodeXmlEntities(inner);
	if (plain !== null) return literalValue(plain);
	const value = literalValue(decodeEntities(inner));
	return xmlOnly.test(inner) ? { ...value, isWell: false } : value;
}

function mixedValue(inner: string): TextValue {
	const pieces = inner.split(/(<!\[CDATA\[[\s\S]*?(?:\]\]>|$))/);
	const outside = pieces.filter((_, place) => place % 2 === 0);
	const isMarkup = outside.some((piece) => /<[a-z/!?]/i.test(piece));
	const raw = pieces
		.map((piece, place) => {
			if (place % 2 === 1) return piece.slice(9).replace(/\]\]>$/, "");
			return isMarkup ? piece : decodeEntities(piece);
		})
		.join("");
	const text = withoutControls(raw);
	return {
		text: isMarkup ? asHtml(text) : text,
		isMarkup,
		isWell:
			text === raw &&
			!outside.some((piece) => xmlOnly.test(piece)) &&
			(!isMarkup || isBalanced(outside.join(""))),
	};
}

/** XHTML may come as `<xhtml:p>`, and any of its elements be empty as `<p/>`; HTML knows neither. */
function asHtml(markup: string): string {
	const bare = markup.replace(/(<\/?)[\w-]{1,20}:(?=[a-z])/gi, "$1");
	return bare.includes("/>") ? bare.replace(emptyTag, "<$1$2></$1>") : bare;
}

/** Written as XML demands; `<br></br>` would be two to HTML. */
const emptyTag =
	/<(?!(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-z][\w-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*\/>/gi;

function isBalanced(markup: string): boolean {
	const open: string[] = [];
	for (const [, slash, name = "", empty] of markup.matchAll(
		/<(\/?)([a-z][\w:-]*)[^<>]*?(\/?)>/gi,
	)) {
		if (slash) {
			if (open.pop() !== name) return false;
		} else if (!empty) open.push(name);
	}
	return open.length === 0;
}
