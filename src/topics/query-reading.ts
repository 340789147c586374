import type { Speaker } from "../news/statement.ts";
import { QueryError, queryLimits } from "./query.ts";
import { type QueryToken, queryTokens } from "./query-tokens.ts";

/** A query's text while it is read from left to right. */
export interface QueryReading {
	readonly tokens: readonly QueryToken[];
	/** Where the text ends, for errors after the last token. */
	readonly end: number;
	readonly speakers: readonly Speaker[];
	next: number;
	depth: number;
	terms: number;
	/** Directly inside the parentheses of `2 of (…)`, where commas count. */
	isList: boolean;
}

/**
 * Begins to read a text.
 * @throws QueryError when it is too long, or holds what is no token
 */
export function beginReading(
	text: string,
	speakers: readonly Speaker[],
): QueryReading {
	if (text.length > queryLimits.length) {
		const most = `at most ${queryLimits.length} characters`;
		throw new QueryError("too-long", queryLimits.length, most);
	}
	return {
		...{ tokens: queryTokens(text), end: text.length, speakers },
		...{ next: 0, depth: 0, terms: 0, isList: false },
	};
}

/** The next token, if there is one; commas are passed over outside of lists. */
export function peek(reading: QueryReading): QueryToken | undefined {
	let token = reading.tokens[reading.next];
	while (token?.kind === "comma" && !reading.isList) {
		token = reading.tokens[++reading.next];
	}
	return token;
}

/** The next token, if it is of that kind; reading goes on after it. */
export function take<K extends QueryToken["kind"]>(
	reading: QueryReading,
	kind: K,
): Extract<QueryToken, { kind: K }> | undefined {
	const token = peek(reading);
	if (!token || !isOf(token, kind)) return undefined;
	reading.next++;
	return token;
}

function isOf<K extends QueryToken["kind"]>(
	token: QueryToken,
	kind: K,
): token is Extract<QueryToken, { kind: K }> {
	return token.kind === kind;
}

/** Reads the ) that closes a group. */
export function close(reading: QueryReading, openedAt: number): void {
	if (take(reading, "close")) return;
	throw new QueryError("missing-close", openedAt, "a ) that closes this (");
}

/** Reads what stands in parentheses, and goes on afterwards as before. */
export function inside<T>(
	reading: QueryReading,
	isList: boolean,
	read: () => T,
): T {
	const before = reading.isList;
	reading.isList = isList;
	const found = read();
	reading.isList = before;
	return found;
}

/** Reads what stands a level deeper; levels are limited. */
export function deeper<T>(
	reading: QueryReading,
	at: number,
	read: (reading: QueryReading) => T,
): T {
	reading.depth++;
	if (reading.depth > queryLimits.depth) {
		const most = `at most ${queryLimits.depth} groups within each other`;
		throw new QueryError("too-deep", at, most);
	}
	const found = read(reading);
	reading.depth--;
	return found;
}

/** Counts what was read against what a query may hold. */
export function countTerm(reading: QueryReading, at: number, terms = 1): void {
	reading.terms += terms;
	if (reading.terms > queryLimits.terms) {
		const most = `at most ${queryLimits.terms} words and phrases`;
		throw new QueryError("too-many-terms", at, most);
	}
}
