import { expect, test } from "vitest";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import { newsOf } from "./news-of.ts";

test.each<[string, string, boolean]>([
	["@cusma", "Les règles de l’ACEUM", true],
	["@cusma", "El T-MEC sigue", true],
	["@nafta", "the new NAFTA", false],
	["@nafta", "NAFTA ended when the new NAFTA began", true],
	["@steel", "nerves of steel", false],
	["@steel", "Les aciéries de Hamilton", true],
	["@greer", "the U.S. Trade Representative", true],
	["@greer", "Germaine Greer wrote", false],
	["@section232", "a Section 232 inquiry", true],
	['oil EXCEPT "soybean oil"', "soybean oil rose", false],
	['oil EXCEPT "soybean oil"', "soybean oil and crude oil", true],
	["3x:steel", "steel, steel and iron", false],
	["3x:steel", "steel, steel and more steel", true],
	['2x:(steel OR "steel mill")', "one steel mill", false],
	["2 of (quota, dairy, TRQ)", "a dairy quota", true],
	["2 of (quota, dairy, TRQ)", "a quota, a quota", false],
	['"tarif* acier"', "les tarifs acier", true],
	['"tarif* acier"', "les tarifs sur acier", false],
	['"counter* tarif* on steel"', "counter tariffs on steel", true],
])("the query %s meets %j: %s", (query, body, isMet) => {
	const matcher = makeMatcher([{ id: "asked", query }]);
	expect(matcher.match(newsOf(body), []).length > 0).toBe(isMet);
});

const long = `${"The mill opened today. ".repeat(8)}Its quota is unknown.`;

test.each<[string, string[]]>([
	["title:quota", ["title"]],
	["lead:quota", ["summary", "lead"]],
	["about:quota", ["title", "summary", "lead", "thrice"]],
	["anywhere:quota", ["title", "summary", "lead", "end", "thrice"]],
	["title:(mill anywhere:quota)", ["lead", "end", "thrice"]],
])("%s looks there", (query, places) => {
	const matcher = makeMatcher([{ id: "asked", query }]);
	const news = {
		title: newsOf({ title: "A quota", body: "The mill opened." }),
		summary: newsOf({
			summary: "A quota",
			body: long.replace(/quota/, "fate"),
		}),
		lead: newsOf({ title: "Mill", body: "A quota is set. Others are not." }),
		end: newsOf({ title: "Mill", body: long.repeat(2) }),
		thrice: newsOf({ title: "Mill", body: long.repeat(3) }),
	};
	const found = Object.entries(news)
		.filter(([, one]) => matcher.match(one, []).length > 0)
		.map(([name]) => name);
	expect(found).toEqual(places);
});

test("country: and sector: ask what the news is about, source: who tells it", () => {
	const matcher = makeMatcher([
		{ id: "mexico", query: "country:MX" },
		{ id: "metals", query: "sector:metals" },
		{ id: "cbc", query: "mill source:cbc" },
		{ id: "lapresse", query: 'mill source:"La Presse"' },
	]);
	const ids = (news: Parameters<typeof matcher.match>[0]) =>
		matcher.match(news, []).map(({ topicId }) => topicId);
	const news = newsOf({ title: "Mexican copper mill", body: "" });
	expect(ids(news)).toEqual(["mexico", "metals"]);
	expect(ids({ ...news, outlet: "CBC News" })).toContain("cbc");
	expect(ids({ ...news, url: "https://www.cbc.ca/news/1" })).toContain("cbc");
	expect(ids({ ...news, outlet: "La Presse" })).toContain("lapresse");
	expect(ids({ ...news, outlet: "Presse" })).not.toContain("lapresse");
});

test("shows both sides of NEAR, three of three times, and nothing that is excepted", () => {
	const shown = (query: string, body: string) =>
		makeMatcher([{ id: "t", query }])
			.match(newsOf(body), [])
			.flatMap(({ evidence }) => evidence.map(({ text }) => text));
	expect(shown("steel NEAR/3 quota", "steel has no quota")).toEqual([
		"steel",
		"quota",
	]);
	expect(shown("3x:steel", "steel steel steel steel")).toHaveLength(3);
	const oils = "Soybean oil fell; oil rose";
	expect(shown('oil EXCEPT "soybean oil"', oils)).toEqual(["oil"]);
});
