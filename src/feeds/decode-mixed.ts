/** A character of UTF-8 (RFC 3629, 4), or a byte that belongs to none; bytes are written as Latin-1. */
const pieceShape =
	/[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/**
 * Reads UTF-8 into which some bytes of windows-1252 have slipped, as where one
 * item was pasted from elsewhere: each is read as what it is. Null when the
 * slips are as many as the characters of UTF-8: then it is another encoding.
 */
export function decodeMixed(bytes: Uint8Array): string | null {
	const western = new TextDecoder("windows-1252");
	const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
	let [sound, slips] = [0, 0];
	const text = Buffer.from(bytes)
		.toString("latin1")
		.replace(pieceShape, (piece) => {
			if (piece.length > 1) sound++;
			else slips++;
			const decoder = piece.length > 1 ? utf8 : western;
			return decoder.decode(Buffer.from(piece, "latin1"));
		});
	return sound >= slips ? text : null;
}
