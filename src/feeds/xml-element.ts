import { attributesOf } from "./xml-tag.ts";
import type { TextValue } from "./xml-text.ts";

/** One element of a feed, with what stands in it. */
export interface XmlElement {
	/** By the usual prefix of its namespace: `media:content`, `title`. */
	readonly name: string;
	/** Its attributes, as written: few are ever asked for. */
	inside: string;
	/** Its own text, entities resolved; of a text element all that stands in it. */
	words: string;
	/** Elements stood unescaped in a text element: its words are their markup. */
	readonly isMarkup: boolean;
	readonly children: readonly XmlElement[];
}

/** One whose end has not come yet. */
export interface OpenXmlElement extends XmlElement {
	readonly children: XmlElement[];
}

/** An element in which nothing stands yet. */
export function emptyElement(name: string, inside: string): OpenXmlElement {
	return { name, inside, words: "", isMarkup: false, children: [] };
}

const none: readonly XmlElement[] = [];

/** An element that holds words and no other element. */
export function leafElement(
	name: string,
	inside: string,
	{ text, isMarkup }: TextValue,
): XmlElement {
	return { name, inside, words: text, isMarkup, children: none };
}

/** The elements of one name in another, in order. */
export function elementsOf(
	parent: XmlElement,
	name: string,
): readonly XmlElement[] {
	let found: XmlElement[] | undefined;
	for (const child of parent.children) {
		if (child.name !== name) continue;
		if (found) found.push(child);
		else found = [child];
	}
	return found ?? none;
}

/** An attribute, trimmed, entities resolved; null when absent or empty. */
export function attributeOf(
	{ inside }: XmlElement,
	name: string,
): string | null {
	const at = inside.indexOf(name);
	if (at < 0) return null;
	const plain = plainAttribute(inside, at, name.length);
	return (plain ?? attributesOf(inside).get(name))?.trim() || null;
}

/**
 * What a link leads to, as RFC 4287, 4.2.7.2 names it: in small letters, and
 * without the address that IANA's own names may be written with.
 */
export function relationOf(link: XmlElement): string {
	const written = attributeOf(link, "rel")?.toLowerCase() ?? "alternate";
	return written.startsWith(ianaRelations)
		? written.slice(ianaRelations.length)
		: written;
}

const ianaRelations = "http://www.iana.org/assignments/relation/";

/** The value of the name that stands at a place, where all values stand in double quotes. */
function plainAttribute(
	inside: string,
	at: number,
	length: number,
): string | undefined {
	const start = at + length + 2;
	if (inside[at - 1] !== " " || !inside.startsWith('="', start - 2)) return;
	if (inside.includes("'")) return undefined;
	const value = inside.slice(start, inside.indexOf('"', start));
	return value.includes("&") ? undefined : value;
}

/** What an element says, trimmed; empty when it says nothing. */
export function wordsOf(element: XmlElement): string {
	const { words, inside } = element;
	if (inside === "" || !isBase64(element)) return words.trim();
	const decoded = Buffer.from(words, "base64").toString("utf8").trim();
	// Not text: a picture, or words that only look like base64.
	return /[\ufffd\p{Cc}]/u.test(decoded.replace(/[\t\r\n]/g, ""))
		? words.trim()
		: decoded;
}

/**
 * Atom 0.3 names the mode. In Atom 1.0 content of a type that is neither text
 * nor XML is base64 (RFC 4287, 4.1.3.3); feeds write that of other texts too.
 */
function isBase64(element: XmlElement): boolean {
	if (!base64Texts.has(element.name)) return false;
	if (attributeOf(element, "mode") === "base64") return true;
	const type = attributeOf(element, "type") ?? "";
	return (
		/^(?!text\/)[\w.-]+\/(?!(?:.*\+)?xml\b)/i.test(type) &&
		/^[A-Za-z\d+/\s]+={0,2}\s*$/.test(element.words)
	);
}

const base64Texts: ReadonlySet<string> = new Set([
	"content",
	"summary",
	"title",
]);

/** The words of the first element that says something; null when none does. */
export function firstWords(
	parent: XmlElement,
	...names: readonly string[]
): string | null {
	for (const name of names) {
		for (const child of parent.children) {
			if (child.name !== name) continue;
			const words = wordsOf(child);
			if (words !== "") return words;
		}
	}
	return null;
}
