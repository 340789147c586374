import type { Mention } from "./mention.ts";
import type { Reading } from "./read-field.ts";
import type { VerbForm } from "./speech-verbs.ts";

/** A text with everyone mentioned in it. */
export interface Scene {
	readonly reading: Reading;
	readonly mentions: readonly Mention[];
	/** Mentions by the word index at which they start, and past which they end. */
	readonly startingAt: ReadonlyMap<number, Mention>;
	readonly endingAt: ReadonlyMap<number, Mention>;
}

/** Who did what a verb says. */
export interface Subject {
	/** Null when the verb takes over the subject of the clause before: "and said", ", saying". */
	readonly mention: Mention | null;
	/** Where the verb's own words begin: "has suggested", "a déclaré". */
	readonly verbFrom: number;
	/** A quotation ends right before the verb: "…," said Greer. */
	readonly isQuoteBefore?: boolean;
	/** "and others" follows the name: those before it are in the list too. */
	readonly isList?: boolean;
}

/** The verb whose subject is sought, and how far the search has come. */
export interface Search {
	readonly scene: Scene;
	readonly at: number;
	readonly verb: VerbForm;
	/** The word before which we look next. */
	next: number;
	verbFrom: number;
	/** Adverbs and auxiliaries passed. */
	readonly between: string[];
	/** Words passed of a phrase after the subject: "of Vermont", "in a letter". */
	phrase: number;
}
