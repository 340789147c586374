import { expect, test } from "vitest";
import { sayIn } from "../../src/phrases/say.ts";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import spanish from "../../src/tariffs/book/said/es.json" with { type: "json" };
import french from "../../src/tariffs/book/said/fr.json" with { type: "json" };
import { readBook } from "../../src/tariffs/book.ts";

const book = readBook();
const english = new Set<string | undefined>([
	...book.rules.map(({ why }) => why),
	...book.events.map(({ what }) => what),
	...book.measures.flatMap(({ exemptions, preference, note, disagreement }) => [
		...exemptions.map(({ why }) => why),
		preference,
		note,
		disagreement,
	]),
	...book.measures.flatMap(({ tracks }) =>
		tracks.flatMap(({ versions }) => versions.map(({ note }) => note)),
	),
	...[...book.products.values()].flatMap(({ column1 }) =>
		Object.values(column1).map(({ note }) => note),
	),
]);

test.each([
	["French", french],
	["Spanish", spanish],
])("every reason, note and date of the book is told in %s", (_, said) => {
	const told = new Set(Object.keys(said));
	expect(
		[...english].filter((sentence) => sentence && !told.has(sentence)),
	).toEqual([]);
});

test.each([
	["fr", "n’est pas perçu sur la valeur du métal"],
	["es", "no se cobra sobre el valor del metal"],
] as const)(
	"in %s an excluded duty says why in that language",
	(language, words) => {
		const { claims } = answerTariff(
			{
				...{ query: "steel", importer: "US", origin: "CA", on: "2025-07-01" },
				say: sayIn(language),
			},
			book,
			new Date("2026-10-10"),
		);
		expect(JSON.stringify(claims)).toContain(words);
	},
);

/** The figures of a sentence, each once, without their signs: `100,000` and `100 000` are alike. */
const figures = (text: string) =>
	[
		...new Set(
			(text.match(/\d(?:[\d.]|[,\s\u202f](?=\d))*/g) ?? []).map((figure) =>
				figure.replace(/\D/g, ""),
			),
		),
	].sort();

test.each([
	["French", french],
	["Spanish", spanish],
])("no translation into %s tells another figure", (_, said) => {
	for (const [sentence, told] of Object.entries(said)) {
		expect(figures(told), sentence).toEqual(figures(sentence));
	}
});
