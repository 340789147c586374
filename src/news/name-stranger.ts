import { type Gender, genderOfName, genderOfTitle } from "./given-names.ts";
import type { Mention } from "./mention.ts";
import { joins, type NameBook, nameAt } from "./name-book.ts";
import { ranks } from "./name-office.ts";
import { pronouns } from "./name-pronoun.ts";
import type { Reading, Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";
import {
	bodyNouns,
	openers,
	strangerNouns,
	titleWords,
} from "./title-words.ts";
import { isCompound, officesIn, startOfTitles } from "./watched.ts";

const longestName = 6;

/** Someone named who is not watched: a run of capitals that is no body or place. */
export function stranger(
	reading: Reading,
	at: number,
	book: NameBook,
): Mention | null {
	const { words } = reading;
	const here = words[at];
	if (!here) return null;
	if (strangerNouns.has(here.text) && !isNamed(words, at + 1)) {
		return { ...nobody, from: at, to: at + 1, kind: "office" };
	}
	if (!here.isCapital || openers.has(here.text)) return null;
	let to = at + 1;
	while (words[to]?.isCapital && joins(words, to) && to - at < longestName) {
		if (nameAt(words, to, book)) return null;
		to++;
	}
	const run = words.slice(at, to);
	if (!isPerson(reading, run, to)) return null;
	const offices = officesIn(words, at, to);
	const surname = run.at(-1)?.text ?? "";
	const gender = genderIn(run);
	return { from: at, to, who: null, kind: "name", offices, gender, surname };
}

/** "trade lawyer Jane Roe": the name says who. */
function isNamed(words: readonly Word[], at: number): boolean {
	const next = ranks.has(words[at]?.text ?? "") ? at + 1 : at;
	const { isCapital = false, text = "" } = words[next] ?? {};
	return isCapital && joins(words, next) && !openers.has(text);
}

const nobody = { who: null, offices: [], gender: undefined };

/** Two names or more, or one that speaks: "Fowler said", "said Fowler". */
function isPerson(
	{ words, headlines }: Reading,
	run: readonly Word[],
	to: number,
): boolean {
	const isBody = run.some(({ text }) => bodyNouns.has(text));
	const isNamed = run.some(({ text }) => !titleWords.has(text));
	if (isBody || !isNamed) return false;
	if (run.length >= 2) return true;
	const [here, next] = [run[0], words[to]];
	if (!here || headlines.has(here.sentence) || here.isQuoted) return false;
	if (pronouns.has(here.text)) return false;
	const verb = verbForms.get(next?.text ?? "");
	return (
		verb?.proof === "speech" &&
		(verb.form === "finite" || verb.form === "participle") &&
		next?.gap === " " &&
		!/s$/.test(here.text)
	);
}

function genderIn(run: readonly Word[]): Gender | undefined {
	for (const { text, written } of run) {
		const gender = genderOfTitle(text) ?? genderOfName(written);
		if (gender !== undefined) return gender;
	}
	return undefined;
}

/** A surname of someone whom the text has named in full. */
export function knownStranger(
	words: readonly Word[],
	at: number,
	surnames: ReadonlyMap<string, Gender | undefined>,
): Mention | null {
	const here = words[at];
	if (!here?.isCapital || !surnames.has(here.text)) return null;
	if (isCompound(words, at, at + 1)) return null;
	const from = startOfTitles(words, at);
	const gender =
		genderOfTitle(words[at - 1]?.text ?? "") ?? surnames.get(here.text);
	const surname = here.text;
	return { ...nobody, from, to: at + 1, kind: "name", gender, surname };
}
