import { expect, test } from "vitest";
import type { NewsText } from "../../src/news/article.ts";
import { findStatements } from "../../src/news/find-statements.ts";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import { people } from "../../src/topics/people.ts";
import { topicCatalogue } from "../../src/topics/topic-catalogue.ts";
import { newsOf } from "./news-of.ts";

const matcher = makeMatcher(topicCatalogue);

function matchesOf(news: NewsText) {
	return matcher.match(news, findStatements(news, people));
}

function topicsOf(news: NewsText): string[] {
	return matchesOf(news).map(({ topicId }) => topicId);
}

/** Greer speaks in these, each in its own language. */
const quoting: readonly NewsText[] = [
	newsOf({
		title: "Washington keeps its options open on continental pact",
		body: `OTTAWA — The CUSMA is up for review next year, and the White House has yet to say what it wants.
“Could we leave it? We could. Could we sign it again as it is? I doubt it,” U.S. Trade Representative Jamieson Greer told reporters on Tuesday.
Mills in Hamilton and Sault Ste. Marie still pay 50 per cent tariffs on the steel that they ship south.`,
	}),
	newsOf({
		title: "L’ACEUM en sursis",
		body: `OTTAWA — La révision de l’ACEUM s’ouvrira l’été prochain et rien n’est acquis.
« Toutes les options demeurent sur la table », a déclaré Jamieson Greer, le représentant américain au Commerce.
L’acier canadien reste frappé de droits de douane de 50 %.`,
	}),
	newsOf({
		title: "Estados Unidos no descarta salir del T-MEC",
		body: `CIUDAD DE MÉXICO — La revisión del T-MEC comienza en julio.
“Todo está sobre la mesa”, dijo el representante comercial de Estados Unidos, Jamieson Greer, ante el Congreso.
Los aranceles al acero mexicano se mantienen en 50 por ciento.`,
	}),
];

/** In these he is only spoken of, or spoken with. */
const mentioning: readonly NewsText[] = [
	newsOf({
		title: "Two-step talks take shape",
		body: `The CUSMA review will have to wait, Canada's envoy says.
She has been in touch with U.S. Trade Representative Jamieson Greer, while Trade Minister Dominic LeBlanc met Commerce Secretary Howard Lutnick.
"We start with what hurts now," Kirsten Hillman said on Friday.`,
	}),
	newsOf({
		title: "Rencontre à Washington",
		body: `Le ministre Dominic LeBlanc doit rencontrer Jamieson Greer jeudi au sujet de la révision de l’ACEUM.
« Nous partons avec un mandat clair », a affirmé M. LeBlanc.`,
	}),
	newsOf({
		title: "Ebrard viaja a Washington",
		body: `El secretario de Economía se reunirá con Jamieson Greer para preparar la revisión del T-MEC.
“Vamos con una propuesta”, dijo Marcelo Ebrard.`,
	}),
];

test.each(quoting.map((news) => [news.title, news] as const))(
	"who quotes Greer on the review and on steel meets all three topics: %s",
	(_, news) => {
		expect(topicsOf(news)).toEqual(
			expect.arrayContaining([
				"cusma-review",
				"steel-tariffs",
				"greer-statements",
			]),
		);
	},
);

test.each(mentioning.map((news) => [news.title, news] as const))(
	"who only mentions Greer meets the review and not his statements: %s",
	(_, news) => {
		const topics = topicsOf(news);
		expect(topics).toContain("cusma-review");
		expect(topics).not.toContain("greer-statements");
		expect(topics).not.toContain("lutnick-statements");
	},
);

test("the evidence of a statement topic is what the person said", () => {
	for (const news of quoting) {
		const match = matchesOf(news).find(
			({ topicId }) => topicId === "greer-statements",
		);
		for (const { field, text, start, end } of match?.evidence ?? []) {
			expect(news[field].slice(start, end)).toBe(text);
		}
		expect(match?.evidence.length).toBeGreaterThan(0);
	}
});

test.each<[string, string, boolean]>([
	[
		"trump-statements",
		'"We love tariffs on Canada," Trump said on Monday.',
		true,
	],
	[
		"trump-statements",
		'"We love this golf course," Trump said on Monday.',
		false,
	],
	[
		"carney-statements",
		"« Les tarifs nuisent à tous », a dit Mark Carney.",
		true,
	],
	["carney-statements", "« Bravo aux Canadiens », a dit Mark Carney.", false],
	[
		"sheinbaum-statements",
		"“No habrá aranceles”, dijo la presidenta Claudia Sheinbaum.",
		true,
	],
	["leblanc-statements", '"The door is open," Dominic LeBlanc said.', true],
	["ebrard-statements", "“Vamos bien”, dijo Marcelo Ebrard.", true],
	["lutnick-statements", "Howard Lutnick said the tariffs will stay.", true],
	[
		"canadian-ambassador-statements",
		'"We are ready," said Mark Wiseman, Canada\'s ambassador.',
		true,
	],
	["trump-statements", '"The tariffs will stay," Eric Trump said.', false],
	["ford-statements", '"Tariffs cost us a billion," Ford Motor said.', false],
	[
		"ford-statements",
		"Ford said tariffs would cost it two billion dollars.",
		false,
	],
	[
		"ford-statements",
		'"Tariffs kill jobs," Ontario Premier Doug Ford said.',
		true,
	],
])("%s on %s: %s", (topic, body, isMet) => {
	expect(topicsOf(newsOf(body)).includes(topic)).toBe(isMet);
});
