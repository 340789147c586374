import { cleanHtml, htmlOfText, titleText } from "./clean-html.ts";
import { itemIdFor } from "./item-id.ts";
import { parseDate } from "./parse-date.ts";
import type { ParsedItem } from "./parsed-feed.ts";
import { webAddress } from "./web-address.ts";
import { imageOf } from "./xml-image.ts";
import {
	attributeOf,
	firstWords,
	nodesOf,
	ownAttributes,
	wordsOf,
	type XmlNode,
} from "./xml-node.ts";

/** What an item needs to know of the feed around it. */
export interface ItemSurroundings {
	readonly isAtom: boolean;
	/** What relative addresses are relative to. */
	readonly base: string | null;
	/** Who wrote what names no author of its own (Atom). */
	readonly author: string | null;
}

/** Reads one RSS item or Atom entry out of what rss-parser gives. */
export function readXmlItem(item: unknown, feed: ItemSurroundings): ParsedItem {
	const own = ownAttributes(item);
	const base = webAddress(attributeOf(own, "xml:base"), feed.base) ?? feed.base;
	const around = { ...feed, base };
	const title = titleOf(item);
	const link = webAddress(linkOf(item), base);
	const summary = summaryOf(item, around);
	const content = contentOf(item, around);
	const language =
		firstWords(item, "dc:language") ?? attributeOf(own, "xml:lang");
	const source = feed.isAtom ? null : firstWords(item, "source");
	return {
		id:
			firstWords(item, "guid", "id") ??
			attributeOf(own, "rdf:about") ??
			itemIdFor(link, [title, summary, content]),
		title,
		link,
		published: dateOf(item, publishedNames),
		updated: dateOf(item, updatedNames),
		summary,
		content: content === summary ? null : content,
		author: authorOf(item) ?? feed.author,
		categories: categoriesOf(item),
		image: imageOf(item, base),
		...(language !== null && { language }),
		...(source !== null && { source: titleText(source) }),
	};
}

function titleOf(item: unknown): string | null {
	const title = firstWords(item, "title", "dc:title", "media:title");
	return title === null ? null : titleText(title) || null;
}

/**
 * The page an item or feed is about, as written: RSS's words, Atom's
 * alternate link. Feedburner's original stands before its own detour, and a
 * guid that is an address after all else.
 */
function linkOf(item: unknown): string | null {
	return (
		firstWords(item, "feedburner:origLink") ??
		alternateOf(item) ??
		nodesOf(item, "guid")
			.filter((guid) => attributeOf(guid, "isPermaLink") !== "false")
			.map(wordsOf)
			.find((guid) => /^https?:\/\//i.test(guid)) ??
		null
	);
}

/** The address of the page that a feed or item stands for, as written there. */
export function alternateOf(parent: unknown): string | null {
	const links = [...nodesOf(parent, "link"), ...nodesOf(parent, "atom:link")];
	const words = links.map(wordsOf).find((link) => link !== "");
	if (words !== undefined) return words;
	const alternates = links.filter((link) =>
		["alternate", null].includes(attributeOf(link, "rel")),
	);
	const page = alternates.find((link) =>
		/html/.test(attributeOf(link, "type") ?? "html"),
	);
	return attributeOf(page ?? alternates[0], "href");
}

const publishedNames = [
	"pubDate",
	"published",
	"atom:published",
	"issued",
	"dcterms:issued",
	"dc:date",
	"dcterms:created",
	"created",
];
const updatedNames = [
	"updated",
	"atom:updated",
	"modified",
	"dcterms:modified",
];

/** The first readable date among these, as ISO UTC. */
function dateOf(item: unknown, names: readonly string[]): string | null {
	for (const name of names) {
		for (const node of nodesOf(item, name)) {
			const date = parseDate(wordsOf(node));
			if (date !== null) return date.toISOString();
		}
	}
	return null;
}

function summaryOf(item: unknown, around: ItemSurroundings): string | null {
	return firstHtml(item, around, [
		"summary",
		"description",
		"dc:description",
		"itunes:summary",
		"media:description",
	]);
}

function contentOf(item: unknown, around: ItemSurroundings): string | null {
	return firstHtml(item, around, ["content:encoded", "content"]);
}

function firstHtml(
	item: unknown,
	around: ItemSurroundings,
	names: readonly string[],
): string | null {
	const groups = nodesOf(item, "media:group");
	for (const name of names) {
		for (const parent of [item, ...groups]) {
			for (const node of nodesOf(parent, name)) {
				const html = htmlOf(node, around);
				if (html !== "") return html;
			}
		}
	}
	return null;
}

/** A text element's value as sanitised HTML, whatever form it says to have. */
function htmlOf(node: XmlNode, around: ItemSurroundings): string {
	const base =
		webAddress(attributeOf(node, "xml:base"), around.base) ?? around.base;
	const words = wordsOf(node);
	return isText(node, words, around)
		? htmlOfText(words)
		: cleanHtml(words, base);
}

/** RSS texts are HTML by use. Atom's are plain by rule, and HTML by many feeds' habit. */
function isText(
	node: XmlNode,
	words: string,
	{ isAtom }: ItemSurroundings,
): boolean {
	if (!isAtom || attributeOf(node, "inline") !== null) return false;
	const type = attributeOf(node, "type");
	if (type === "text" || type === "text/plain") return true;
	return type === null && !/<\/?[a-z][^<>]*>|&(?:#\d+|[a-z]+);/i.test(words);
}

/** Who wrote an item or feed, by name; several with commas. */
export function authorOf(item: unknown): string | null {
	const creators = nodesOf(item, "dc:creator").map(wordsOf);
	const authors = nodesOf(item, "author").map(
		(author) => firstWords(author, "name", "email") ?? wordsOf(author),
	);
	const singers = nodesOf(item, "itunes:author").map(wordsOf);
	const names = [creators, authors, singers]
		.map((group) => group.map(personName).filter((name) => name !== ""))
		.find((group) => group.length > 0);
	return names === undefined ? null : [...new Set(names)].join(", ");
}

/** RSS asks for `mail@example.com (Name)`; people are their names. */
function personName(author: string): string {
	const name = /^[^\s@]+@[^\s@]+ \((.+)\)$/.exec(author)?.[1] ?? author;
	return titleText(name);
}

function categoriesOf(item: unknown): string[] {
	const names = [
		...nodesOf(item, "category"),
		...nodesOf(item, "dc:subject"),
	].map(
		(node) =>
			attributeOf(node, "label") ?? attributeOf(node, "term") ?? wordsOf(node),
	);
	return [...new Set(names.map(titleText).filter((name) => name !== ""))];
}
