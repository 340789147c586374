import { feedKinds } from "../news/article.ts";
import type { Speaker } from "../news/statement.ts";
import { fold } from "../text/fold.ts";
import { conceptQuery } from "./concepts/concept-query.ts";
import { findConcept, nearConcepts } from "./concepts/find-concept.ts";
import { closestSpeaker, findSpeaker } from "./find-speaker.ts";
import {
	type Query,
	QueryError,
	type QueryField,
	queryFields,
} from "./query.ts";
import { wordsOf } from "./words-of.ts";

type ValueField = "said" | "lang" | "kind" | "country" | "sector" | "source";
/** What may stand before a colon: a place in the news, `about`, or a field with one value. */
export type Field = QueryField | "about" | ValueField;

interface Value {
	readonly text: string;
	/** UTF-16 unit of the query. */
	readonly at: number;
}

/** Names in English, French and Spanish, folded. */
const named: Readonly<Record<Field, readonly string[]>> = {
	title: ["title", "titre", "titulo", "titular"],
	lead: ["lead", "lede", "chapeau", "entrada", "entradilla"],
	anywhere: ["anywhere", "partout", "todo"],
	about: ["about", "sujet", "sobre"],
	said: ["said", "dit", "dijo"],
	lang: ["lang", "langue", "idioma"],
	kind: ["kind", "genre", "tipo"],
	country: ["country", "pays", "pais"],
	sector: ["sector", "secteur"],
	source: ["source", "fuente"],
};
const fields = new Map(
	Object.entries(named).flatMap(([field, names]) =>
		// The keys are those of the record above.
		names.map((name) => [name, field as Field]),
	),
);

const kindNames: Readonly<Record<string, (typeof feedKinds)[number]>> = {
	officiel: "official",
	oficial: "official",
	medias: "media",
	medios: "media",
};

/** The field before a colon, in any case. @throws QueryError when there is none of that name. */
export function fieldNamed(name: string, at: number): Field {
	const field = fields.get(fold(name));
	if (field) return field;
	const known = `${Object.keys(named).join(":, ")}: or quotes around a word with :`;
	throw new QueryError("unknown-field", at, known);
}

/** Whether the field says where in the news to look, rather than a value. */
export function isPlace(field: Field): field is QueryField {
	return queryFields.some((known) => known === field);
}

/**
 * The query that a field with one value makes: `said:greer`, `lang:fr`, `country:mexico`.
 * @throws QueryError when the field has no such value.
 */
export function queryOfField(
	field: Exclude<Field, QueryField | "about">,
	value: Value,
	speakers: readonly Speaker[],
): Query {
	switch (field) {
		case "said":
			return said(value, speakers);
		case "lang":
			return inLanguage(value);
		case "kind":
			return ofKind(value);
		case "source":
			return fromSource(value);
		default:
			return aboutOne(field, value);
	}
}

function said({ text, at }: Value, speakers: readonly Speaker[]): Query {
	const speaker = findSpeaker(text, speakers);
	if (speaker) return { kind: "said", speaker: speaker.id };
	const near = closestSpeaker(text, speakers);
	const expected = "the name of someone we listen to";
	const hints = near ? [`said:${near.id}`] : [];
	throw new QueryError("unknown-speaker", at, expected, hints);
}

function inLanguage({ text, at }: Value): Query {
	const language = text.toLowerCase();
	if (/^[a-z]{2}$/.test(language)) {
		return { kind: "facet", facet: "language", value: language };
	}
	const expected = "a language of two letters: en, fr, es";
	throw new QueryError("unknown-language", at, expected);
}

function ofKind({ text, at }: Value): Query {
	const folded = fold(text);
	const value = feedKinds.find(
		(kind) => kind === (kindNames[folded] ?? folded),
	);
	if (value) return { kind: "facet", facet: "kind", value };
	throw new QueryError("unknown-kind", at, feedKinds.join(" or "));
}

function fromSource({ text, at }: Value): Query {
	const value = wordsOf(text)
		.map((word) => word.text)
		.join(" ");
	if (value !== "") return { kind: "facet", facet: "source", value };
	const expected = "the name of an outlet or its address, such as cbc.ca";
	throw new QueryError("unknown-source", at, expected);
}

function aboutOne(field: "country" | "sector", { text, at }: Value): Query {
	const concept = findConcept(text, field);
	if (concept) return { kind: "about", part: conceptQuery(concept) };
	const near = nearConcepts(text, field).map((id) => `${field}:${id}`);
	const [fault, expected] =
		field === "country"
			? (["unknown-country", "a country or its code of two letters"] as const)
			: (["unknown-sector", "a sector, such as sector:metals"] as const);
	throw new QueryError(fault, at, expected, near);
}
