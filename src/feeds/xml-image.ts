import { webAddress } from "./web-address.ts";
import {
	attributeOf,
	firstWords,
	relationOf,
	wordsOf,
	type XmlElement,
} from "./xml-element.ts";

/** Elements that may name a picture, the likeliest first. */
const ranks: readonly string[] = [
	"media:content",
	"media:thumbnail",
	"enclosure",
	"link",
	"itunes:image",
	"itunes:link",
	"image",
];

/** The picture of an item: Media RSS, an enclosure, iTunes; null when it has none. */
export function imageOf(item: XmlElement, base: string | null): string | null {
	const candidates = picturesIn(item);
	if (candidates.length > 1) candidates.sort((a, b) => rankOf(a) - rankOf(b));
	for (const picture of candidates) {
		const image = webAddress(addressOf(picture), base);
		if (image !== null) return image;
	}
	return null;
}

/** As an attribute; what RSS has for feeds alone, some write for items, with an element or the address in it. */
function addressOf(picture: XmlElement): string | null {
	const address = attributeOf(picture, "url") ?? attributeOf(picture, "href");
	if (address !== null || picture.name !== "image") return address;
	if (picture.children.length > 0) return firstWords(picture, "url");
	const words = wordsOf(picture);
	return /^(?:https?:)?\/\/\S+$/i.test(words) ? words : null;
}

function rankOf({ name }: XmlElement): number {
	return ranks.indexOf(name);
}

function picturesIn({ children }: XmlElement): XmlElement[] {
	const found: XmlElement[] = [];
	for (const child of children) {
		if (isPicture(child)) found.push(child);
		if (child.children.length > 0) found.push(...picturesIn(child));
	}
	return found;
}

function isPicture(element: XmlElement): boolean {
	switch (element.name) {
		case "media:content":
		case "enclosure":
			return isImage(element);
		case "link":
			return relationOf(element) === "enclosure" && isImage(element);
		case "itunes:link":
			return relationOf(element) === "image";
		case "media:thumbnail":
		case "itunes:image":
		case "image":
			return true;
		default:
			return false;
	}
}

function isImage(element: XmlElement): boolean {
	const kind = attributeOf(element, "medium") ?? attributeOf(element, "type");
	if (kind !== null) return /^image\b/i.test(kind);
	return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(
		attributeOf(element, "url") ?? "",
	);
}
