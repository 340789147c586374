import { webAddress } from "./web-address.ts";
import { attributeOf, nodesOf, type XmlNode } from "./xml-node.ts";

/** The picture of an item: Media RSS, an enclosure, iTunes; null when it has none. */
export function imageOf(item: unknown, base: string | null): string | null {
	const media = [item, ...nodesOf(item, "media:group")];
	const candidates = [
		...media.flatMap((parent) =>
			nodesOf(parent, "media:content").filter(isImage),
		),
		...nodesOf(item, "media:content").flatMap((content) =>
			nodesOf(content, "media:thumbnail"),
		),
		...media.flatMap((parent) => nodesOf(parent, "media:thumbnail")),
		...nodesOf(item, "enclosure").filter(isImage),
		...nodesOf(item, "link").filter(
			(link) => attributeOf(link, "rel") === "enclosure" && isImage(link),
		),
		...nodesOf(item, "itunes:image"),
	];
	for (const node of candidates) {
		const address = attributeOf(node, "url") ?? attributeOf(node, "href");
		const image = webAddress(address, base);
		if (image !== null) return image;
	}
	return null;
}

function isImage(node: XmlNode): boolean {
	const kind = attributeOf(node, "medium") ?? attributeOf(node, "type");
	if (kind !== null) return /^image\b/i.test(kind);
	return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(
		attributeOf(node, "url") ?? "",
	);
}
