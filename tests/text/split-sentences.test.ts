import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "../../src/text/split-sentences.ts";

function sentencesOf(text: string): string[] {
	return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

test.each<[string, string[]]>([
	["One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]],
	[
		"The U.S. Trade Representative met Mr. Roy. He left.",
		["The U.S. Trade Representative met Mr. Roy.", "He left."],
	],
	[
		"Steel enters the U.S. The duty is 35.5 per cent.",
		["Steel enters the U.S.", "The duty is 35.5 per cent."],
	],
	[
		"Canada's No. 1 export, said J. Smith Jr. of Acme Inc. on Jan. 5. No one bid.",
		[
			"Canada's No. 1 export, said J. Smith Jr. of Acme Inc. on Jan. 5.",
			"No one bid.",
		],
	],
	[
		"Selon M. Roy et Mme. Lavoie, c’est fini. L’art. 34 tient.",
		["Selon M. Roy et Mme. Lavoie, c’est fini.", "L’art. 34 tient."],
	],
	[
		"El Sr. Ruiz habló. ¿Y la Dra. Paz? ¡No!",
		["El Sr. Ruiz habló.", "¿Y la Dra. Paz?", "¡No!"],
	],
	[
		"“No deal. None. Ever.” They left.",
		["“No deal. None. Ever.”", "They left."],
	],
	['"Wait. See," he said. "Then go."', ['"Wait. See," he said.', '"Then go."']],
	["« C’est non. Jamais. » Il sort.", ["« C’est non. Jamais. »", "Il sort."]],
	["A headline\nA line. More", ["A headline", "A line.", "More"]],
	["wrapped at the\nmargin here.", ["wrapped at the\nmargin here."]],
	["“Never closed. Still\nNew line.", ["“Never closed. Still", "New line."]],
	["Wait... and see. Done…", ["Wait... and see.", "Done…"]],
	["   ", []],
	["", []],
])("splits %j", (text, sentences) => {
	expect(sentencesOf(text)).toEqual(sentences);
});

test("loses no letter, whatever the text", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			const bare = (s: string) => s.replace(/\s+/gu, "");
			expect(bare(sentencesOf(text).join(""))).toBe(bare(text));
		}),
	);
});

test.each([".", "a. ", "“", '"', '" ', "«»", "\n", "U.S. ", ".”", "! "])(
	"reads a long run of %j in linear time",
	(piece) => {
		const began = performance.now();
		splitSentences(piece.repeat(1_000_000 / piece.length));
		expect(performance.now() - began).toBeLessThan(3000);
	},
);
