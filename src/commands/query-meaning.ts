import { languageOf } from "../cards/topic-name.ts";
import type { Say } from "../phrases/say.ts";
import { conceptOf } from "../topics/concepts/find-concept.ts";
import { people } from "../topics/people.ts";
import type { Phrase, Query } from "../topics/query.ts";

/** Members of a list that are told; the others are counted. */
const mostTold = 6;

/** What a query asks for, in plain words of the reader's language, so that a slip is seen before it is sent. */
export function queryMeaning(query: Query, say: Say): string {
	const inner = (part: Query) => bracketed(part, say);
	switch (query.kind) {
		case "phrase":
			return phraseMeaning(query, say);
		case "concept": {
			const name = conceptOf(query.id).names[languageOf(say)];
			return say("commands.meansConcept", { name });
		}
		case "all":
			return allMeaning(query.parts, say);
		case "any":
			return listed("commands.meansAny", query.parts.map(inner), say);
		case "some": {
			const parts = cut(query.parts.map(inner), say).join("; ");
			return say("commands.meansSome", { count: query.least, parts });
		}
		case "not":
			return say("commands.meansNot", { part: inner(query.part) });
		case "near": {
			const [left, right] = [inner(query.left), inner(query.right)];
			return say("commands.meansNear", { left, right, count: query.within });
		}
		case "except": {
			const [part, other] = [inner(query.part), inner(query.other)];
			return say("commands.meansExcept", { part, other });
		}
		case "in":
			return say(fieldPhrase[query.field], { part: inner(query.part) });
		case "about":
			return say("commands.meansAbout", { part: inner(query.part) });
		case "times": {
			const part = inner(query.part);
			return say("commands.meansTimes", { part, count: query.least });
		}
		case "said":
			return say("commands.meansSaid", { name: personName(query.speaker) });
		case "facet":
			return say(facetPhrase[query.facet], { value: query.value });
	}
}

/** What must be there first, then what must not. */
function allMeaning(parts: readonly Query[], say: Say): string {
	const wanted = parts.filter(({ kind }) => kind !== "not");
	const barred = parts.flatMap((part) =>
		part.kind === "not" ? [part.part] : [],
	);
	const inner = (part: Query) => bracketed(part, say);
	const [only, ...more] = wanted.map(inner);
	const part =
		more.length > 0
			? listed("commands.meansAll", wanted.map(inner), say)
			: only;
	if (barred.length === 0) return part ?? "";
	const [first, ...others] = barred.map(inner);
	const other =
		others.length > 0
			? listed("commands.meansAny", barred.map(inner), say)
			: first;
	return say("commands.meansButNot", { part: part ?? "", other: other ?? "" });
}

const fieldPhrase = {
	title: "commands.meansTitle",
	lead: "commands.meansLead",
	anywhere: "commands.meansAnywhere",
} as const;
const facetPhrase = {
	language: "commands.meansLanguage",
	kind: "commands.meansKind",
	source: "commands.meansSource",
} as const;

/** Lists within other wordings stand in brackets, so that it is clear how far they reach. */
function bracketed(query: Query, say: Say): string {
	const meaning = queryMeaning(query, say);
	const isList = ["all", "any", "some", "near", "except"].includes(query.kind);
	return isList ? `(${meaning})` : meaning;
}

function phraseMeaning({ words }: Phrase, say: Say): string {
	const text = words.map((word) => word.text).join(" ");
	const isOpen = words.at(-1)?.prefix ?? false;
	return say(isOpen ? "commands.meansPrefix" : "commands.meansExact", {
		words: text,
	});
}

function listed(
	phrase: "commands.meansAll" | "commands.meansAny",
	parts: readonly string[],
	say: Say,
): string {
	const told = phrase === "commands.meansAny" ? cut(parts, say) : parts;
	const last = told.at(-1) ?? "";
	return say(phrase, { parts: told.slice(0, -1).join(", "), last });
}

function cut(parts: readonly string[], say: Say): readonly string[] {
	if (parts.length <= mostTold) return parts;
	const count = parts.length - mostTold;
	return [...parts.slice(0, mostTold), say("commands.meansMore", { count })];
}

function personName(id: string): string {
	const person = people.find((one) => one.id === id);
	return person ? `${person.given} ${person.family}`.trim() : id;
}
