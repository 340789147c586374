import { IntlMessageFormat } from "intl-messageformat";
import { english, type Translation, translated } from "./catalogues.ts";

/** The languages that the bot can be set to speak; a phrase not yet translated is said in English. */
export const languages = ["en", "fr", "es"] as const;
export type Language = (typeof languages)[number];

type Room = keyof typeof english;

/** Names one sentence: the file's name, a dot, the name in the file. */
export type PhraseKey = {
	[R in Room]: `${R}.${keyof (typeof english)[R] & string}`;
}[Room];

export type PhraseValues = Readonly<
	Record<string, string | number | boolean | Date | null>
>;

/** Puts one sentence into words, in the language it was made for. */
export type Say = (key: PhraseKey, values?: PhraseValues) => string;

const catalogues: Record<Language, Translation> = {
	en: english,
	...translated,
};

const formats = new Map<string, IntlMessageFormat>();

/** Gives the speaker of a language. Phrases are ICU messages: plurals, selects, numbers and dates. */
export function sayIn(language: Language): Say {
	return (key, values = {}) => {
		const text = formatFor(language, key).format(values);
		return typeof text === "string" ? text : String(text);
	};
}

function formatFor(language: Language, key: PhraseKey): IntlMessageFormat {
	const known = formats.get(`${language} ${key}`);
	if (known) return known;
	const spoken = phraseOf(language, key) === undefined ? "en" : language;
	const phrase = phraseOf(spoken, key) ?? key;
	// A tag in a phrase is text, not markup: platforms escape it themselves.
	const format = new IntlMessageFormat(phrase, spoken, undefined, {
		ignoreTag: true,
	});
	formats.set(`${language} ${key}`, format);
	return format;
}

function phraseOf(language: Language, key: PhraseKey): string | undefined {
	const dot = key.indexOf(".");
	return catalogues[language][key.slice(0, dot)]?.[key.slice(dot + 1)];
}
