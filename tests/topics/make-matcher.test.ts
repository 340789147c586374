import { expect, test } from "vitest";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import { newsOf, saidIn } from "./news-of.ts";

test.each<[string, string, boolean]>([
	["steel", "Steel, again", true],
	["steel", "The Steelers won", false],
	["steel", "stainless-steel sinks", true],
	["steel*", "Steelmakers gain", true],
	["acier", "Les tarifs sur l’ACIER demeurent", true],
	["Québec", "QUEBEC CITY", true],
	["siderurgia", "la siderúrgia", true],
	['"steel tariffs"', "steel tariffs", true],
	['"steel tariffs"', "tariffs on steel", false],
	['"steel tarif*"', "the steel\ntariffs", true],
	['"droits sur acier"', "des droits sur l'acier", true],
	['"Canada tariff*"', "Canada’s tariffs", true],
	["CUSMA", "(CUSMA),", true],
	["T-MEC", "el T‑MEC vive", true],
	['"U.S. tariffs"', "new US tariffs", true],
	['"25 %"', "a 25% tariff", true],
	["steel tariff*", "steel is strong", false],
	["steel OR aluminum", "aluminum only", true],
	["steel -hockey", "steel", true],
	["steel -hockey", "steel and hockey", false],
	["steel (tariff* OR -canada)", "steel in Mexico", true],
	["steel (tariff* OR -canada)", "steel in Canada", false],
	["steel NEAR/3 tariff*", "tariffs of 50% on steel", false],
	["steel NEAR/4 tariff*", "tariffs of 50% on steel", true],
	["steel NEAR/1 tariff*", "steel tariffs", true],
	["a NEAR/2 b NEAR/2 c", "a x b y c", true],
	["a NEAR/2 b NEAR/2 c", "a x x x b y c", false],
	["title:steel tariff*", "steel tariffs", false],
])("the query %s meets %j: %s", (query, body, isMet) => {
	const matcher = makeMatcher([{ id: "asked", query }]);
	const met = matcher.match(newsOf(body), []).map(({ topicId }) => topicId);
	expect(met).toEqual(isMet ? ["asked"] : []);
});

test("keeps title: to the title, and phrases and NEAR inside one field", () => {
	const matcher = makeMatcher([
		{ id: "title", query: "title:(steel OR acier)" },
		{ id: "phrase", query: '"steel tariffs"' },
		{ id: "near", query: "steel NEAR/50 tariffs" },
		{ id: "both", query: "steel tariffs" },
	]);
	const news = newsOf({ title: "The price of steel", body: "tariffs rise" });
	expect(idsFrom(matcher.match(news, []))).toEqual(["title", "both"]);
});

test("shows each word that counts where it stands, accents and apostrophes as written", () => {
	const matcher = makeMatcher([
		{ id: "t", query: "acier (tarif* OR surtaxe) -hockey" },
	]);
	const body = "Ottawa : « l’Acier » sous tarif, l'acier encore";
	const [match] = matcher.match(newsOf({ title: "Surtaxe", body }), []);
	expect(match?.evidence).toEqual([
		{ field: "body", text: "Acier", start: 13, end: 18 },
		{ field: "body", text: "tarif", start: 26, end: 31 },
		{ field: "title", text: "Surtaxe", start: 0, end: 7 },
	]);
	for (const { field, text, start, end } of match?.evidence ?? []) {
		expect(newsOf({ title: "Surtaxe", body })[field].slice(start, end)).toBe(
			text,
		);
	}
});

test("shows at most ten pieces of evidence, and still every part of the query", () => {
	const letters = "abcdefghijklmnop"
		.split("")
		.map((letter) => letter.repeat(4));
	const query = `(${letters.join(" OR ")}) tariff`;
	const matcher = makeMatcher([{ id: "t", query }]);
	const [match] = matcher.match(newsOf(`${letters.join(" ")} tariff`), []);
	expect(match?.evidence).toHaveLength(10);
	expect(match?.evidence.map(({ text }) => text)).toContain("tariff");
});

test("said: needs the person to speak, and NEAR counts from what is said", () => {
	const matcher = makeMatcher([
		{ id: "greer", query: "said:greer" },
		{ id: "trump-on-trade", query: "said:trump NEAR/3 (tariff* OR trade)" },
		{ id: "in-title", query: "title:said:greer" },
	]);
	const body = `Greer met Trump. "We will win the cup," Trump said. One two three four tariffs.
	"All options remain," Greer said.`;
	const news = newsOf(body);
	const cup = saidIn(news, {
		speaker: "trump",
		text: '"We will win the cup," Trump said',
	});
	const options = saidIn(news, {
		speaker: "greer",
		text: '"All options remain," Greer said',
	});
	expect(idsFrom(matcher.match(news, []))).toEqual([]);
	expect(idsFrom(matcher.match(news, [cup]))).toEqual([]);
	const [match, ...more] = matcher.match(news, [cup, options]);
	expect(more).toEqual([]);
	expect(match).toMatchObject({
		topicId: "greer",
		evidence: [{ text: options.text }],
	});
	const onTrade = newsOf(body.replace("One two three four", "He fears"));
	const cupAgain = saidIn(onTrade, { speaker: "trump", text: cup.text });
	expect(idsFrom(matcher.match(onTrade, [cupAgain]))).toEqual([
		"trump-on-trade",
	]);
});

test("lang: and kind: look at the Article, and are unmet when unknown", () => {
	const matcher = makeMatcher([
		{ id: "fr", query: "acier lang:fr" },
		{ id: "official", query: "acier kind:official" },
	]);
	const news = newsOf("acier");
	expect(matcher.match(news, [])).toEqual([]);
	expect(
		idsFrom(matcher.match({ ...news, language: "fr", kind: "official" }, [])),
	).toEqual(["fr", "official"]);
});

test("takes topics up and forgets them one at a time", () => {
	const matcher = makeMatcher([{ id: "a", query: "steel" }]);
	const news = newsOf("steel and copper");
	matcher.add({ id: "b", query: "copp*" });
	expect(idsFrom(matcher.match(news, []))).toEqual(["a", "b"]);
	matcher.add({ id: "a", query: "wheat" });
	expect(idsFrom(matcher.match(news, []))).toEqual(["b"]);
	matcher.remove("b");
	matcher.remove("never-there");
	expect(matcher.match(news, [])).toEqual([]);
	expect(() => matcher.add({ id: "a", query: "(" })).toThrow("expected");
	expect(idsFrom(matcher.match(newsOf("wheat"), []))).toEqual(["a"]);
});

test("goes on without a topic that cannot be read, and names it", () => {
	const matcher = makeMatcher([
		{ id: "bad", query: "(steel" },
		{ id: "good", query: "steel" },
	]);
	expect(idsFrom(matcher.match(newsOf("steel"), []))).toEqual(["good"]);
	expect([...matcher.broken]).toMatchObject([
		["bad", { fault: "missing-close" }],
	]);
	matcher.add({ id: "bad", query: "steel" });
	expect(matcher.broken.size).toBe(0);
});

test("answers hostile queries over a long text", () => {
	const matcher = makeMatcher([
		{ id: "near", query: Array(80).fill("aaa*").join(" NEAR/50 ") },
		{ id: "phrase", query: `"${"a ".repeat(19)}b"` },
		{ id: "any", query: Array(200).fill("aaa*").join(" OR ") },
	]);
	const met = matcher.match(newsOf("aaaa a ".repeat(100_000)), []);
	expect(idsFrom(met)).toEqual(["near", "any"]);
});

function idsFrom(matches: readonly { readonly topicId: string }[]): string[] {
	return matches.map(({ topicId }) => topicId);
}
