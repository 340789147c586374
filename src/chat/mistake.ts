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

	constructor(
		phrase: PhraseKey,
		values: PhraseValues = {},
		help: { nearest?: readonly string[]; example?: string } = {},
	) {
		super(phrase);
		this.name = "Mistake";
		this.phrase = phrase;
		this.values = values;
		this.nearest = help.nearest ?? [];
		this.example = help.example ?? null;
	}
}

/** The same Mistake with a line that works, unless it names one already. */
export function withExample(mistake: Mistake, example: string): Mistake {
	if (mistake.example !== null) return mistake;
	const { phrase, values, nearest } = mistake;
	return new Mistake(phrase, values, { nearest, example });
}
