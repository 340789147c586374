import type { Speaker } from "../news/statement.ts";
import { conceptQuery } from "./concepts/concept-query.ts";
import { findConcept, nearConcepts } from "./concepts/find-concept.ts";
import { people } from "./people.ts";
import { type Query, QueryError, queryLimits } from "./query.ts";
import { fieldNamed, isPlace, queryOfField } from "./query-fields.ts";
import {
	beginReading,
	close,
	countTerm,
	deeper,
	inside,
	peek,
	type QueryReading,
	take,
} from "./query-reading.ts";
import { countTerms, hasPlace, needsSomething } from "./query-shape.ts";
import type { QueryToken } from "./query-tokens.ts";
import { readPhrase } from "./read-phrase.ts";

/**
 * Reads a query as people type it in chat: `steel (tariff* OR "section 232")
 * -hockey`, `said:greer NEAR/30 @cusma`, `title:(acier OR acero)`. Binding from
 * loose to tight: OR, AND (also implied between neighbours), NOT or `-`,
 * NEAR/n and EXCEPT. A star stands for any ending. Takes time linear in the
 * text, which has a greatest length, and in what its concepts expand to, which
 * has one too.
 * @throws QueryError with the position and what was expected there.
 */
export function parseQuery(
	text: string,
	speakers: readonly Speaker[] = people,
): Query {
	const reading = beginReading(text, speakers);
	if (reading.tokens.length === 0) {
		throw new QueryError("empty", 0, termExpected);
	}
	const query = readAny(reading);
	const left = peek(reading);
	if (left) throw new QueryError("stray-close", left.at, "no ) without its (");
	if (!needsSomething(query)) {
		throw new QueryError("only-negative", 0, "a word that must be there too");
	}
	if (countTerms(query) > queryLimits.expanded) {
		const most = `fewer @ names: they stand for more than ${queryLimits.expanded} words`;
		throw new QueryError("too-many-terms", 0, most);
	}
	return query;
}

const termExpected = "a word, a phrase in quotes or a group in parentheses";

function readAny(reading: QueryReading): Query {
	const parts = [readAll(reading)];
	while (take(reading, "or")) parts.push(readAll(reading));
	return grouped("any", parts);
}

function readAll(reading: QueryReading): Query {
	const parts = [readNot(reading)];
	for (;;) {
		const isJoined = take(reading, "and") !== undefined;
		if (!isJoined && endsAll(peek(reading))) return grouped("all", parts);
		parts.push(readNot(reading));
	}
}

function endsAll(token: QueryToken | undefined): boolean {
	return token === undefined || ["or", "close", "comma"].includes(token.kind);
}

function readNot(reading: QueryReading): Query {
	const not = take(reading, "not");
	if (!not) return readNear(reading);
	const part = deeper(reading, not.at, readNot);
	return { kind: "not", part };
}

function readNear(reading: QueryReading): Query {
	let left = readPrimary(reading);
	for (;;) {
		const token = take(reading, "near") ?? take(reading, "except");
		if (!token) return left;
		countTerm(reading, token.at, queryLimits.nearTerms);
		const right = readPrimary(reading);
		if (!hasPlace(left) || !hasPlace(right)) {
			const name = token.kind === "near" ? "NEAR" : "EXCEPT";
			throw new QueryError(
				"near-operand",
				token.at,
				`words, phrases, said: or a group of these joined by OR on both sides of ${name}`,
			);
		}
		left =
			token.kind === "near"
				? { kind: "near", within: token.within, left, right }
				: { kind: "except", part: left, other: right };
	}
}

function readPrimary(reading: QueryReading): Query {
	const token = peek(reading);
	if (!token) throw new QueryError("missing-term", reading.end, termExpected);
	reading.next++;
	switch (token.kind) {
		case "open":
			return deeper(reading, token.at, (inner) => readGroup(inner, token.at));
		case "field":
			return deeper(reading, token.at, (inner) => readField(inner, token));
		case "times":
			return deeper(reading, token.at, (inner) => readTimes(inner, token));
		case "some":
			return deeper(reading, token.at, (inner) => readSome(inner, token));
		case "concept":
			countTerm(reading, token.at);
			return readConcept(token);
		case "words":
			countTerm(reading, token.at);
			return readPhrase(token);
		default:
			throw new QueryError("missing-term", token.at, termExpected);
	}
}

function readGroup(reading: QueryReading, openedAt: number): Query {
	const query = inside(reading, false, () => readAny(reading));
	close(reading, openedAt);
	return query;
}

/** `3x:word`: what follows stands in three places. */
function readTimes(
	reading: QueryReading,
	{ least, at }: { least: number; at: number },
): Query {
	checkCount(least, at);
	const part = readPrimary(reading);
	if (hasPlace(part)) return { kind: "times", least, part };
	const expected = "words, phrases, or a group of these joined by OR after x:";
	throw new QueryError("near-operand", at, expected);
}

/** `2 of (a, b, c)`, also with OR between them. */
function readSome(
	reading: QueryReading,
	{ least, at }: { least: number; at: number },
): Query {
	checkCount(least, at);
	const openedAt = take(reading, "open")?.at ?? at;
	const listed = inside(reading, true, () => {
		const parts = [readAny(reading)];
		while (take(reading, "comma")) parts.push(readAny(reading));
		return parts;
	});
	close(reading, openedAt);
	const [first] = listed;
	const parts =
		listed.length === 1 && first?.kind === "any" ? first.parts : listed;
	if (parts.length > least) return { kind: "some", least, parts };
	const expected = `more than ${least} members with commas between them`;
	throw new QueryError("list-comma", openedAt, expected);
}

function checkCount(least: number, at: number): void {
	if (least >= 1 && least <= queryLimits.count) return;
	const expected = `a number from 1 to ${queryLimits.count}`;
	throw new QueryError("count", at, expected);
}

function readConcept({ name, at }: { name: string; at: number }): Query {
	const concept = findConcept(name);
	if (concept) return conceptQuery(concept);
	const near = nearConcepts(name).map((id) => `@${id}`);
	const expected = "the name of something we know after @";
	throw new QueryError("unknown-concept", at, expected, near);
}

function readField(
	reading: QueryReading,
	{ name, at }: { name: string; at: number },
): Query {
	const field = fieldNamed(name, at);
	if (isPlace(field)) {
		return { kind: "in", field, part: readPrimary(reading) };
	}
	if (field === "about") return readAbout(reading, at);
	const value = peek(reading);
	if (value?.kind !== "words") {
		const position = value?.at ?? reading.end;
		throw new QueryError("missing-term", position, `a word after ${name}:`);
	}
	reading.next++;
	countTerm(reading, at);
	return queryOfField(field, value, reading.speakers);
}

function readAbout(reading: QueryReading, at: number): Query {
	const part = readPrimary(reading);
	if (hasPlace(part)) return { kind: "about", part };
	const expected = "words, phrases, or a group of these joined by OR";
	throw new QueryError("near-operand", at, expected);
}

function grouped(kind: "any" | "all", parts: readonly Query[]): Query {
	const [only] = parts;
	return only && parts.length === 1 ? only : { kind, parts };
}
