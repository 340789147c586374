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
	return joined(text).replace(
		/&(?:#[Xx]?[\dA-Fa-f]+|[A-Za-z][A-Za-z\d]*);/g,
		(entity) => usual[entity] ?? decodeHTMLStrict(entity),
	);
}

/** Programs that count UTF-16 write a letter beyond U+FFFF as the two halves of its pair. */
function joined(text: string): string {
	if (!/&#(?:5|xd)/i.test(text)) return text;
	return text.replace(
		/&#(x[\da-f]{4}|\d{5});&#(x[\da-f]{4}|\d{5});/gi,
		(written, first: string, second: string) => {
			const [high, low] = [Number(`0${first}`), Number(`0${second}`)];
			const isPair = high >> 10 === 0x36 && low >> 10 === 0x37;
			return isPair ? String.fromCharCode(high, low) : written;
		},
	);
}
