import { decodeHTMLStrict } from "entities";

/** XML's own five, the likeliest first. */
const xmlEntities = [
	{ written: "&lt;", letter: "<" },
	{ written: "&gt;", letter: ">" },
	{ written: "&amp;", letter: "&" },
	{ written: "&quot;", letter: '"' },
	{ written: "&apos;", letter: "'" },
];

/**
 * Resolves XML's and HTML's entities once, as the library does; XML's five,
 * which are nearly all there are in feeds, without asking it.
 */
export function decodeEntities(text: string): string {
	return decodeXmlEntities(text) ?? decodeAny(text);
}

/** Resolves XML's five; null when another `&` stands there. */
export function decodeXmlEntities(text: string): string | null {
	let decoded = "";
	let from = 0;
	for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
		const found = xmlEntities.find(({ written }) =>
			text.startsWith(written, at),
		);
		if (found === undefined) return null;
		decoded += text.slice(from, at) + found.letter;
		from = at + found.written.length;
	}
	return from === 0 ? text : decoded + text.slice(from);
}

function decodeAny(text: string): string {
	return joined(text).replace(
		/&(?:#[Xx]?[\dA-Fa-f]+|[A-Za-z][A-Za-z\d]*);/g,
		(entity) => decodeHTMLStrict(entity),
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
