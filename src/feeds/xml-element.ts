import { attributesOf } from "./xml-tag.ts";

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
	readonly children: XmlElement[];
}

/** An element in which nothing stands yet. */
export function emptyElement(name: string, inside: string): XmlElement {
	return { name, inside, words: "", isMarkup: false, children: [] };
}

const none: readonly XmlElement[] = [];

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
	if (!inside.includes(name)) return null;
	return (
		(plainAttribute(inside, name) ?? attributesOf(inside).get(name))?.trim() ||
		null
	);
}

/** The value where all values stand in double quotes: what comes behind ` name="` is it. */
function plainAttribute(inside: string, name: string): string | undefined {
	const before = ` ${name}="`;
	const at = inside.indexOf(before);
	if (at < 0 || inside.includes("'")) return undefined;
	const start = at + before.length;
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
