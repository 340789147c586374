import { cleanHtml, htmlOfText, titleText } from "./clean-html.ts";
import { itemIdFor } from "./item-id.ts";
import type { ParsedItem } from "./parsed-feed.ts";
import { webAddress } from "./web-address.ts";
import { datesOf } from "./xml-dates.ts";
import {
	attributeOf,
	elementsOf,
	firstWords,
	wordsOf,
	type XmlElement,
} from "./xml-element.ts";
import { imageOf } from "./xml-image.ts";
import { linkOf } from "./xml-links.ts";

/**
 * Reads one RSS item or Atom entry; `feedBase` is what relative addresses in
 * the feed are relative to.
 */
export function readXmlItem(
	item: XmlElement,
	feedBase: string | null,
): ParsedItem {
	const isAtom = item.name === "entry";
	const base = webAddress(attributeOf(item, "xml:base"), feedBase) ?? feedBase;
	const title = titleOf(item);
	const link = linkOf(item, base);
	const { summary, content } = textsOf(item, { isAtom, base });
	const language =
		firstWords(item, "dc:language") ?? attributeOf(item, "xml:lang");
	const source = isAtom ? null : firstWords(item, "source");
	return {
		id:
			firstWords(item, "guid") ??
			atomIdOf(item, base) ??
			attributeOf(item, "rdf:about") ??
			itemIdFor(link, [title, summary, content]),
		title,
		link,
		...datesOf(item, link),
		summary,
		content,
		author: authorOf(item),
		categories: categoriesOf(item),
		image: imageOf(item, base),
		...(language !== null && { language }),
		...(source !== null && { source: titleText(source) }),
	};
}

/**
 * Atom's id is an address by rule (RFC 4287, 4.2.6), and a relative one is
 * relative to the feed's. One without a path is a name and stays as written,
 * whatever address the feed has today.
 */
function atomIdOf(item: XmlElement, base: string | null): string | null {
	const id = firstWords(item, "id");
	if (id === null || item.name !== "entry" || !isRelativePath(id)) return id;
	return webAddress(id, base) ?? id;
}

function isRelativePath(id: string): boolean {
	return id.includes("/") && !/^[a-z][a-z\d+.-]*:|\s/i.test(id);
}

function titleOf(item: XmlElement): string | null {
	const title = firstWords(item, "title", "dc:title", "media:title");
	return title === null ? null : titleText(title) || null;
}

/** What the texts of an item need to know of where they stand. */
interface Surroundings {
	readonly isAtom: boolean;
	readonly base: string | null;
}

const shortTexts = ["description", "summary", "abstract"];
const otherShortTexts = [
	"dc:description",
	"atom:summary",
	"itunes:summary",
	"media:description",
];
const longTexts = [
	"content:encoded",
	"content",
	"fullitem",
	"xhtml:body",
	"body",
	"atom:content",
];

/** An item's short and long text; of two short ones the second counts as the long one. */
function textsOf(item: XmlElement, around: Surroundings) {
	const [first, second] = item.children
		.filter(({ name }) => shortTexts.includes(name))
		.map((element) => htmlOf(element, around))
		.filter((html) => html !== "");
	const summary = first ?? firstHtml(item, around, otherShortTexts);
	const content = firstHtml(item, around, longTexts) ?? second ?? null;
	return { summary, content: content === summary ? null : content };
}

function firstHtml(
	item: XmlElement,
	around: Surroundings,
	names: readonly string[],
): string | null {
	const parents = [item, ...elementsOf(item, "media:group")];
	for (const name of names) {
		for (const parent of parents) {
			for (const element of elementsOf(parent, name)) {
				const html = htmlOf(element, around);
				if (html !== "") return html;
			}
		}
	}
	return null;
}

/** A text element's value as sanitised HTML, whatever form it says to have. */
function htmlOf(node: XmlElement, around: Surroundings): string {
	const base =
		webAddress(attributeOf(node, "xml:base"), around.base) ?? around.base;
	const words = wordsOf(node);
	return isText(node, words, around)
		? htmlOfText(words)
		: cleanHtml(words, base);
}

/** RSS texts are HTML by use. Atom's are plain by rule, and HTML by many feeds' habit. */
function isText(
	node: XmlElement,
	words: string,
	{ isAtom }: Surroundings,
): boolean {
	if (!isAtom || node.isMarkup) return false;
	const type = attributeOf(node, "type");
	if (type === "text" || type === "text/plain") return true;
	return type === null && !/<\/?[a-z][^<>]*>|&(?:#\d+|[a-z]+);/i.test(words);
}

/** Ways to name who wrote, the surest first. */
const authorNames = [
	...["dc:creator", "dc:author", "author", "itunes:author"],
	"atom:author",
];
const partNames = ["name", "atom:name", "email", "atom:email"];

/** Who wrote an item or feed, by name; several with commas. */
export function authorOf(item: XmlElement): string | null {
	for (const name of authorNames) {
		const authors = elementsOf(item, name);
		if (authors.length === 0) continue;
		const people = authors
			.map((author) => firstWords(author, ...partNames) ?? wordsOf(author))
			.map(personName)
			.filter((person) => person !== "");
		if (people.length > 0) return [...new Set(people)].join(", ");
	}
	return null;
}

/** RSS asks for `mail@example.com (Name)`, mail has `Name <mail@example.com>`; people are their names. */
function personName(author: string): string {
	const text = author.trim();
	if (!text.includes("@")) return titleText(text);
	const [, behind] = /^[^\s@]+@[^\s@]+ \((.+)\)$/.exec(text) ?? [];
	const [, before] =
		/^([^<(@]+?) ?(?:<[^\s@]+@[^\s@]+>|\([^\s@]+@[^\s@]+\))$/.exec(text) ?? [];
	return titleText(behind ?? before ?? text);
}

function categoriesOf(item: XmlElement): string[] {
	const names = new Set<string>();
	for (const child of item.children) addCategory(child, names);
	return [...names];
}

function addCategory(element: XmlElement, names: Set<string>): void {
	const written = categoriesNamed(element);
	if (written === null) return;
	for (const name of written) {
		const title = titleText(name);
		if (title !== "") names.add(title);
	}
	for (const child of element.children) addCategory(child, names);
}

/** What the categories that an element stands for are called; null for what is none. */
function categoriesNamed(element: XmlElement): readonly string[] | null {
	switch (element.name) {
		case "category":
		case "atom:category":
		case "dc:subject":
		case "media:category":
			return [
				attributeOf(element, "label") ??
					attributeOf(element, "term") ??
					wordsOf(element),
			];
		case "itunes:category":
			return [attributeOf(element, "text") ?? ""];
		case "itunes:keywords":
		case "media:keywords":
		case "tags":
			return wordsOf(element).split(",");
		default:
			return null;
	}
}
