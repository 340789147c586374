import type { Span } from "../text/split-sentences.ts";
import type { Mention } from "./mention.ts";
import type { Scene } from "./scene.ts";

/** Someone is said to have spoken, at this place. */
export interface Attribution {
	/** The Speaker's id; null for someone who is not watched. */
	readonly speaker: string | null;
	/** The words that attribute: "has suggested", "according to", or ":". */
	readonly cue: Span;
	/** From the first to past the last character of speaker and cue together. */
	readonly block: Span;
	readonly sentence: number;
	/** Whether it names no speaker of its own: ", adding". */
	readonly isCarried: boolean;
	/**
	 * `verb`: "Greer said"; `according`: "according to Greer"; `colon`: "Greer: no";
	 * `noun`: "Greer's claim that"; `passive`: "rejected by Greer"; `announced`:
	 * "Greer was blunt: “No.”"; `ahead`: "Claiming that it failed, Greer left";
	 * `incise`: « Non, a dit M. Carney, pas encore. »; `signed`: "No. — Jamieson
	 * Greer (@ustr)".
	 */
	readonly kind:
		| "verb"
		| "according"
		| "colon"
		| "noun"
		| "passive"
		| "announced"
		| "ahead"
		| "incise"
		| "signed";
}

/** An attribution whose speaker is yet to be told from a mention. */
export interface Heard
	extends Omit<Attribution, "speaker" | "sentence" | "isCarried"> {
	/** Null: the voice of the clause before. */
	readonly mention: Mention | null;
}

/** The characters from one word up to, not including, another. */
export function spanOf({ reading }: Scene, from: number, to: number): Span {
	return {
		start: reading.words[from]?.start ?? 0,
		end: reading.words[to - 1]?.end ?? 0,
	};
}
