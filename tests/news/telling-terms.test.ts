import { expect, test } from "vitest";
import { kindOf, tellingTerms } from "../../src/news/telling-terms.ts";
import { newsArticle } from "./news-article.ts";

test.each([
	["MONDAY: Ferry Sinks Off Brest", "monday"],
	["Ferry sinks off Brest on Monday", "monday"],
	["Un ferry coule au large de Brest lundi", "monday"],
	["Un transbordador se hunde el sábado", "saturday"],
])("takes the day of the week in %j for no name", (title, day) => {
	const terms = tellingTerms(newsArticle({ title }));
	expect(terms).toContain(day);
	expect(kindOf(day)).toBe("day");
});

test("tells names at the heart of a telling from other names and words", () => {
	const terms = tellingTerms(
		newsArticle({
			title: "",
			body: "A ferry of Orex Lines sank off Brest. Its crew was taken to Lorient.",
		}),
	);
	expect(Object.fromEntries(terms.map((term) => [term, kindOf(term)]))).toEqual(
		{
			ferry: "word",
			OREX: "heart",
			LIN: "heart",
			sank: "word",
			BREST: "heart",
			crew: "word",
			Lorient: "name",
		},
	);
});
