import type { Gender } from "./given-names.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./read-field.ts";

/** Pronouns that stand for one person, folded, with the gender they tell. */
export const pronouns: ReadonlyMap<string, Gender> = new Map([
	["he", "m"],
	["he'd", "m"],
	["he'll", "m"],
	["il", "m"],
	["she", "f"],
	["she'd", "f"],
	["she'll", "f"],
	["elle", "f"],
	["ella", "f"],
]);

/** "he", "elle", "él": someone yet to be known. */
export function pronoun(words: readonly Word[], at: number): Mention | null {
	const here = words[at];
	if (!here) return null;
	// Folded, "él" is written like the article.
	const isHe = here.text === "el" && here.written.toLowerCase() !== "el";
	const gender = isHe ? "m" : pronouns.get(here.text);
	if (gender === undefined) return null;
	const range = { from: at, to: at + 1 };
	return { ...range, who: undefined, kind: "pronoun", offices: [], gender };
}
