import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "../../src/topics/parse-query.ts";
import {
	type Query,
	QueryError,
	type QueryFault,
	queryLimits,
} from "../../src/topics/query.ts";

const word = (text: string): Query => ({
	kind: "phrase",
	words: [{ text, prefix: false }],
});

test.each<[string, string]>([
	["words side by side must both be there", "steel tariff AND canada"],
	["OR binds looser than AND", "(steel AND tariff) OR canada"],
])("%s", (_, text) => {
	const [a, b, c] = ["steel", "tariff", "canada"].map(word);
	expect([
		{ kind: "all", parts: [a, b, c] },
		{ kind: "any", parts: [{ kind: "all", parts: [a, b] }, c] },
	]).toContainEqual(parseQuery(text));
});

test.each<[string, string]>([
	["steel and tariff", "steel AND tariff"],
	["steel or tariff", "steel OR tariff"],
	["steel not tariff", "steel -tariff"],
	["(((steel)))", "steel"],
	["“steel tariff”", '"steel tariff"'],
	["«steel tariff»", '"steel tariff"'],
	["L’ACIÉR", "acier"],
	["steel, tariff;", "steel tariff"],
	["T-MEC", '"t mec"'],
	["counter-tariff*", '"counter tariff*"'],
	['said:"Erin O’Toole"', "said:otoole"],
	["SAID:Šefčovič", "said:sefcovic"],
	["title: steel", "title:steel"],
	["steel NEAR/08 tariff", "steel NEAR/8 tariff"],
	["acier OU aluminium", "acier OR aluminium"],
	["acero o aluminio", "acero OR aluminio"],
	["acier et quota sauf hockey", "acier quota -hockey"],
	["acero y cuota salvo hockey", "acero cuota -hockey"],
	["acier PRÈS/4 quota", "acier NEAR/4 quota"],
	["acero CERCA/4 cuota", "acero NEAR/4 cuota"],
	['oil hors "palm oil"', 'oil EXCEPT "palm oil"'],
	["titre:acier", "title:acier"],
	["título:acero", "title:acero"],
	["dijo:greer", "said:greer"],
	["@USMCA", "@cusma"],
	["@acier", "@steel"],
	["pays:mexique", "country:MX"],
	["2 de (acier, quota, lait)", "2 of (acier, quota, lait)"],
	["2 of (steel OR quota OR milk)", "2 of (steel, quota, milk)"],
	["1x:steel", "1x:(steel)"],
	["genre:officiel acier", "kind:official acier"],
])("reads %s as %s", (written, plain) => {
	expect(parseQuery(written)).toEqual(parseQuery(plain));
});

test("reads lang: and kind: beside something that must be there", () => {
	expect(parseQuery("acier lang:FR kind:official")).toEqual({
		kind: "all",
		parts: [
			word("acier"),
			{ kind: "facet", facet: "language", value: "fr" },
			{ kind: "facet", facet: "kind", value: "official" },
		],
	});
});

test('keeps "or" in quotes as a word, for French gold', () => {
	expect(parseQuery('"or" canadien')).toEqual({
		kind: "all",
		parts: [word("or"), word("canadien")],
	});
});

const many = (count: number, text: string) => Array(count).fill(text).join(" ");

test.each<[string, QueryFault, number]>([
	["", "empty", 0],
	["   ", "empty", 0],
	["steel AND", "missing-term", 9],
	["OR steel", "missing-term", 0],
	["steel OR OR tariff", "missing-term", 9],
	["steel ()", "missing-term", 7],
	["steel & tariff -", "missing-term", 15],
	["(steel OR tariff", "missing-close", 0],
	["steel (a (b)", "missing-close", 6],
	["steel) tariff", "stray-close", 5],
	['steel "tariff', "missing-quote", 6],
	["st*", "short-prefix", 2],
	["*", "short-prefix", 0],
	["ste*l", "stray-star", 3],
	["steel NEAR tariff", "near-distance", 6],
	["steel NEAR/0 tariff", "near-distance", 6],
	["steel NEAR/500 tariff", "near-distance", 6],
	["(steel canada) NEAR/5 tariff", "near-operand", 15],
	["steel NEAR/5 (-tariff)", "near-operand", 6],
	["sayd:greer", "unknown-field", 0],
	["https://example.org", "unknown-field", 0],
	["steel said:nobody", "unknown-speaker", 11],
	["steel said:", "missing-term", 11],
	["steel lang:french", "unknown-language", 11],
	["steel kind:blog", "unknown-kind", 11],
	["steel @xxyyzz", "unknown-concept", 6],
	["steel @", "unknown-concept", 6],
	["country:atlantis", "unknown-country", 8],
	["sector:alchemy", "unknown-sector", 7],
	['source:"..." a', "unknown-source", 8],
	["21x:steel", "count", 0],
	["0 of (a, b)", "count", 0],
	["2 of (a, b)", "list-comma", 5],
	["2 of (a, b, )", "missing-term", 12],
	["2 of (a, b, c", "missing-close", 5],
	["about:(steel quota)", "near-operand", 0],
	["2x:(-steel)", "near-operand", 0],
	["steel EXCEPT lang:fr", "near-operand", 6],
	[`${"a".repeat(31)}*`, "long-prefix", 31],
	[`"${many(21, "a")}"`, "long-phrase", 1],
	[many(240, "@agriculture"), "too-many-terms", 0],
	["-steel", "only-negative", 0],
	["steel OR -tariff", "only-negative", 0],
	["lang:fr", "only-negative", 0],
	["a".repeat(queryLimits.length + 1), "too-long", queryLimits.length],
	[many(queryLimits.terms + 1, "a"), "too-many-terms", queryLimits.terms * 2],
	["(".repeat(2000), "too-deep", queryLimits.depth],
	[`steel ${"-".repeat(2000)}`, "missing-term", 6],
	[`steel ${many(900, "NOT")}`, "too-deep", 6 + queryLimits.depth * 4],
])("finds what is wrong with %.40j", (text, fault, position) => {
	expect(faultIn(text)).toMatchObject({ fault, position });
});

test("says where, what was expected, and who may have been meant", () => {
	expect(faultIn("tariff said:gree").message).toBe(
		"at character 13: expected the name of someone we listen to, such as said:greer",
	);
	expect(faultIn("(steel").message).toBe(
		"at character 1: expected a ) that closes this (",
	);
});

test("throws nothing but QueryError, whatever is typed, with a position inside the text", () => {
	const pieces = fc.constantFrom(
		"steel",
		"tarif*",
		"(",
		")",
		'"',
		"-",
		"*",
		"OR",
		"AND",
		"NOT",
		"NEAR/3",
		"said:",
		"said:greer",
		"title:",
		"lang:en",
		"kind:",
		"&",
		"é",
		"T-MEC",
		" ",
		"@steel",
		"@",
		"2 of (",
		"3x:",
		",",
		"EXCEPT",
		"about:",
		"lead:",
		"country:mx",
		"source:",
	);
	const typed = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.array(pieces, { maxLength: 60 }).map((each) => each.join(" ")),
		fc.array(pieces, { maxLength: 60 }).map((each) => each.join("")),
	);
	fc.assert(
		fc.property(typed, (text) => {
			try {
				parseQuery(text);
			} catch (error) {
				if (!(error instanceof QueryError)) throw error;
				expect(error.position).toBeGreaterThanOrEqual(0);
				expect(error.position).toBeLessThanOrEqual(text.length);
			}
		}),
		{ numRuns: 600 },
	);
});

function faultIn(text: string): QueryError {
	try {
		parseQuery(text);
	} catch (error) {
		if (error instanceof QueryError) return error;
		throw error;
	}
	throw new Error(`read without a fault: ${text}`);
}
