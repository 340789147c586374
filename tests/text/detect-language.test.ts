import { expect, test } from "vitest";
import { languageDetector } from "../../src/text/detect-language.ts";
import { ambiguous, headlines } from "../fixtures/languages/headlines.ts";

const detect = await languageDetector();
const ours = ["en", "fr", "es"];
const all = Object.entries(headlines).flatMap(([language, titles]) =>
	titles.map((title) => ({ language, title })),
);

/** The share of these headlines whose language is told, declared as `declaredOf` says. */
function told(
	some: typeof all,
	declaredOf: (language: string) => string,
): number {
	const right = some.filter(
		({ language, title }) => detect(title, declaredOf(language)) === language,
	);
	return right.length / some.length;
}

test("a headline in its feed's language keeps it", () => {
	expect(told(all, (language) => language)).toBeGreaterThanOrEqual(0.98);
});

test.each(ours)(
	"headlines declared to be %s are told by their words",
	(declared) => {
		const others = all.filter(({ language }) => language !== declared);
		expect(told(others, () => declared)).toBeGreaterThanOrEqual(0.92);
	},
);

test("two sentences leave no doubt, whatever their feed declares", () => {
	const pairs = ours.flatMap((language) =>
		all
			.filter((one) => one.language === language)
			.flatMap(({ title }, at, list) => {
				const next = list[at + 1]?.title;
				return next && at % 2 === 0
					? [{ language, title: `${title}. ${next}.` }]
					: [];
			}),
	);
	for (const declared of ours)
		expect(told(pairs, () => declared)).toBeGreaterThanOrEqual(0.97);
});

test.each(ours)("names and figures alone stay %s", (declared) => {
	const kept = ambiguous.filter((text) => detect(text, declared) === declared);
	expect(kept).toEqual(ambiguous);
});

test("nothing is told of no words", () => {
	expect(detect("", "fr")).toBe("fr");
	expect(detect("12 345 %", "es")).toBe("es");
});
