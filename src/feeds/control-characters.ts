/**
 * Characters that no text holds on purpose: controls save tab and line ends,
 * and non-characters. Said by what may stand: \p{Cc} takes ten times as long.
 */
export const controlCharacters = /[^\t\n\r -~\u00a0-\ufffd]/g;

const isControl = new RegExp(controlCharacters, "");

/**
 * A text without them. U+0080 to U+009F nobody writes: they are windows-1252
 * that somebody took for Latin-1, and become what was meant.
 */
export function withoutControls(text: string): string {
	// Most have none, and replacing takes longer than looking.
	if (!isControl.test(text)) return text;
	return text.replace(controlCharacters, (control) =>
		control >= "\u0080" && control <= "\u009f"
			? windows1252.decode(Uint8Array.of(control.charCodeAt(0)))
			: "",
	);
}

const windows1252 = new TextDecoder("windows-1252");
