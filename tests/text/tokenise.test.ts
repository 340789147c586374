import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenise } from "../../src/text/tokenise.ts";

test.each<[string, string[]]>([
	["Canada-U.S. trade", ["canada", "us", "trade"]],
	["the U.S.A. and the US", ["the", "usa", "and", "the", "us"]],
	["les É.-U. aussi", ["les", "eu", "aussi"]],
	["L’acier d'acier qu'on", ["l", "acier", "d", "acier", "qu", "on"]],
	["Erin O’Toole’s plan", ["erin", "o'toole", "'s", "plan"]],
	["don't, aujourd’hui", ["don't", "aujourd'hui"]],
	["35.16 or 1,000, then 7.", ["35.16", "or", "1,000", "then", "7"]],
	["50% (50 per cent)", ["50", "%", "50", "per", "cent"]],
	["§ 232 of HTS 7206.10.00", ["§", "232", "of", "hts", "7206.10.00"]],
	["le 50e et $3bn", ["le", "50e", "et", "$", "3bn"]],
	["counter-tariffs", ["counter", "tariffs"]],
	["ARANCELES Á México", ["aranceles", "a", "mexico"]],
	["", []],
])("parts %j into words", (text, words) => {
	expect(tokenise(text).map((token) => token.text)).toEqual(words);
});

test("says where each word stands in the text as written", () => {
	const text = "« L’Économie » – 50 %";
	const written = tokenise(text).map((t) => text.slice(t.start, t.end));
	expect(written).toEqual(["L", "Économie", "50", "%"]);
});

test("keeps decomposed accents within their word", () => {
	const [word] = tokenise("Se\u0301gur");
	expect(word).toEqual({ text: "segur", start: 0, end: 6 });
});

test("gives ordered words inside the text, whatever the text", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			let last = 0;
			for (const token of tokenise(text)) {
				expect(token.start).toBeGreaterThanOrEqual(last);
				expect(token.end).toBeGreaterThan(token.start);
				expect(token.end).toBeLessThanOrEqual(text.length);
				last = token.end;
			}
		}),
	);
});

test.each(["a", "A.", "1.", "l'", "'s", "’", "\u0301", " ", "é-"])(
	"reads a long run of %j in linear time",
	(piece) => {
		const began = performance.now();
		tokenise(piece.repeat(1_000_000 / piece.length));
		expect(performance.now() - began).toBeLessThan(3000);
	},
);
