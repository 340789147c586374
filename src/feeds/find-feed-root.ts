import type { XmlFormat } from "./xml-reader.ts";

/** The first root of a feed that does not stand in a comment: `rss`, `feed`, `rdf` or, as in CDF, `channel` in its first group. */
export function findFeedRoot(text: string): RegExpExecArray | null {
	const shape = /<(?:[\w.-]+:)?(rss|feed|rdf|channel)(?=[\s>/])/gi;
	for (;;) {
		const root = shape.exec(text);
		if (root === null) return null;
		const comment = text.lastIndexOf("<!--", root.index);
		const end = comment < 0 ? -1 : text.indexOf("-->", comment);
		if (end < root.index) return root;
		shape.lastIndex = end;
	}
}

/** What may stand before a root without being junk. */
export const prologShape =
	/^\ufeff?(?:<\?xml\s[^>]*\?>)?(?:\s|<\?(?!xml\s)[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*$/;

/** The format of a feed whose root is called so. */
export function formatOf(root: string): XmlFormat {
	const name = root.toLowerCase();
	return name === "feed" ? "atom" : name === "rdf" ? "rdf" : "rss";
}
