import { expect, test } from "vitest";
import { findStatements } from "../../src/news/find-statements.ts";
import { tellStory } from "../../src/news/tell-story.ts";
import { type Given, newsArticle } from "./news-article.ts";

const speaker = (given: string, family: string) => ({
	id: family.toLowerCase(),
	given,
	family,
	aliases: [],
	not: [],
	titles: [],
});
const speakers = [speaker("Jo", "Park"), speaker("Ana", "Rivas")];

const first: Given = {
	title: "Ottawa puts 35% surtax on rebar from Turkey",
	summary:
		"Canada will charge a 35 per cent surtax on Turkish rebar from June 1, said Jo Park in Hamilton, after mills complained of dumping.",
};

/** What a later article does to the story of the first. */
function changeOf(later: Given): string {
	const tell = (
		given: Given,
		hours: number,
		known: Parameters<typeof tellStory>[1],
	) => {
		const article = newsArticle({ ...given, hours });
		return tellStory(article, known, findStatements(article, speakers));
	};
	const { story } = tell(first, 0, []);
	return tell(later, 20, [story]).change;
}

test.each<[string, Given]>([
	[
		"another rate",
		{ ...first, title: "Ottawa puts 50% surtax on rebar from Turkey" },
	],
	[
		"a day to come",
		{
			...first,
			title: "Ottawa's 35% surtax on rebar from Turkey ends on August 20",
		},
	],
	[
		"a turn of the decision",
		{ ...first, title: "Ottawa suspends 35% surtax on rebar from Turkey" },
	],
	[
		"a new speaker in the title",
		{
			...first,
			title: "Rivas says Ottawa's 35% surtax on rebar from Turkey is unjust",
		},
	],
	[
		"a new speaker in the first sentence",
		{
			title: "Surtax of 35% on Turkish rebar draws an answer",
			summary:
				"Canada's 35 per cent surtax on Turkish rebar is unjust, said Ana Rivas in Hamilton. Mills had complained of dumping.",
		},
	],
])("hears again for %s", (_, later) => {
	expect(changeOf(later)).toBe("material");
});

test.each<[string, Given]>([
	["the same text", first],
	[
		"a slip of the pen mended",
		{ ...first, title: "Ottawa puts 35% surtaxe on rebar from Turkey" },
	],
	[
		"another wording",
		{
			title: "Canada hits Turkish rebar with 35 per cent surtax",
			summary:
				"Jo Park announced in Hamilton a surtax of 35% on rebar from Turkey, answering mills that complained of dumping.",
		},
	],
	[
		"the day on which it was told",
		{ ...first, title: "Ottawa puts 35% surtax on rebar from Turkey, March 2" },
	],
	[
		"the same speaker again",
		{
			...first,
			title: "Park says Ottawa's 35% surtax on rebar from Turkey is fair",
		},
	],
	[
		"a speaker far down",
		{
			...first,
			summary: `${first.summary} Turkey's mills were not asked. They will answer, said Ana Rivas.`,
		},
	],
])("does not hear again for %s", (_, later) => {
	expect(changeOf(later)).toBe("joined");
});
