import { webAddress } from "./web-address.ts";
import {
	attributeOf,
	elementsOf,
	firstWords,
	relationOf,
	wordsOf,
	type XmlElement,
} from "./xml-element.ts";

/**
 * The page an item is about: RSS's words, Atom's alternate link. Feedburner's
 * original stands before its own detour, and what names the item by its
 * address after all else.
 */
export function linkOf(item: XmlElement, base: string | null): string | null {
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
