import { cleanHtml, htmlOfText, titleText } from "./clean-html.ts";
import { itemIdFor } from "./item-id.ts";
import { isoDate } from "./parse-date.ts";
import type { ParsedItem } from "./parsed-feed.ts";
import { webAddress } from "./web-address.ts";
import {
	attributeOf,
	elementsOf,
	firstWords,
	relationOf,
	wordsOf,
	type XmlElement,
} from "./xml-element.ts";
import { imageOf } from "./xml-image.ts";

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
		published: dateOf(item, publishedRanks) ?? dayIn(link),
		updated: dateOf(item, updatedRanks) ?? lastModOf(item),
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

/** Mexico's Diario Oficial gives a note's day in its address alone: `…&fecha=21/11/2026`. */
function dayIn(link: string | null): string | null {
	if (!link?.includes("fecha=")) return null;
	const [, day, month, year] =
		/[?&]fecha=(\d\d)(?:\/|%2F)(\d\d)(?:\/|%2F)(\d{4})(?:&|$)/i.exec(link) ??
		[];
	return isoDate(`${year}-${month}-${day}`);
}

/** CDF writes its items' addresses and dates as attributes. */
function lastModOf(item: XmlElement): string | null {
	const written = attributeOf(item, "LASTMOD");
	return written === null ? null : isoDate(written);
}

function titleOf(item: XmlElement): string | null {
	const title = firstWords(item, "title", "dc:title", "media:title");
	return title === null ? null : titleText(title) || null;
}

/**
 * The page an item is about: RSS's words, Atom's alternate link. Feedburner's
 * original stands before its own detour, and what names the item by its
 * address after all else.
 */
function linkOf(item: XmlElement, base: string | null): string | null {
	return (
		webAddress(firstWords(item, "feedburner:origLink"), base) ??
		webAddress(alternateOf(item, base), base) ??
		webAddress(attributeOf(item, "HREF"), base) ??
		webAddress(permanentLinkOf(item), null) ??
		webAddress(contentAddressOf(item), base)
	);
}

function permanentLinkOf(item: XmlElement): string | null {
	const guids = elementsOf(item, "guid").filter(isPermanentLink).map(wordsOf);
	return guids.find((guid) => /^https?:\/\//i.test(guid)) ?? null;
}

/** Written in any letters; where nothing is said, it is one. */
function isPermanentLink(guid: XmlElement): boolean {
	const says =
		attributeOf(guid, "isPermaLink") ?? attributeOf(guid, "ispermalink");
	return says?.toLowerCase() !== "false";
}

/** Where an Atom entry's content is when it does not stand in the feed (RFC 4287, 4.1.3.2). */
function contentAddressOf(item: XmlElement): string | null {
	const [content] = elementsOf(item, "content");
	return content ? attributeOf(content, "src") : null;
}

/**
 * The address of the page that a feed or item stands for, as written there;
 * one with a base of its own is resolved, `base` being that of its parent.
 */
export function alternateOf(
	parent: XmlElement,
	base: string | null,
): string | null {
	const links = elementsOf(parent, "link");
	const isAtom = parent.name === "entry" || parent.name === "feed";
	// Where a feed says a thing twice, readers agree on the last.
	const words = links
		.filter(isToPage)
		.map((link) => {
			const written = wordsOf(link) || (isAtom ? "" : pageOf(link));
			return onOwnBase(link, written, base);
		})
		.findLast((link) => link !== "");
	if (words !== undefined) return words;
	const pages = [...links, ...elementsOf(parent, "atom:link")].filter(
		(link) => pageOf(link) !== "",
	);
	const page = pages.find((link) =>
		/html/.test(attributeOf(link, "type") ?? "html"),
	);
	const best = page ?? pages[0];
	return best ? onOwnBase(best, pageOf(best), base) : null;
}

function onOwnBase(
	link: XmlElement,
	written: string,
	base: string | null,
): string {
	const own = written === "" ? null : attributeOf(link, "xml:base");
	if (own === null) return written;
	return webAddress(written, webAddress(own, base) ?? base) ?? written;
}

/** Not to a hub or an enclosure. */
function isToPage(link: XmlElement): boolean {
	return relationOf(link) === "alternate";
}

/** Where Atom's link to the page itself leads. */
function pageOf(link: XmlElement): string {
	return isToPage(link) ? (attributeOf(link, "href") ?? "") : "";
}

/** Names of dates, the likeliest first. */
const publishedRanks = ranksOf(
	"pubDate published atom:published issued dcterms:issued dc:date dcterms:created created",
);
const updatedRanks = ranksOf("updated atom:updated modified dcterms:modified");

function ranksOf(names: string): ReadonlyMap<string, number> {
	return new Map(names.split(" ").map((name, rank) => [name, rank]));
}

/** The last readable date under the likeliest name that has one, as ISO UTC. */
function dateOf(
	item: XmlElement,
	ranks: ReadonlyMap<string, number>,
): string | null {
	let date: string | null = null;
	let best = ranks.size;
	for (const child of item.children) {
		const rank = ranks.get(child.name) ?? ranks.size;
		if (rank === ranks.size || rank > best) continue;
		const read = isoDate(wordsOf(child));
		if (read === null) continue;
		date = read;
		best = rank;
	}
	return date;
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
