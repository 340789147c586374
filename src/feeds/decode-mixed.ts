/**
 * A character of UTF-8 (RFC 3629, 4), which is caught; else the beginning of
 * one, or a byte that belongs to none. Bytes are written as Latin-1.
 */
const pieceShape =
	/([\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})|[\xc2-\xf4][\x80-\xbf]{0,2}|[\x80-\xff]/g;

/** Slips for each character of UTF-8: more, and that one came about by chance. */
const mostSlips = 5;

/** Characters of another script that a Western text may quote. */
const fewForeign = 3;

/**
 * Reads UTF-8 into which some bytes of windows-1252 have slipped, as where one
 * item was pasted from elsewhere: each is read as what it is. In a text of
 * another script a beginning is a character that was cut: it goes. Null when
 * the slips are more than the characters of UTF-8, or far more where each
 * stands alone, as a quotation mark or an accented letter does: then it is
 * another encoding.
 */
export function decodeMixed(bytes: Uint8Array): string | null {
	const written = Buffer.from(bytes).toString("latin1");
	const { sound, slips, foreign, isCrowded } = countPieces(written);
	if (slips > (isCrowded ? sound : sound * mostSlips)) return null;
	const western = new TextDecoder("windows-1252");
	const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
	const isOtherScript = foreign > fewForeign && foreign * 2 > sound;
	return written.replace(pieceShape, (piece, character?: string) => {
		if (character === undefined && isOtherScript && piece >= "\xc2") return "";
		const decoder = character === undefined ? western : utf8;
		return decoder.decode(Buffer.from(piece, "latin1"));
	});
}

/** What a text is made of beyond ASCII: characters of UTF-8, those of them in other scripts, and slips, crowded where two stand side by side. */
function countPieces(written: string) {
	let [sound, slips, foreign, end] = [0, 0, 0, -1];
	let isCrowded = false;
	for (const { 0: piece, 1: character, index } of written.matchAll(
		pieceShape,
	)) {
		if (character === undefined) {
			isCrowded ||= piece.length > 1 || index === end;
			slips += piece.length;
			end = index + piece.length;
		} else {
			sound++;
			if (isForeign(character)) foreign++;
		}
	}
	return { sound, slips, foreign, isCrowded };
}

/** Neither a Latin letter nor a sign nor a picture. */
function isForeign(character: string): boolean {
	const isLetter = character >= "\xcd" && character < "\xf0";
	return isLetter && !character.startsWith("\xe2");
}
