import type { PhraseKey, PhraseValues } from "../phrases/say.ts";

/**
 * Something the asker can mend. `flows/answer-command.ts` turns it into words:
 * what was not understood, the nearest matches as buttons, a line that works.
 */
export class Mistake extends Error {
	readonly phrase: PhraseKey;
	readonly values: PhraseValues;
	/** Whole command lines that may be what was meant, best first. */
	readonly nearest: readonly string[];
	/** A line that works; the command's own example when not given. */
	readonly example: string | null;
	/** What was typed and a mark under the place, line by line, in letters of one width. */
	readonly shown: readonly string[];

	constructor(
		phrase: PhraseKey,
		values: PhraseValues = {},
		help: {
			nearest?: readonly string[];
			example?: string;
			shown?: readonly string[];
		} = {},
	) {
		super(phrase);
		this.name = "Mistake";
		this.phrase = phrase;
		this.values = values;
		this.nearest = help.nearest ?? [];
		this.example = help.example ?? null;
		this.shown = help.shown ?? [];
	}
}

/** The same Mistake with a line that works, unless it names one already. */
export function withExample(mistake: Mistake, example: string): Mistake {
	if (mistake.example !== null) return mistake;
	const { phrase, values, nearest, shown } = mistake;
	return new Mistake(phrase, values, { nearest, example, shown });
}
