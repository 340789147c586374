import leven from "leven";
import { fold } from "../../text/fold.ts";
import { people } from "../people.ts";
import { agreements } from "./agreements.ts";
import { bodies } from "./bodies.ts";
import type { Concept, ConceptKind } from "./concept.ts";
import { countries } from "./countries.ts";
import { foods } from "./foods.ts";
import { measures } from "./measures.ts";
import { personConcept } from "./person-concept.ts";
import { products } from "./products.ts";
import { sectors } from "./sectors.ts";

/** Everything that `@name` can stand for, in the order in which names are looked up. */
export const concepts: readonly Concept[] = [
	...agreements,
	...measures,
	...bodies,
	...products,
	...foods,
	...countries,
	...sectors,
	...people.map(personConcept),
];

const byId = new Map(concepts.map((concept) => [concept.id, concept]));
const byLetters = lettersIndex();

/** The concept with this id. @throws Error when the dictionary has none: a fault in the dictionary itself. */
export function conceptOf(id: string): Concept {
	const concept = byId.get(id);
	if (!concept) throw new Error(`no concept is called ${id}`);
	return concept;
}

/**
 * The concept meant by a typed name: its id, its code, or any of its names and
 * forms in any of the three languages, whatever the case, accents, hyphens and
 * spaces. With `kind`, only concepts of that kind. Undefined when there is none.
 */
export function findConcept(
	name: string,
	kind?: ConceptKind,
): Concept | undefined {
	const found = byLetters.get(lettersOf(name)) ?? [];
	return kind ? found.find((one) => one.kind === kind) : found[0];
}

/** Ids of the concepts whose name is nearest to a misspelt one, at most three; empty when none is near. */
export function nearConcepts(
	name: string,
	kind?: ConceptKind,
): readonly string[] {
	const letters = lettersOf(name);
	const most = Math.min(3, Math.ceil(letters.length / 3));
	const distances = new Map<string, number>();
	for (const [known, found] of byLetters) {
		const distance = leven(letters, known, { maxDistance: most + 1 });
		if (distance > most) continue;
		for (const { id, kind: its } of found) {
			if (kind && its !== kind) continue;
			distances.set(id, Math.min(distance, distances.get(id) ?? distance));
		}
	}
	const near = [...distances].toSorted(([, a], [, b]) => a - b);
	return near.slice(0, 3).map(([id]) => id);
}

/** Ids first, so that a product's id is not taken by a country's nickname. */
function lettersIndex(): Map<string, Concept[]> {
	const index = new Map<string, Concept[]>();
	const put = (name: string, concept: Concept) => {
		const letters = lettersOf(name);
		if (letters === "") return;
		const found = index.get(letters) ?? [];
		if (!found.includes(concept)) index.set(letters, [...found, concept]);
	};
	for (const concept of concepts) put(concept.id, concept);
	for (const concept of concepts) {
		const { names, forms, code } = concept;
		if (code) put(code, concept);
		for (const name of Object.values(names)) put(name, concept);
		for (const form of Object.values(forms).flat()) put(form, concept);
	}
	return index;
}

function lettersOf(name: string): string {
	return fold(name).replace(/[^\p{L}\p{N}]/gu, "");
}
