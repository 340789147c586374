import type { PhraseKey, Say } from "../../src/phrases/say.ts";

/** Texts by Discord's locale. */
export type Localisations = Readonly<Record<string, string>>;

/** Who says things in the language of each of Discord's locales. */
export type Speakers = Readonly<Record<string, Say>>;

/** What Discord takes as the name of a command or an option, in lower case. */
const nameForm = /^[-_\p{L}\p{N}]{1,32}$/u;

/** A text in every language where it reads otherwise; `cut` keeps it within Discord's limit. */
export function localisedText(
	key: PhraseKey,
	say: Say,
	speakers: Speakers,
	cut: (text: string) => string,
): Localisations {
	const english = cut(say(key));
	const told = Object.entries(speakers)
		.map(([locale, speak]) => [locale, cut(speak(key))] as const)
		.filter(([, text]) => text !== english && text.trim() !== "");
	return Object.fromEntries(told);
}

/**
 * The names of siblings in every language where they read otherwise, by name.
 * Left out: what Discord takes for no name, and what a sibling is called there.
 */
export function localisedNames(
	names: readonly string[],
	speakers: Speakers,
): ReadonlyMap<string, Localisations> {
	const found = new Map<string, Record<string, string>>(
		names.map((name) => [name, {}]),
	);
	for (const [locale, speak] of Object.entries(speakers)) {
		const taken = new Set(names);
		for (const name of names) {
			const local = speak(nameKey(name));
			if (!isName(local) || taken.has(local)) continue;
			taken.add(local);
			Object.assign(found.get(name) ?? {}, { [locale]: local });
		}
	}
	return found;
}

/** A name without a phrase gives back its key, which is no name. */
function nameKey(name: string): PhraseKey {
	return `names.${name}` as PhraseKey;
}

function isName(text: string): boolean {
	return nameForm.test(text) && text === text.toLowerCase();
}
