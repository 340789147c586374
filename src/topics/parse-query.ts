import type { Speaker } from "../news/statement.ts";
import { people } from "./people.ts";
import { type Query, QueryError, queryLimits } from "./query.ts";
import { fieldNamed, queryOfField } from "./query-fields.ts";
import { hasPlace, needsSomething } from "./query-shape.ts";
import { type QueryToken, queryTokens } from "./query-tokens.ts";
import { readPhrase } from "./read-phrase.ts";

interface Reading {
	readonly tokens: readonly QueryToken[];
	/** Where the text ends, for errors after the last token. */
	readonly end: number;
	readonly speakers: readonly Speaker[];
	next: number;
	depth: number;
	terms: number;
}

/**
 * Reads a query as people type it in chat: `steel (tariff* OR "section 232")
 * -hockey`, `said:greer NEAR/30 cusma`, `title:(acier OR acero)`. Binding from
 * loose to tight: OR, AND (also implied between neighbours), NOT or `-`, NEAR/n.
 * A star stands for any ending. `lang:` takes en, fr or es, `kind:` official,
 * media or opinion. Takes time linear in the text, which has a greatest length.
 * @throws QueryError with the position and what was expected there.
 */
export function parseQuery(
	text: string,
	speakers: readonly Speaker[] = people,
): Query {
	if (text.length > queryLimits.length) {
		const most = `at most ${queryLimits.length} characters`;
		throw new QueryError("too-long", queryLimits.length, most);
	}
	const tokens = queryTokens(text);
	if (tokens.length === 0) throw new QueryError("empty", 0, termExpected);
	const end = text.length;
	const reading = { tokens, end, speakers, next: 0, depth: 0, terms: 0 };
	const query = readAny(reading);
	const left = reading.tokens[reading.next];
	if (left) throw new QueryError("stray-close", left.at, "no ) without its (");
	if (!needsSomething(query)) {
		throw new QueryError("only-negative", 0, "a word that must be there too");
	}
	return query;
}

const termExpected = "a word, a phrase in quotes or a group in parentheses";

function readAny(reading: Reading): Query {
	const parts = [readAll(reading)];
	while (take(reading, "or")) parts.push(readAll(reading));
	return grouped("any", parts);
}

function readAll(reading: Reading): Query {
	const parts = [readNot(reading)];
	for (;;) {
		const isJoined = take(reading, "and") !== undefined;
		const kind = reading.tokens[reading.next]?.kind;
		const ends = kind === undefined || kind === "or" || kind === "close";
		if (ends && !isJoined) return grouped("all", parts);
		parts.push(readNot(reading));
	}
}

function readNot(reading: Reading): Query {
	const not = take(reading, "not");
	if (!not) return readNear(reading);
	const part = deeper(reading, not.at, readNot);
	return { kind: "not", part };
}

function readNear(reading: Reading): Query {
	let left = readPrimary(reading);
	for (;;) {
		const near = take(reading, "near");
		if (near?.kind !== "near") return left;
		const right = readPrimary(reading);
		if (!hasPlace(left) || !hasPlace(right)) {
			throw new QueryError(
				"near-operand",
				near.at,
				"words, phrases, said: or a group of these joined by OR on both sides of NEAR",
			);
		}
		left = { kind: "near", within: near.within, left, right };
	}
}

function readPrimary(reading: Reading): Query {
	const token = reading.tokens[reading.next];
	if (!token) throw new QueryError("missing-term", reading.end, termExpected);
	reading.next++;
	switch (token.kind) {
		case "open":
			return deeper(reading, token.at, (inner) => readGroup(inner, token.at));
		case "field":
			return deeper(reading, token.at, (inner) => readField(inner, token));
		case "words":
			countTerm(reading, token.at);
			return readPhrase(token);
		default:
			throw new QueryError("missing-term", token.at, termExpected);
	}
}

function readGroup(reading: Reading, openedAt: number): Query {
	const query = readAny(reading);
	if (!take(reading, "close")) {
		throw new QueryError("missing-close", openedAt, "a ) that closes this (");
	}
	return query;
}

function readField(
	reading: Reading,
	{ name, at }: { name: string; at: number },
): Query {
	const field = fieldNamed(name, at);
	if (field === "title") {
		return { kind: "in", field, part: readPrimary(reading) };
	}
	const value = take(reading, "words");
	if (value?.kind !== "words") {
		const position = reading.tokens[reading.next]?.at ?? reading.end;
		throw new QueryError("missing-term", position, `a word after ${name}:`);
	}
	countTerm(reading, at);
	return queryOfField(field, value, reading.speakers);
}

function deeper(
	reading: Reading,
	at: number,
	read: (reading: Reading) => Query,
): Query {
	reading.depth++;
	if (reading.depth > queryLimits.depth) {
		const most = `at most ${queryLimits.depth} groups within each other`;
		throw new QueryError("too-deep", at, most);
	}
	const query = read(reading);
	reading.depth--;
	return query;
}

function countTerm(reading: Reading, at: number): void {
	reading.terms++;
	if (reading.terms > queryLimits.terms) {
		const most = `at most ${queryLimits.terms} words and phrases`;
		throw new QueryError("too-many-terms", at, most);
	}
}

function take(
	reading: Reading,
	kind: QueryToken["kind"],
): QueryToken | undefined {
	const token = reading.tokens[reading.next];
	if (token?.kind !== kind) return undefined;
	reading.next++;
	return token;
}

function grouped(kind: "any" | "all", parts: readonly Query[]): Query {
	const [only] = parts;
	return only && parts.length === 1 ? only : { kind, parts };
}
