import fc from "fast-check";
import { letterTexts } from "./letter-texts.ts";
import { hostileAddresses, markupTexts } from "./markup-texts.ts";

/** What strangers may write where we show it: hundreds of texts in families. */
export const textFamilies: Readonly<Record<string, readonly string[]>> = {
	...markupTexts,
	...letterTexts,
};

const everyText = Object.values(textFamilies).flat();

/** Each with a name of its own: its family and its number there. */
export const namedTexts = Object.entries(textFamilies).flatMap(
	([family, texts]) =>
		texts.map((text, at) => [`${family}, ${at + 1}`, text] as const),
);

const mostOfFamily = 12;

/** At most twelve of a family, evenly spread: for tests that take their time with each. */
export function spread(texts: readonly string[]): readonly string[] {
	const step = Math.ceil(texts.length / mostOfFamily);
	return texts.filter((_, at) => at % step === 0);
}

/** Such a text, several in a row, one inside plain words, or letters at random, halves of pairs too. */
export function hostileText(): fc.Arbitrary<string> {
	const known = fc.constantFrom(...everyText);
	const short = fc.constantFrom(
		...everyText.filter(({ length }) => length < 80),
	);
	return fc.oneof(
		known,
		fc.array(short, { maxLength: 8 }).map((parts) => parts.join("")),
		fc.array(short, { maxLength: 8 }).map((parts) => parts.join(" ")),
		short.map((text) => `Steel ${text} tariff`),
		fc.string({ unit: "binary", maxLength: 60 }),
		fc
			.array(fc.nat(0xffff), { maxLength: 30 })
			.map((units) => String.fromCharCode(...units)),
	);
}

/** An address as a stranger may give it, good ones among them. */
export function hostileAddress(): fc.Arbitrary<string> {
	return fc.oneof(
		fc.constantFrom(...hostileAddresses),
		fc.webUrl(),
		fc.webUrl({ withFragments: true, withQueryParameters: true }),
		hostileText().map((text) => `https://evil.example/${text}`),
		hostileText(),
	);
}
