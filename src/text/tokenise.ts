import { fold } from "./fold.ts";

/** A word, number or sign, with its place in the text in UTF-16 units. */
export interface Token {
	/** Folded; initials without their dots, so that `U.S.` and `US` are one word. */
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/**
 * In this order: initials (U.S., É.-U.), numbers and codes (35.16, 1,000,
 * 7206.10.00), French elisions (l', d', qu'), words with what apostrophes keep
 * together (o'toole, don't, aujourd'hui), a possessive ('s), and the signs that
 * carry meaning in trade text. Hyphens part words: `Canada-U.S.` is two.
 */
const pieces = new RegExp(
	[
		String.raw`((?<![\p{L}\p{N}])(?:\p{L}\.-?){2,}(?:\p{L}(?![\p{L}\p{N}]))?)`,
		String.raw`(?:\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{L}\p{M}\p{N}]))`,
		String.raw`(?:(?<![\p{L}\p{N}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)(?=['’ʼ][\p{L}\p{N}]))`,
		String.raw`(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]*(?:['’ʼ](?!s(?![\p{L}\p{M}\p{N}]))[\p{L}\p{M}\p{N}]+)*)`,
		String.raw`(?:['’ʼ]s(?![\p{L}\p{M}\p{N}]))`,
		"(?:[%$€£¥§&])",
	].join("|"),
	"giu",
);

/** The words of a text in order, in time linear in its length. */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	for (const found of text.matchAll(pieces)) {
		const [written, initials] = found;
		const folded = fold(written);
		const start = found.index;
		tokens.push({
			text: initials === undefined ? folded : folded.replace(/[.-]/g, ""),
			start,
			end: start + written.length,
		});
	}
	return tokens;
}
