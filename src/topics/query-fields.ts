import { feedKinds } from "../news/article.ts";
import type { Speaker } from "../news/statement.ts";
import { closestSpeaker, findSpeaker } from "./find-speaker.ts";
import { type Query, QueryError } from "./query.ts";

const fields = ["title", "said", "lang", "kind"] as const;
type Field = (typeof fields)[number];

interface Value {
	readonly text: string;
	/** UTF-16 unit of the query. */
	readonly at: number;
}

/** The field before a colon, in any case. @throws QueryError when there is none of that name. */
export function fieldNamed(name: string, at: number): Field {
	const field = fields.find((known) => known === name);
	if (field) return field;
	const known = "title:, said:, lang: or kind:, or quotes around a word with :";
	throw new QueryError("unknown-field", at, known);
}

/**
 * The query that a field with one value makes: `said:greer`, `lang:fr`, `kind:official`.
 * @throws QueryError when the field has no such value.
 */
export function queryOfField(
	field: Exclude<Field, "title">,
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
	}
}

function said({ text, at }: Value, speakers: readonly Speaker[]): Query {
	const speaker = findSpeaker(text, speakers);
	if (speaker) return { kind: "said", speaker: speaker.id };
	const near = closestSpeaker(text, speakers);
	const hint = near ? `, such as said:${near.id}` : "";
	const expected = `the name of someone we listen to${hint}`;
	throw new QueryError("unknown-speaker", at, expected);
}

function inLanguage({ text, at }: Value): Query {
	const language = text.toLowerCase();
	if (/^[a-z]{2}$/.test(language)) return { kind: "language", language };
	const expected = "a language of two letters: en, fr, es";
	throw new QueryError("unknown-language", at, expected);
}

function ofKind({ text, at }: Value): Query {
	const feedKind = feedKinds.find((kind) => kind === text.toLowerCase());
	if (feedKind) return { kind: "feed-kind", feedKind };
	throw new QueryError("unknown-kind", at, feedKinds.join(" or "));
}
