import { tokenise } from "../text/tokenise.ts";
import type { Reading, Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";
import type { Speaker } from "./statement.ts";
import {
	bodyNouns,
	officeNouns,
	openers,
	strangerNouns,
	titleWords,
} from "./title-words.ts";

/** Words that stand for a person. `from` and `to` are word indexes, `to` not included. */
export interface Mention {
	readonly from: number;
	readonly to: number;
	/** The Speaker's id; null is someone who is not watched, undefined is not known yet. */
	readonly who: string | null | undefined;
	readonly kind: "name" | "office" | "pronoun";
	/** The office nouns said with it: `minister`. */
	readonly offices: readonly string[];
}

interface Name {
	readonly words: readonly string[];
	readonly speaker: Speaker;
	readonly part: "whole" | "surname" | "title";
}

export type NameBook = ReadonlyMap<string, readonly Name[]>;

const pronouns = new Set(["he", "she", "he'd", "she'd", "il", "elle", "ella"]);
const articles = new Set(["the", "le", "la", "l", "el"]);
const ofWords = new Set(["of", "du", "de", "des", "del", "d", "for"]);
const rankWords = new Set([
	"prime",
	"premier",
	"premiere",
	"primer",
	"primera",
]);
const longestOffice = 4;
const longestName = 6;

/** Puts the ways to name the speakers in order of their first word, longest first. */
export function makeNameBook(speakers: readonly Speaker[]): NameBook {
	const book = new Map<string, Name[]>();
	const add = (text: string, speaker: Speaker, part: Name["part"]) => {
		const words = tokenise(text).map((token) => token.text);
		const [first] = words;
		if (first === undefined) return;
		book.set(first, [...(book.get(first) ?? []), { words, speaker, part }]);
	};
	for (const speaker of speakers) {
		add(`${speaker.given} ${speaker.family}`, speaker, "whole");
		add(speaker.family, speaker, "surname");
		for (const alias of speaker.aliases) add(alias, speaker, "whole");
		for (const title of speaker.titles) add(title, speaker, "title");
	}
	for (const names of book.values()) {
		names.sort((a, b) => b.words.length - a.words.length);
	}
	return book;
}

/** Everyone whom a text mentions, in order, without overlaps. */
export function findMentions(reading: Reading, book: NameBook): Mention[] {
	const mentions: Mention[] = [];
	const surnames = new Set<string>();
	const { words } = reading;
	for (let at = 0; at < words.length; at++) {
		const found =
			watched(reading, at, book) ??
			stranger(words, at, book) ??
			knownStranger(words, at, surnames) ??
			pronoun(words, at) ??
			office(words, at, book);
		if (found === null) continue;
		const last = words[found.to - 1];
		if (found.who === null && found.kind === "name" && last) {
			surnames.add(last.text);
		}
		const floor = mentions.at(-1)?.to ?? 0;
		mentions.push({ ...found, from: Math.max(floor, found.from) });
		at = found.to - 1;
	}
	return mentions;
}

/** Whether a word goes on from the one before it: a space, or a space after an abbreviation. */
function joins(words: readonly Word[], at: number): boolean {
	const [before, here] = [words[at - 1], words[at]];
	if (!before || !here || before.sentence !== here.sentence) return false;
	return /^\.?[^\S\n]+$/.test(here.gap);
}

function nameAt(
	words: readonly Word[],
	at: number,
	book: NameBook,
): Name | null {
	const here = words[at];
	if (!here) return null;
	const names = book.get(here.text) ?? [];
	const fits = names.find(
		({ words: name, part, speaker }) =>
			name.every((word, i) => words[at + i]?.text === word) &&
			(part === "title" || here.isCapital || /^\p{Ll}/u.test(speaker.family)),
	);
	return fits ?? null;
}

function watched(reading: Reading, at: number, book: NameBook): Mention | null {
	const { words } = reading;
	const name = nameAt(words, at, book);
	if (name === null) return null;
	const to = at + name.words.length;
	if (name.part === "title") return titled(words, at, to, name.speaker);
	if (isCompound(words, at, to)) return null;
	const isSomeoneElse =
		(name.part === "surname" && isNamesakeBefore(reading, at, name.speaker)) ||
		isNamesakeAfter(reading, to, name.speaker);
	const from = startOfTitles(words, startOfGiven(words, at, name.speaker));
	return {
		from,
		to,
		who: isSomeoneElse ? null : name.speaker.id,
		kind: "name",
		offices: officesIn(words, from, at),
	};
}

/** "the U.S. trade representative", unless a name follows: then the name says who. */
function titled(
	words: readonly Word[],
	at: number,
	to: number,
	speaker: Speaker,
): Mention | null {
	const next = words[to];
	const isNamed =
		next?.isCapital && joins(words, to) && !verbForms.has(next.text);
	if (isNamed) return null;
	const from = articles.has(words[at - 1]?.text ?? "") ? at - 1 : at;
	const offices = officesIn(words, at, to);
	return { from, to, who: speaker.id, kind: "office", offices };
}

/** "Trump-style", "Carney-Trump": a word made of a name. */
function isCompound(words: readonly Word[], from: number, to: number): boolean {
	return /^[-–]$/.test(words[to]?.gap ?? "") || words[from]?.gap === "-";
}

function isNamesakeBefore(
	reading: Reading,
	at: number,
	speaker: Speaker,
): boolean {
	const { words, headlines } = reading;
	if (!joins(words, at)) return false;
	const before = words[at - 1];
	if (!before?.isCapital) return false;
	if (before.text.length === 1)
		return isNamesakeBefore(reading, at - 1, speaker);
	if (speaker.not.some((other) => other.toLowerCase() === before.text)) {
		return true;
	}
	const isKnown =
		titleWords.has(before.text) ||
		openers.has(before.text) ||
		before.text === "'s" ||
		foldedWords(speaker.given).includes(before.text);
	return !isKnown && !headlines.has(before.sentence);
}

/** "Trump Jr.", "Clinton Foundation": the surname is part of another name. */
function isNamesakeAfter(
	{ words, headlines }: Reading,
	to: number,
	speaker: Speaker,
): boolean {
	const next = words[to];
	if (!next?.isCapital || !joins(words, to)) return false;
	if (speaker.not.some((other) => other.toLowerCase() === next.text))
		return true;
	if (bodyNouns.has(next.text)) return true;
	const isKnown =
		verbForms.has(next.text) || openers.has(next.text) || next.isQuoted;
	return !isKnown && !headlines.has(next.sentence);
}

function startOfGiven(
	words: readonly Word[],
	at: number,
	speaker: Speaker,
): number {
	const given = foldedWords(speaker.given);
	let from = at;
	while (joins(words, from)) {
		const text = words[from - 1]?.text ?? "";
		if (!given.includes(text) && text.length !== 1) break;
		from--;
	}
	return from;
}

function startOfTitles(words: readonly Word[], at: number): number {
	let from = at;
	while (joins(words, from)) {
		const [before, farther] = [words[from - 1], words[from - 2]];
		// "Secretary of State", "président du conseil".
		const isJoint =
			ofWords.has(before?.text ?? "") &&
			titleWords.has(farther?.text ?? "") &&
			joins(words, from - 1);
		if (!isJoint && !titleWords.has(before?.text ?? "")) break;
		from -= isJoint ? 2 : 1;
	}
	return from;
}

function officesIn(words: readonly Word[], from: number, to: number): string[] {
	const offices: string[] = [];
	for (let at = from; at < to; at++) {
		const { text = "" } = words[at] ?? {};
		// A prime minister is not a minister.
		const rank = rankWords.has(words[at - 1]?.text ?? "") ? "prime " : "";
		if (officeNouns.has(text)) offices.push(rank + text);
	}
	return offices;
}

/** Someone named who is not watched: a run of capitals that is no body or place. */
function stranger(
	words: readonly Word[],
	at: number,
	book: NameBook,
): Mention | null {
	const here = words[at];
	if (!here) return null;
	if (strangerNouns.has(here.text)) {
		return { from: at, to: at + 1, who: null, kind: "office", offices: [] };
	}
	if (!here.isCapital || openers.has(here.text)) return null;
	let to = at + 1;
	while (words[to]?.isCapital && joins(words, to) && to - at < longestName) {
		if (nameAt(words, to, book)) return null;
		to++;
	}
	const run = words.slice(at, to);
	const isPerson =
		run.length >= 2 &&
		run.some(({ text }) => !titleWords.has(text)) &&
		!run.some(({ text }) => bodyNouns.has(text));
	if (!isPerson) return null;
	const offices = officesIn(words, at, to);
	return { from: at, to, who: null, kind: "name", offices };
}

/** A surname of someone whom the text has named in full. */
function knownStranger(
	words: readonly Word[],
	at: number,
	surnames: ReadonlySet<string>,
): Mention | null {
	const here = words[at];
	if (!here?.isCapital || !surnames.has(here.text)) return null;
	if (isCompound(words, at, at + 1)) return null;
	const from = startOfTitles(words, at);
	return { from, to: at + 1, who: null, kind: "name", offices: [] };
}

function pronoun(words: readonly Word[], at: number): Mention | null {
	const here = words[at];
	const isPronoun =
		here &&
		(pronouns.has(here.text) ||
			here.written.normalize().toLowerCase() === "él");
	if (!isPronoun) return null;
	return { from: at, to: at + 1, who: undefined, kind: "pronoun", offices: [] };
}

/** "the prime minister", "le ministre du Commerce". */
function office(
	words: readonly Word[],
	at: number,
	book: NameBook,
): Mention | null {
	// A title of someone we watch says more than the office in it.
	if (nameAt(words, at + 1, book)?.part === "title") return null;
	if (!articles.has(words[at]?.text ?? "")) return null;
	let head = -1;
	for (let i = at + 1; i <= at + longestOffice && words[i]; i++) {
		if (!/^(?:['’]|[^\S\n]+|-)$/.test(words[i]?.gap ?? "")) break;
		if (officeNouns.has(words[i]?.text ?? "")) head = i;
		else if (head >= 0) break;
	}
	if (head < 0) return null;
	if (words[head + 1]?.isCapital && joins(words, head + 1)) return null;
	const offices = officesIn(words, at, head + 1);
	return {
		from: at,
		to: endOfOffice(words, head + 1),
		who: undefined,
		kind: "office",
		// The head of the phrase says which office: "the trade minister".
		offices: offices.slice(-1),
	};
}

/** Takes in what the office is of: "of Canada", "du Commerce". */
function endOfOffice(words: readonly Word[], at: number): number {
	if (!ofWords.has(words[at]?.text ?? "")) return at;
	let to = at + 1;
	if (articles.has(words[to]?.text ?? "")) to++;
	const first = to;
	while (words[to]?.isCapital && to - first < longestOffice) to++;
	return to > first ? to : at;
}

function foldedWords(text: string): string[] {
	return tokenise(text).map((token) => token.text);
}
