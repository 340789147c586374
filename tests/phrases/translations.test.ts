import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { english, translated } from "../../src/phrases/catalogues.ts";
import { sayIn } from "../../src/phrases/say.ts";

/** Rooms that people in a channel read; the others are an operator's. */
const spoken = [
	"cards",
	"chat",
	"commands",
	"names",
	"pages",
	"proposals",
	"rates",
	"tariffs",
] as const;

describe.each(["fr", "es"] as const)("%s", (language) => {
	test.each(spoken)("says every sentence of %s", (room) => {
		const theirs = translated[language][room] ?? {};
		expect(Object.keys(theirs).sort()).toEqual(
			Object.keys(english[room]).sort(),
		);
	});

	const sentences = spoken.flatMap((room) =>
		Object.entries<string>(english[room]).map(([name, text]) => ({
			name: `${room}.${name}`,
			text,
			theirs: translated[language][room]?.[name] ?? "",
		})),
	);

	test.each(sentences)("$name takes the same values and cases", (sentence) => {
		expect(holes(sentence.theirs, language)).toEqual(
			holes(sentence.text, "en"),
		);
	});

	test("leaves next to nothing in English", () => {
		const same = sentences
			.filter(({ text, theirs }) => text === theirs && /[a-z]{4}/.test(text))
			.filter(({ text }) => !text.replace(/\{[^}]*\}/g, "").match(/^\W*$/))
			.map(({ name }) => name);
		expect(same.length).toBeLessThan(sentences.length / 20);
	});
});

test("speaks the language that it was made for", () => {
	const followed = { topic: "l’acier" };
	expect(sayIn("fr")("commands.subscribed", followed)).toBe(
		"Ce canal suit maintenant l’acier",
	);
	expect(sayIn("es")("commands.subscriptionsTitle", { count: 2 })).toBe(
		"Este canal sigue 2 temas",
	);
});

/** What a sentence is filled with: names, each with the cases of a select. Cases of a plural are the language's own. */
function holes(text: string, language: string): string[] {
	const format = new IntlMessageFormat(text, language, undefined, {
		ignoreTag: true,
	});
	return [...new Set(format.getAst().flatMap(holesOf))].sort();
}

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

function holesOf(part: Part): string[] {
	if (!("value" in part) || part.type === 0) return [];
	if (!("options" in part)) return [part.value];
	const inner = Object.values(part.options).flatMap(({ value }) =>
		value.flatMap(holesOf),
	);
	const cases = "pluralType" in part ? [] : Object.keys(part.options);
	return [part.value, ...cases.map((one) => `${part.value}=${one}`), ...inner];
}
