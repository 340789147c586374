import type english from "../../../src/phrases/en/web.json";

type Words = Readonly<Record<keyof typeof english, string>>;
export type WordKey = keyof Words;

let words: Partial<Words> = {};

/** Fetches the page's words once, before anything is drawn. */
export async function loadWords(): Promise<void> {
	const response = await fetch("/page/words.json");
	if (!response.ok) throw new Error(`words: ${response.status}`);
	words = await response.json();
}

/** One of the page's phrases. They use plain `{name}` places only; the server formats the others. */
export function word(
	key: WordKey,
	values: Readonly<Record<string, string | number>> = {},
): string {
	const phrase = words[key] ?? key;
	return phrase.replace(/\{(\w+)\}/g, (place, name: string) =>
		String(values[name] ?? place),
	);
}
