import { isAscii } from "node:buffer";
import { decodeMixed } from "./decode-mixed.ts";
import { decodeUtf32 } from "./decode-utf32.ts";
import { guessEncoding } from "./guess-encoding.ts";

/** A feed's text, and whether its encoding was what it said, or UTF-8 where it said none. */
export interface DecodedText {
	readonly text: string;
	readonly asDeclared: boolean;
}

/**
 * Turns bytes into text. Who says the encoding is believed in this order:
 * byte-order mark, HTTP charset, XML declaration, UTF-8 when the bytes allow
 * it or nearly do, how often each letter comes, the usual encoding of the
 * feed's language, windows-1252. A claim that the bytes contradict is passed
 * over.
 */
export function decodeBytes(
	bytes: Uint8Array,
	contentType: string | null,
): DecodedText {
	const wide = decodeUtf32(bytes);
	if (wide !== null) return { text: wide, asDeclared: true };
	const claims = [
		markOf(bytes) ?? patternOf(bytes),
		charsetOf(contentType),
		declarationOf(bytes),
	].filter((claim) => claim !== null);
	const [first] = claims;
	for (const label of [...preferUtf8(claims, bytes), "utf-8"]) {
		const text = decodeStrictly(bytes, label);
		if (text === null) continue;
		const asDeclared = first === undefined || sameEncoding(first, label);
		return { text, asDeclared };
	}
	const mixed = decodeMixed(bytes);
	if (mixed !== null) return { text: mixed, asDeclared: false };
	const guess = guessEncoding(bytes);
	const text =
		(guess && decodeStrictly(bytes, guess)) ??
		decodeStrictly(bytes, usualEncodingOf(bytes)) ??
		new TextDecoder("windows-1252").decode(bytes);
	return { text, asDeclared: false };
}

/**
 * Servers label everything ISO-8859-1 by habit. Western text that happens to
 * be valid multi-byte UTF-8 does not exist, so valid UTF-8 wins over that label.
 */
function preferUtf8(claims: readonly string[], bytes: Uint8Array): string[] {
	const [first] = claims;
	const western = first !== undefined && sameEncoding(first, "windows-1252");
	return western && !isAscii(bytes) && decodeStrictly(bytes, "utf-8") !== null
		? ["utf-8", ...claims]
		: [...claims];
}

function markOf(bytes: Uint8Array): string | null {
	if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8";
	if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
	if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
	return null;
}

/** UTF-16 without a mark shows itself: a document begins with `<`. */
function patternOf(bytes: Uint8Array): string | null {
	if (startsWith(bytes, [0x3c, 0x00])) return "utf-16le";
	if (startsWith(bytes, [0x00, 0x3c])) return "utf-16be";
	return null;
}

function charsetOf(contentType: string | null): string | null {
	return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1] ?? null;
}

function declarationOf(bytes: Uint8Array): string | null {
	const declared = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i;
	const label = declared.exec(asciiStart(bytes))?.[1] ?? null;
	// Text whose declaration can be read as ASCII is not UTF-16, whatever it says.
	return label !== null && /^(utf-?16|ucs-?2|unicode)/i.test(label)
		? null
		: label;
}

/** The encodings that browsers assume for a language (WHATWG encoding, locale defaults). */
const usualEncodings: Readonly<Record<string, string>> = {
	ar: "windows-1256",
	bg: "windows-1251",
	cs: "windows-1250",
	el: "windows-1253",
	he: "windows-1255",
	hu: "windows-1250",
	ja: "shift_jis",
	ko: "euc-kr",
	pl: "windows-1250",
	ru: "windows-1251",
	th: "windows-874",
	tr: "windows-1254",
	uk: "windows-1251",
	zh: "gb18030",
};

function usualEncodingOf(bytes: Uint8Array): string {
	const says = /<(?:dc:)?language>\s*([a-z]{2})|xml:lang=["']([a-z]{2})/i;
	const found = says.exec(asciiStart(bytes));
	const language = (found?.[1] ?? found?.[2] ?? "").toLowerCase();
	return usualEncodings[language] ?? "windows-1252";
}

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
	const name = encodingOf(label);
	if (name === null) return null;
	try {
		return new TextDecoder(name, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Asking a decoder takes longer than reading a small feed. */
const encodings = new Map<string, string | null>();
/** Feeds choose the labels: keep the usual few, not a hostile million. */
const mostLabels = 200;

/** The standard name behind a label; null when no decoder knows it. */
function encodingOf(label: string): string | null {
	const known = encodings.get(label);
	if (known !== undefined) return known;
	const name = askDecoder(label);
	if (encodings.size < mostLabels) encodings.set(label, name);
	return name;
}

function askDecoder(label: string): string | null {
	const spellings = [
		label,
		label.replaceAll("_", "-"),
		label.replace(/^cp-?(?=125)/i, "windows-"),
	];
	for (const spelling of spellings) {
		try {
			return new TextDecoder(spelling).encoding;
		} catch {
			// Not a label of the encoding standard: the next spelling may be.
		}
	}
	return null;
}

function sameEncoding(one: string, other: string): boolean {
	return encodingOf(one) === encodingOf(other);
}

function asciiStart(bytes: Uint8Array): string {
	return Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
	return mark.every((byte, place) => bytes[place] === byte);
}
