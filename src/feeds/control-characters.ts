/** Characters that no text holds on purpose: controls save tab and line ends, and non-characters. */
export const controlCharacters =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for; \\p{Cc} takes ten times as long.
	/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;
