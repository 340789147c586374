import { decodeHTMLStrict } from "entities";

const usual: Readonly<Partial<Record<string, string>>> = {
	"&amp;": "&",
	"&apos;": "'",
	"&gt;": ">",
	"&lt;": "<",
	"&quot;": '"',
};

/**
 * Resolves XML's and HTML's entities once, as the library does; XML's five,
 * which are nearly all there are in feeds, without asking it.
 */
export function decodeEntities(text: string): string {
	if (!text.includes("&")) return text;
	return text.replace(
		/&(?:#[Xx]?[\dA-Fa-f]+|[A-Za-z][A-Za-z\d]*);/g,
		(entity) => usual[entity] ?? decodeHTMLStrict(entity),
	);
}
