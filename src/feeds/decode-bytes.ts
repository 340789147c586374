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
 * over, one that a few broken letters contradict is not.
 */
export function decodeBytes(
	bytes: Uint8Array,
	contentType: string | null,
): DecodedText {
	const wide = decodeUtf32(bytes);
	if (wide !== null) return { text: wide, asDeclared: true };
	const shown = markOf(bytes) ?? patternOf(bytes);
	const said = [charsetOf(contentType), declarationOf(bytes)];
	const claims = [shown, ...said.filter((claim) => !isWide(claim))].filter(
		(claim) => claim !== null,
	);
	const [first] = claims;
	const likeliest = byLikelihood(claims, bytes);
	for (const label of [...likeliest, "utf-8"]) {
		const text = decodeStrictly(bytes, label);
		if (text === null) continue;
		const asDeclared = first === undefined || sameEncoding(first, label);
		return { text, asDeclared };
	}
	const text = damagedText(likeliest, bytes) ?? decodeMixed(bytes);
	return { text: text ?? guessedText(bytes), asDeclared: false };
}

function guessedText(bytes: Uint8Array): string {
	const guess = guessEncoding(bytes);
	return (
		(guess && decodeStrictly(bytes, guess)) ??
		decodeStrictly(bytes, usualEncodingOf(bytes)) ??
		new TextDecoder("windows-1252").decode(bytes)
	);
}

/**
 * Text in another encoding that happens to be valid multi-byte UTF-8 does not
 * exist, but for a few letters of Chinese: valid UTF-8 wins over other labels.
 * Servers label everything ISO-8859-1 by habit: any other label wins over that.
 */
function byLikelihood(
	claims: readonly string[],
	bytes: Uint8Array,
): readonly string[] {
	const [first, ...others] = claims;
	if (first === undefined || sameEncoding(first, "utf-8")) return claims;
	if (isWide(first) || isAscii(bytes)) return claims;
	const isWestern = sameEncoding(first, "windows-1252");
	const utf8 = decodeStrictly(bytes, "utf-8");
	if (utf8 !== null && (isWestern || fourBeyondAscii.test(utf8)))
		return ["utf-8", ...claims];
	if (!isWestern) return claims;
	// Where one of two says UTF-8, it may be UTF-8 with slips.
	const isSlipped = others.some((other) => sameEncoding(other, "utf-8"));
	return isSlipped ? others : [...others, first];
}

const fourBeyondAscii = /(?:[^\0-\x7f][\0-\x7f]*){4}/;

/** Good letters for each broken one: fewer, and the label is wrong. */
const fewestGood = 4;

/**
 * Text of which single letters are broken, as where a program cut it by bytes,
 * in the encoding that it says; null when that cannot be. UTF-8 has a way of
 * its own (see `decodeMixed`).
 */
function damagedText(
	claims: readonly string[],
	bytes: Uint8Array,
): string | null {
	for (const label of claims) {
		const name = encodingOf(label);
		if (name === null || name === "utf-8") continue;
		const text = new TextDecoder(name).decode(bytes);
		if (isWide(name) || isMostlyGood(text)) return text;
	}
	return null;
}

function isMostlyGood(text: string): boolean {
	let [good, broken] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0xfffd) broken++;
		else if (code > 0x7f) good++;
	}
	return good >= broken * fewestGood;
}

function markOf(bytes: Uint8Array): string | null {
	if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return "utf-8";
	if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
	if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
	return null;
}

/** UTF-16 without a mark shows itself: a document begins with two letters of ASCII. */
function patternOf(bytes: Uint8Array): string | null {
	const [first, second, third, fourth] = bytes;
	if (first && second === 0 && third && fourth === 0) return "utf-16le";
	if (first === 0 && second && third === 0 && fourth) return "utf-16be";
	return null;
}

/** Bytes that do not show themselves to be UTF-16 are none, whatever is said of them. */
function isWide(label: string | null): boolean {
	return label !== null && /^(utf-?16|ucs-?2|unicode)/i.test(label);
}

function charsetOf(contentType: string | null): string | null {
	return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1] ?? null;
}

function declarationOf(bytes: Uint8Array): string | null {
	const declared = /<\?xml[^>]{0,200}?encoding\s*=\s*["']?\s*([\w.:-]+)/i;
	return declared.exec(asciiStart(bytes))?.[1] ?? null;
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
