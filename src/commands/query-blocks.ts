import { type Block, textBlock } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { Concept } from "../topics/concepts/concept.ts";
import { conceptOf, findConcept } from "../topics/concepts/find-concept.ts";
import { parseQuery } from "../topics/parse-query.ts";
import { type Query, QueryError } from "../topics/query.ts";
import { queryMeaning } from "./query-meaning.ts";

/** Names of a concept that are told, and what it is not. */
const mostForms = 14;
const mostNot = 4;
const mostConcepts = 5;

/** A query as typed, what it means in plain words, and what its @ names stand for. */
export function queryBlocks(text: string, say: Say): Block[] {
	const typed = textBlock({ text, style: "code" });
	const query = readOrNull(text);
	if (!query) return [typed];
	const meaning = queryMeaning(query, say);
	const concepts = [...conceptsIn(query)].slice(0, mostConcepts);
	const facts = concepts.map((id) => conceptFact(conceptOf(id), say));
	return [
		typed,
		textBlock(say("commands.queryMeans", { meaning })),
		...(facts.length > 0 ? [{ kind: "facts", facts } as const] : []),
	];
}

/** For plain words that a concept of the dictionary knows in three languages: its @ name. */
export function widerHint(text: string, say: Say): Block[] {
	const query = readOrNull(text);
	if (!query) return [];
	const wider = [...new Set(plainPhrases(query).flatMap(widerName))];
	if (wider.length === 0) return [];
	const count = Math.min(wider.length, mostConcepts);
	const names = wider.slice(0, mostConcepts).join(", ");
	const hint = say("commands.widerHint", { count, names });
	return [textBlock({ text: hint, style: "soft" })];
}

/** A query kept by an earlier version may no longer be one. */
function readOrNull(text: string): Query | null {
	try {
		return parseQuery(text);
	} catch (error) {
		if (error instanceof QueryError) return null;
		throw error;
	}
}

function conceptFact({ id, forms, not }: Concept, say: Say) {
	const all = inTurn(forms);
	const shown = all.slice(0, mostForms).join(", ");
	const told = all.length > mostForms ? `${shown} …` : shown;
	const text =
		not.length === 0
			? told
			: say("commands.conceptNot", {
					forms: told,
					not: not.slice(0, mostNot).join(", "),
				});
	return { label: `@${id}`, value: [{ text }] };
}

/** One form of each language after the other, so that a cut list still shows all three. */
function inTurn(forms: Concept["forms"]): readonly string[] {
	const lists = Object.values(forms);
	const longest = Math.max(...lists.map(({ length }) => length));
	const turns = Array.from({ length: longest }, (_, turn) =>
		lists.flatMap((list) => list[turn] ?? []),
	);
	return [...new Set(turns.flat())];
}

function conceptsIn(query: Query): ReadonlySet<string> {
	const found = new Set<string>();
	const look = (part: Query): void => {
		if (part.kind === "concept") found.add(part.id);
		else for (const inner of partsOf(part)) look(inner);
	};
	look(query);
	return found;
}

function plainPhrases(query: Query): readonly string[] {
	if (query.kind === "concept" || query.kind === "not") return [];
	if (query.kind !== "phrase") return partsOf(query).flatMap(plainPhrases);
	if (query.words.some(({ prefix }) => prefix)) return [];
	return [query.words.map(({ text }) => text).join(" ")];
}

function widerName(words: string): string[] {
	// Two letters mean too much: `eu`, `us`.
	const concept = words.length > 2 ? findConcept(words) : undefined;
	return concept ? [`@${concept.id}`] : [];
}

function partsOf(query: Query): readonly Query[] {
	switch (query.kind) {
		case "all":
		case "any":
		case "some":
			return query.parts;
		case "near":
			return [query.left, query.right];
		case "except":
			return [query.part, query.other];
		case "phrase":
		case "said":
		case "facet":
			return [];
		default:
			return [query.part];
	}
}
