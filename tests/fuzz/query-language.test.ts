import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCommandLine } from "../../src/chat/format-command-line.ts";
import { parseCommandLine } from "../../src/chat/parse-command-line.ts";
import { queryMeaning } from "../../src/commands/query-meaning.ts";
import { languages, sayIn } from "../../src/phrases/say.ts";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import { parseQuery } from "../../src/topics/parse-query.ts";
import { pointAt } from "../../src/topics/point-at.ts";
import { type Query, QueryError } from "../../src/topics/query.ts";
import { openCommandHouse } from "../commands/command-house.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";

const { commands } = openCommandHouse();
const pieces =
	'steel|tarif*|acier|"section 232"|"auto parts"|(|)|"|-|OR|AND|NOT|NEAR/3|EXCEPT|@usmca|@steel|2 of (|3x:|,|title:|lead:|about:|said:greer|said:|lang:fr|kind:official|country:mx|sector:|source:|l’acier|T-MEC|25%|é|“|”|&||'.split(
		"|",
	);

/** Queries that can be read, and all that nearly can. */
const queries = fc.oneof(
	fc
		.array(fc.constantFrom(...pieces), { maxLength: 30 })
		.map((all) => all.join(" ")),
	fc
		.array(fc.oneof(fc.constantFrom(...pieces), hostileText()), {
			maxLength: 12,
		})
		.map((all) => all.join(" ")),
	well(),
	hostileText(),
);

function well(): fc.Arbitrary<string> {
	const { query } = fc.letrec<{ query: string }>((tie) => ({
		query: fc.oneof(
			{ depthSize: "small", withCrossShrink: true },
			fc.constantFrom(
				"steel",
				"tarif*",
				'"auto parts"',
				"@usmca",
				"said:greer",
			),
			fc
				.tuple(
					tie("query"),
					fc.constantFrom(" ", " OR ", " AND ", " -"),
					tie("query"),
				)
				.map(([left, by, right]) => `(${left}${by}${right})`),
			fc
				.tuple(
					fc.constantFrom("title:", "about:", "2x:", "lead:"),
					tie("query"),
				)
				.map((parts) => parts.join("")),
			fc
				.tuple(tie("query"), tie("query"), tie("query"))
				.map((parts) => `2 of (${parts.join(", ")})`),
		),
	}));
	return query;
}

describe("the query language", { timeout: fuzzTimeoutMs }, () => {
	test("reads, says back and matches whatever is typed, or points at what is wrong", async () => {
		const inputs = fc.record({
			query: queries,
			title: hostileText(),
			body: hostileText(),
		});
		await fuzz(inputs, 500, ({ query, title, body }) => {
			const read = readOr(query);
			if (read === null) return;
			for (const language of languages)
				expect(queryMeaning(read, sayIn(language))).not.toBe("");
			expect(parseQuery(saidBack(query))).toEqual(parseQuery(query.trim()));
			const news = { title, summary: "", body: `${body} steel tariffs` };
			for (const { evidence } of matcherOf(query).match(news, [])) {
				for (const { field, text, start, end } of evidence)
					expect(news[field].slice(start, end)).toBe(text);
			}
		});
	});
});

function matcherOf(query: string) {
	return makeMatcher([{ id: "asked", query }]);
}

/** Null where the query is refused, with its fault inside it. */
function readOr(text: string): Query | null {
	try {
		return parseQuery(text);
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		expect(error.position).toBeGreaterThanOrEqual(0);
		expect(error.position).toBeLessThanOrEqual(text.length);
		expect(pointAt(text, error.position).length).toBeGreaterThan(0);
		return null;
	}
}

/** As a button or a form says it again on a command line. */
function saidBack(query: string): string {
	const line = formatCommandLine("topic", "edit", { topic: "own", query });
	if (line.length > 6000) return query;
	return parseCommandLine(line, commands).options.query ?? "";
}
