import fc from "fast-check";
import { expect, test } from "vitest";
import { findTopicsMet } from "../../src/topics/matching/find-topics-met.ts";
import {
	addTopic,
	anchorTopics,
	compileTopic,
	emptyTable,
} from "../../src/topics/matching/topic-table.ts";
import { parseQuery } from "../../src/topics/parse-query.ts";
import { QueryError } from "../../src/topics/query.ts";
import { newsOf } from "./news-of.ts";

/** Steps that one topic costs with a text, and how many numbers its code has. */
function stepsOf(query: string, body: string): { steps: number; size: number } {
	const table = emptyTable();
	addTopic(table, parseQuery(query));
	const { reading } = table.matching;
	findTopicsMet(table, newsOf(body), []);
	return { steps: reading.steps, size: table.end };
}

/** Every word meets every star; phrases overlap wherever they can. */
const hostileText = (words: number) =>
	Array.from({ length: words }, (_, at) => "a".repeat(3 + (at % 9))).join(" ");

const hostileTerm = fc.oneof(
	fc.integer({ min: 3, max: 12 }).map((count) => `${"a".repeat(count)}*`),
	fc
		.array(fc.constantFrom("aaa*", "aaaa", "aaaaa*"), {
			minLength: 2,
			maxLength: 6,
		})
		.map((words) => `"${words.join(" ")}"`),
);
const hostileQuery = fc
	.array(
		fc.tuple(
			hostileTerm,
			fc.constantFrom("NEAR/50", "EXCEPT", "OR", "NEAR/1", "AND"),
			fc.constantFrom("", "2x:", "about:", "title:"),
		),
		{ minLength: 2, maxLength: 40 },
	)
	.map((parts) =>
		parts.map(([term, by, field]) => `${field}${term} ${by}`).join(" "),
	)
	.map((text) => text.replace(/ \S+$/, ""))
	.filter(isReadable);

function isReadable(text: string): boolean {
	try {
		return parseQuery(text) !== undefined;
	} catch (error) {
		if (error instanceof QueryError) return false;
		throw error;
	}
}

test("takes steps in proportion to the text, whatever the query", () => {
	fc.assert(
		fc.property(hostileQuery, (query) => {
			const once = stepsOf(query, hostileText(300));
			const twice = stepsOf(query, hostileText(600));
			expect(twice.steps).toBeLessThan(2.3 * once.steps + 1000);
			expect(once.steps).toBeLessThan(25 * 300 * once.size);
		}),
		{ numRuns: 100 },
	);
});

test.each([
	["NEAR after NEAR", Array(80).fill("aaa*").join(" NEAR/50 ")],
	[
		"stars of every length",
		Array.from({ length: 28 }, (_, at) => `${"a".repeat(at + 3)}*`).join(
			" OR ",
		),
	],
	[
		"phrases of every length",
		Array.from({ length: 18 }, (_, at) => `"${"aaaa ".repeat(at + 2)}"`).join(
			" NEAR/50 ",
		),
	],
	[
		"groups within groups",
		`${"(aaa* NEAR/50 ".repeat(19)}aaa*${")".repeat(19)}`,
	],
	["EXCEPT after EXCEPT", Array(60).fill("aaa*").join(" EXCEPT ")],
	["some of many", `9 of (${Array(60).fill("3x:aaa*").join(", ")})`],
])("stays linear in the text with %s", (_, query) => {
	const once = stepsOf(query, hostileText(500)).steps;
	const fourTimes = stepsOf(query, hostileText(2000)).steps;
	expect(fourTimes).toBeLessThan(4.4 * once);
});

test("asks a topic once, however many of its words stand in the text", () => {
	const words = Array.from({ length: 100 }, (_, at) => `word${at}`);
	const body = words.join(" ");
	const query = `(${words.join(" OR ")}) NEAR/9 missing*`;
	const table = emptyTable();
	for (let at = 0; at < 200; at++) addTopic(table, parseQuery(query));
	findTopicsMet(table, newsOf(body), []);
	expect(table.matching.reading.steps).toBeLessThan(200 * 100 * 3);
});

test("looks once for what stands in many queries", () => {
	const table = emptyTable();
	for (let at = 0; at < 1000; at++) {
		addTopic(table, parseQuery(`tariff NEAR/${1 + (at % 4)} steel -word${at}`));
	}
	const { reading } = table.matching;
	const words = 400;
	findTopicsMet(table, newsOf("tariff steel ".repeat(words / 2)), []);
	expect(reading.steps).toBeLessThan(1000 * 10 + words * 20);
});

/** Steps that a piece of news costs when these topics were given together and so much news was read before. */
function stepsAfter(
	read: number,
	queries: readonly string[],
	body: string,
): number {
	const table = emptyTable();
	for (const query of queries) compileTopic(table, parseQuery(query));
	anchorTopics(table);
	const { reading } = table.matching;
	for (let count = 0; count < read; count++)
		findTopicsMet(table, newsOf(body), []);
	const before = reading.steps;
	findTopicsMet(table, newsOf(body), []);
	return reading.steps - before;
}

const numbers = Array.from({ length: 1000 }, (_, at) => 1000 + at);

test("before any news was read waits for words that few topics have", () => {
	// The longer word would be thought the rarer.
	const queries = numbers.map((at) => `surcharges a${at}`);
	expect(stepsAfter(0, queries, "surcharges rise")).toBeLessThan(20);
});

test("learns from the news which words are rare", () => {
	const queries = numbers.map((at) => `w${at} surcharges`);
	const body = numbers
		.slice(0, 100)
		.map((at) => `w${at}`)
		.join(" ");
	const early = stepsAfter(0, queries, body);
	// The first round begins after some thousand pieces of news; a hundred topics are no longer looked at.
	expect(stepsAfter(4500, queries, body)).toBeLessThan(early - 90);
});
