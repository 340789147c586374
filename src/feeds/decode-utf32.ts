/** How UTF-32 begins: by its mark, or by a `<` four bytes wide. */
const beginnings: readonly (readonly [readonly number[], boolean])[] = [
	[[0x00, 0x00, 0xfe, 0xff], false],
	[[0xff, 0xfe, 0x00, 0x00], true],
	[[0x00, 0x00, 0x00, 0x3c], false],
	[[0x3c, 0x00, 0x00, 0x00], true],
];

/**
 * Decodes UTF-32, which the platform's decoder does not know; null for bytes
 * that are none. What is no code point becomes U+FFFD.
 */
export function decodeUtf32(bytes: Uint8Array): string | null {
	const found = beginnings.find(([beginning]) =>
		beginning.every((byte, at) => bytes[at] === byte),
	);
	if (!found) return null;
	const [, isLittle] = found;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let text = "";
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const code = view.getUint32(at, isLittle);
		const isLetter = code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
		text += String.fromCodePoint(isLetter ? code : 0xfffd);
	}
	return text.replace(/^\ufeff/, "");
}
