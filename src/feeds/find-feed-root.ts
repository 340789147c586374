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

/** Comments, declarations and blanks before a root are seldom more than a screenful. */
const longestProlog = 65_536;

/** Whether a text is what may stand before and behind a root without being junk. */
export function isProlog(text: string): boolean {
	return text.length <= longestProlog && prologShape.test(text);
}

const prologShape =
	/^\ufeff?(?:<\?xml\s[^>]*\?>)?(?:\s|<\?(?!xml\s)[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*$/;

/** The format of a feed whose root is called so. */
export function formatOf(root: string): XmlFormat {
	const name = root.toLowerCase();
	return name === "feed" ? "atom" : name === "rdf" ? "rdf" : "rss";
}
