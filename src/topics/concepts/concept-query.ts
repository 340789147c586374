import type { Query } from "../query.ts";
import { readPhrase } from "../read-phrase.ts";
import type { Concept } from "./concept.ts";
import { conceptOf } from "./find-concept.ts";

const known = new Map<string, Query>();

/** What `@name` expands to: any of the concept's forms, but not within a phrase that means something else. */
export function conceptQuery(concept: Concept): Query {
	const before = known.get(concept.id);
	if (before) return before;
	const { id, forms, not, of } = concept;
	const own = [...new Set(Object.values(forms).flat())].map(phraseFrom);
	const others = of.map((other) => conceptQuery(conceptOf(other)));
	const any = oneOf([...own, ...others]);
	const part: Query =
		not.length === 0
			? any
			: { kind: "except", part: any, other: oneOf(not.map(phraseFrom)) };
	const query: Query = { kind: "concept", id, part };
	known.set(id, query);
	return query;
}

function phraseFrom(text: string): Query {
	return readPhrase({ text, at: 0 });
}

function oneOf(parts: readonly Query[]): Query {
	const [only] = parts;
	return only && parts.length === 1 ? only : { kind: "any", parts };
}
