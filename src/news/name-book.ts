import { tokenise } from "../text/tokenise.ts";
import { type Gender, genderOfName } from "./given-names.ts";
import type { Word } from "./read-field.ts";
import type { Speaker } from "./statement.ts";
import { officeNouns, ofWords } from "./title-words.ts";

/** One way to name a Speaker, as folded words. */
export interface Name {
	readonly words: readonly string[];
	readonly speaker: Speaker;
	readonly part: "whole" | "surname" | "title";
	readonly gender: Gender | undefined;
}

/** The ways to name the speakers, by their first word, longest first. */
export type NameBook = ReadonlyMap<string, readonly Name[]>;

/** Puts the ways to name the speakers in order of their first word, longest first. */
export function makeNameBook(speakers: readonly Speaker[]): NameBook {
	const book = new Map<string, Name[]>();
	const add = (text: string, speaker: Speaker, part: Name["part"]) => {
		const words = tokenise(text).map((token) => token.text);
		const [first] = words;
		if (first === undefined) return;
		const gender = genderOfName(speaker.given);
		const name = { words, speaker, part, gender };
		book.set(first, [...(book.get(first) ?? []), name]);
	};
	for (const speaker of speakers) {
		add(`${speaker.given} ${speaker.family}`, speaker, "whole");
		add(speaker.family, speaker, "surname");
		for (const alias of speaker.aliases) {
			add(alias, speaker, isOffice(alias) ? "title" : "whole");
		}
		for (const title of speaker.titles) add(title, speaker, "title");
	}
	for (const names of book.values()) {
		names.sort((a, b) => b.words.length - a.words.length);
	}
	return book;
}

/** "Treasury Secretary", "Chancellor of the Exchequer", but not "King Charles". */
function isOffice(alias: string): boolean {
	const words = foldedWords(alias);
	const of = words.findIndex((word) => ofWords.has(word));
	const head = of < 0 ? words.at(-1) : words[of - 1];
	return officeNouns.has(head ?? "");
}

/** Whether a word goes on from the one before it: a space, or a space after an abbreviation. */
export function joins(words: readonly Word[], at: number): boolean {
	const [before, here] = [words[at - 1], words[at]];
	if (!before || !here || before.sentence !== here.sentence) return false;
	return /^\.?[^\S\n]+$/.test(here.gap);
}

/** The longest name that begins at a word, or null. */
export function nameAt(
	words: readonly Word[],
	at: number,
	book: NameBook,
): Name | null {
	const here = words[at];
	if (!here) return null;
	const names = book.get(here.text) ?? [];
	const fits = names.find(
		({ words: name, part, speaker }) =>
			name.every((word, i) => isPart(words, at, { word, i })) &&
			(part === "title" || here.isCapital || /^\p{Ll}/u.test(speaker.family)),
	);
	return fits ?? null;
}

/** A name's words touch: spaces, points, hyphens, apostrophes, in one sentence. */
function isPart(
	words: readonly Word[],
	at: number,
	{ word, i }: { word: string; i: number },
): boolean {
	const here = words[at + i];
	if (here?.text !== word) return false;
	if (i === 0) return true;
	return here.sentence === words[at]?.sentence && /^[\s.'’-]*$/.test(here.gap);
}

/** The words of a name as texts are read: folded. */
export function foldedWords(text: string): string[] {
	return tokenise(text).map((token) => token.text);
}
