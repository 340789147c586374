import type { Say } from "../phrases/say.ts";
import spanish from "./book/said/es.json" with { type: "json" };
import french from "./book/said/fr.json" with { type: "json" };

const said: Readonly<Partial<Record<string, ReadonlyMap<string, string>>>> = {
	fr: new Map(Object.entries(french)),
	es: new Map(Object.entries(spanish)),
};

/**
 * A sentence of the book (why a charge is exempt or excluded, what happens on
 * a day) in the language spoken; as the book has it, in English, where it is
 * not translated. The translations stand by the English sentence.
 */
export function bookSentence(sentence: string, say: Say): string {
	return said[say("chat.language")]?.get(sentence) ?? sentence;
}
