import type { NewsText } from "./article.ts";

/** Someone whose words are watched. */
export interface Speaker {
	/** Folded surname: `greer`, `otoole`, `vonderleyen`. */
	readonly id: string;
	readonly given: string;
	readonly family: string;
	/** Other names for the same person: nicknames, other spellings. */
	readonly aliases: readonly string[];
	/** Given names that make the surname someone else. */
	readonly not: readonly string[];
	/** Offices that name the person without the name, in any language: "U.S. Trade Representative". */
	readonly titles: readonly string[];
}

/** Someone's words, or their reported words, attributed. Offsets are UTF-16 units of the field. */
export interface Statement {
	/** Where it stands; offsets are of this field. */
	readonly field: keyof NewsText;
	/** The Speaker's id. */
	readonly speaker: string;
	/** The words that attribute: `said`, `according to`, `a déclaré`. */
	readonly cue: string;
	/** What was said, as it stands in the text. */
	readonly text: string;
	/** The quoted words alone, when there are any. */
	readonly quote: string | null;
	readonly kind: "direct" | "indirect" | "mixed";
	readonly start: number;
	readonly end: number;
}
