import type { Gender } from "./given-names.ts";
import { genderOfName, genderOfTitle } from "./given-names.ts";
import type { Mention } from "./mention.ts";
import { joins, type NameBook, nameAt } from "./name-book.ts";
import type { Reading, Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";
import {
	bodyNouns,
	demonyms,
	officeNouns,
	openers,
	strangerNouns,
	titleWords,
} from "./title-words.ts";
import { isCompound, officesIn, startOfTitles, watched } from "./watched.ts";

const pronouns: ReadonlyMap<string, Gender> = new Map([
	["he", "m"],
	["he'd", "m"],
	["he'll", "m"],
	["il", "m"],
	["she", "f"],
	["she'd", "f"],
	["she'll", "f"],
	["elle", "f"],
	["ella", "f"],
]);
const articles: ReadonlyMap<string, Gender | undefined> = new Map([
	["the", undefined],
	["l", undefined],
	["le", "m"],
	["el", "m"],
	["la", "f"],
]);
const ofWords = new Set(["of", "du", "de", "des", "del", "d", "for"]);
const longestOffice = 4;
const longestName = 6;

/** Everyone whom a text mentions, in order, without overlaps. */
export function findMentions(reading: Reading, book: NameBook): Mention[] {
	const mentions: Mention[] = [];
	const surnames = new Map<string, Gender | undefined>();
	const { words } = reading;
	for (let at = 0; at < words.length; at++) {
		const found =
			watched(reading, at, book) ??
			stranger(reading, at, book) ??
			knownStranger(words, at, surnames) ??
			pronoun(words, at) ??
			office(words, at, book);
		if (found === null) continue;
		if (found.surname !== undefined) {
			surnames.set(found.surname, found.gender);
		}
		const floor = mentions.at(-1)?.to ?? 0;
		mentions.push({ ...found, from: Math.max(floor, found.from) });
		at = found.to - 1;
	}
	return mentions;
}

/** Someone named who is not watched: a run of capitals that is no body or place. */
function stranger(
	reading: Reading,
	at: number,
	book: NameBook,
): Mention | null {
	const { words } = reading;
	const here = words[at];
	if (!here) return null;
	if (strangerNouns.has(here.text)) {
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
function knownStranger(
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

function pronoun(words: readonly Word[], at: number): Mention | null {
	const here = words[at];
	if (!here) return null;
	// Folded, "él" is written like the article.
	const isHe = here.text === "el" && here.written.toLowerCase() !== "el";
	const gender = isHe ? "m" : pronouns.get(here.text);
	if (gender === undefined) return null;
	const range = { from: at, to: at + 1 };
	return { ...range, who: undefined, kind: "pronoun", offices: [], gender };
}

/** "the prime minister", "le ministre du Commerce". */
function office(
	words: readonly Word[],
	at: number,
	book: NameBook,
): Mention | null {
	const article = words[at]?.text ?? "";
	if (!articles.has(article)) return null;
	// A title of someone we watch says more than the office in it.
	if (nameAt(words, at + 1, book)?.part === "title") return null;
	let head = -1;
	for (let i = at + 1; i <= at + longestOffice && words[i]; i++) {
		if (!/^(?:['’]|[^\S\n]+|-)$/.test(words[i]?.gap ?? "")) break;
		if (officeNouns.has(words[i]?.text ?? "")) head = i;
		else if (head >= 0) break;
	}
	if (head < 0) return null;
	const to = endOfOffice(words, head + 1);
	if (isNamed(words, head + 1) || isNamed(words, to)) return null;
	const offices = officesIn(words, at, head + 1);
	return {
		from: at,
		to,
		who: undefined,
		kind: "office",
		// The head of the phrase says which office: "the trade minister".
		offices: offices.slice(-1),
		gender: articles.get(article),
	};
}

/** "the minister Joly", "le premier ministre britannique Keir Starmer": the name says who. */
function isNamed(words: readonly Word[], at: number): boolean {
	let next = at;
	while (demonyms.has(words[next]?.text ?? "") && joins(words, next)) next++;
	return words[next]?.isCapital === true && joins(words, next);
}

/** Takes in what the office is of: "of Canada", "du Commerce". */
function endOfOffice(words: readonly Word[], at: number): number {
	if (!ofWords.has(words[at]?.text ?? "")) return at;
	let to = at + 1;
	if (articles.has(words[to]?.text ?? "")) to++;
	const first = to;
	while (
		words[to]?.isCapital &&
		(to === first || joins(words, to)) &&
		to - first < longestOffice
	) {
		to++;
	}
	return to > first ? to : at;
}
