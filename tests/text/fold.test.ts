import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWithOrigins } from "../../src/text/fold.ts";

test.each([
	["L’Économie", "l'economie"],
	["Maroš Šefčovič", "maros sefcovic"],
	["bœuf – ÆGIS — Straße", "boeuf - aegis - strasse"],
	["«\u00a0oui\u00a0»", '" oui "'],
	["“It’s” ‘so’…", "\"it's\" 'so'..."],
	["alu\u00admi\u200bnum", "aluminum"],
	["Se\u0301gur", "segur"],
	["İstanbul", "istanbul"],
	["plain ASCII `x`", "plain ascii 'x'"],
])("folds %j to %j", (text, folded) => {
	expect(fold(text)).toBe(folded);
});

test("finds the way back to the text as written", () => {
	const text = "«…» bœuf Québec";
	const folded = foldWithOrigins(text);
	const at = folded.text.indexOf("quebec");
	expect(text.slice(folded.originOf(at), folded.originOf(at + 6))).toBe(
		"Québec",
	);
});

test("folds alike with and without the way back, and folding again changes nothing", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			const { text: folded, originOf } = foldWithOrigins(text);
			expect(folded).toBe(fold(text));
			expect(fold(folded)).toBe(folded);
			expect(originOf(folded.length)).toBe(text.length);
		}),
	);
});
