/** Characters that no text holds on purpose: controls save tab and line ends, and non-characters. */
export const controlCharacters = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
