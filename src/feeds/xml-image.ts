import { webAddress } from "./web-address.ts";
import { attributeOf, type XmlElement } from "./xml-element.ts";

/** Elements that may name a picture, the likeliest first. */
const ranks: readonly string[] = [
	"media:content",
	"media:thumbnail",
	"enclosure",
	"link",
	"itunes:image",
	"itunes:link",
];

/** The picture of an item: Media RSS, an enclosure, iTunes; null when it has none. */
export function imageOf(item: XmlElement, base: string | null): string | null {
	const candidates = picturesIn(item);
	if (candidates.length > 1) candidates.sort((a, b) => rankOf(a) - rankOf(b));
	for (const picture of candidates) {
		const address = attributeOf(picture, "url") ?? attributeOf(picture, "href");
		const image = webAddress(address, base);
		if (image !== null) return image;
	}
	return null;
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
			return attributeOf(element, "rel") === "enclosure" && isImage(element);
		case "itunes:link":
			return attributeOf(element, "rel") === "image";
		case "media:thumbnail":
		case "itunes:image":
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
