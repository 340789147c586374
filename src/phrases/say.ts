import { IntlMessageFormat } from "intl-messageformat";
import cards from "./en/cards.json" with { type: "json" };
import chat from "./en/chat.json" with { type: "json" };
import commands from "./en/commands.json" with { type: "json" };
import desk from "./en/desk.json" with { type: "json" };
import pages from "./en/pages.json" with { type: "json" };
import platforms from "./en/platforms.json" with { type: "json" };
import tariffs from "./en/tariffs.json" with { type: "json" };
import web from "./en/web.json" with { type: "json" };

/** The languages that the bot can be set to speak; a phrase not yet translated is said in English. */
export const languages = ["en", "fr", "es"] as const;
export type Language = (typeof languages)[number];

const english = { cards, chat, commands, desk, pages, platforms, tariffs, web };
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

type Catalogue = Partial<Record<string, Partial<Record<string, string>>>>;
/** French and Spanish join here, file by file, as they are translated. */
const catalogues: Record<Language, Catalogue> = {
	en: english,
	fr: {},
	es: {},
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
