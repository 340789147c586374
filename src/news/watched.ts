import { genderOfTitle } from "./given-names.ts";
import type { Mention } from "./mention.ts";
import {
	foldedWords,
	joins,
	type Name,
	type NameBook,
	nameAt,
} from "./name-book.ts";
import type { Reading, Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";
import type { Speaker } from "./statement.ts";
import { bodyNouns, officeNouns, openers, titleWords } from "./title-words.ts";

const articles = new Set(["the", "le", "la", "l", "el"]);
const ofWords = new Set(["of", "du", "de", "des", "del", "d", "for"]);
const rankWords = new Set([
	"prime",
	"premier",
	"premiere",
	"primer",
	"primera",
]);

/** Whoever of the watched speakers is named at a word: with titles and first names before it. */
export function watched(
	reading: Reading,
	at: number,
	book: NameBook,
): Mention | null {
	const { words } = reading;
	const name = nameAt(words, at, book);
	if (name === null) return null;
	const to = at + name.words.length;
	if (name.part === "title") return titled(words, at, to, name);
	if (isCompound(words, at, to)) return null;
	const isSomeoneElse =
		(name.part === "surname" && isNamesakeBefore(reading, at, name.speaker)) ||
		isNamesakeAfter(reading, to, name.speaker);
	const from = startOfTitles(words, startOfGiven(words, at, name.speaker));
	return {
		from,
		to: isSomeoneElse ? endOfName(words, to) : to,
		who: isSomeoneElse ? null : name.speaker.id,
		kind: "name",
		offices: officesIn(words, from, at),
		gender: isSomeoneElse
			? undefined
			: (genderIn(words, from, at) ?? name.gender),
	};
}

/** "the U.S. trade representative", unless a name follows: then the name says who. */
function titled(
	words: readonly Word[],
	at: number,
	to: number,
	{ speaker, gender }: Name,
): Mention | null {
	const next = words[to];
	const isNamed =
		next?.isCapital && joins(words, to) && !verbForms.has(next.text);
	if (isNamed) return null;
	const from = articles.has(words[at - 1]?.text ?? "") ? at - 1 : at;
	const offices = officesIn(words, at, to);
	return { from, to, who: speaker.id, kind: "office", offices, gender };
}

function genderIn(words: readonly Word[], from: number, to: number) {
	for (let at = from; at < to; at++) {
		const gender = genderOfTitle(words[at]?.text ?? "");
		if (gender !== undefined) return gender;
	}
	return undefined;
}

/** "Trump-style", "Carney-Trump": a word made of a name. */
export function isCompound(
	words: readonly Word[],
	from: number,
	to: number,
): boolean {
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
	if (before.text.length === 1) {
		return isNamesakeBefore(reading, at - 1, speaker);
	}
	// "Hillary Rodham Clinton": a middle name after the given one.
	const given = foldedWords(speaker.given);
	const [first = ""] = given;
	if (joins(words, at - 1) && words[at - 2]?.text === first) return false;
	if (speaker.not.some((other) => other.toLowerCase() === before.text)) {
		return true;
	}
	const isKnown =
		titleWords.has(before.text) ||
		openers.has(before.text) ||
		bodyNouns.has(before.text) ||
		before.text === "'s" ||
		given.includes(before.text);
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

/** "Kelly Ayotte": the whole name of someone else. */
function endOfName(words: readonly Word[], at: number): number {
	let to = at;
	while (
		words[to]?.isCapital &&
		joins(words, to) &&
		!verbForms.has(words[to]?.text ?? "")
	) {
		to++;
	}
	return to;
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
		const isInitial = text.length === 1 && /^\./.test(words[from]?.gap ?? "");
		if (!given.includes(text) && !isInitial) break;
		from--;
	}
	return from;
}

/** Where the titles begin that stand before a name: "Secretary of State". */
export function startOfTitles(words: readonly Word[], at: number): number {
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

/** The offices said in a stretch of words, a prime minister apart from a minister. */
export function officesIn(
	words: readonly Word[],
	from: number,
	to: number,
): string[] {
	const offices: string[] = [];
	for (let at = from; at < to; at++) {
		const { text = "" } = words[at] ?? {};
		// A prime minister is not a minister.
		const rank = rankWords.has(words[at - 1]?.text ?? "") ? "prime " : "";
		if (officeNouns.has(text)) offices.push(rank + text);
	}
	return offices;
}
