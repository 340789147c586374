import type { Speaker } from "../../news/statement.ts";
import type { Concept } from "./concept.ts";

/**
 * Someone of the catalogue of people as a concept: full names, titles held now,
 * and the surname, unless a namesake's given name stands before it.
 */
export function personConcept(speaker: Speaker): Concept {
	const { id, given, family, aliases, titles, not } = speaker;
	const name = `${given} ${family}`.trim();
	return {
		id,
		kind: "person",
		names: { en: name, fr: name, es: name },
		forms: {
			en: [...new Set([name, family, ...aliases, ...titles])],
			fr: [],
			es: [],
		},
		not: not.flatMap((other) => [`${other} ${family}`, `${family} ${other}`]),
		code: null,
		of: [],
	};
}
