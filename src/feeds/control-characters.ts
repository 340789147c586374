/**
 * Characters that no text holds on purpose: controls save tab and line ends,
 * and non-characters. Said by what may stand: \p{Cc} takes ten times as long.
 */
export const controlCharacters = /[^\t\n\r -~\u00a0-\ufffd]/g;
