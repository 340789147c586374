import { genderOfTitle } from "./given-names.ts";
import { isNamesakeAfter, isNamesakeBefore } from "./is-namesake.ts";
import type { Mention } from "./mention.ts";
import {
	foldedWords,
	joins,
	type Name,
	type NameBook,
	nameAt,
} from "./name-book.ts";
import { isSameGiven } from "./nicknames.ts";
import type { Reading, Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";
import type { Speaker } from "./statement.ts";
import { officeNouns, ofWords, titleWords } from "./title-words.ts";

const articles = new Set(["the", "le", "la", "l", "el"]);
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
	const isNamesake =
		name.part === "surname" && isNamesakeBefore(reading, at, name.speaker);
	const isSomeoneElse =
		isNamesake || isNamesakeAfter(reading, to, name.speaker);
	const { id } = name.speaker;
	const end = isSomeoneElse ? endOfName(words, to) : to;
	const isOther = isNamesake || isFirm(words, to, end);
	const givenFrom = startOfGiven(words, at, name.speaker);
	const from = startOfTitles(words, givenFrom);
	const offices = officesIn(words, from, at);
	const isBare =
		name.part === "surname" && givenFrom === at && offices.length === 0;
	return {
		from,
		to: end,
		who: isSomeoneElse ? null : id,
		named: { id, how: isOther ? "other" : isBare ? "bare" : "full" },
		kind: "name",
		offices,
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
	// "Smith & Wesson" is a firm, and so is "Smith and Smith".
	if (words[to]?.text === "&" || words[from - 1]?.text === "&") return true;
	const [own, behind, ahead] = [words[from], words[to + 1], words[from - 2]];
	if (words[to]?.text === "and" && own?.text === behind?.text) return true;
	if (words[from - 1]?.text === "and" && own?.text === ahead?.text) return true;
	return /^[-–]$/.test(words[to]?.gap ?? "") || words[from]?.gap === "-";
}

const firmWords = new Set(
	"corp corporation inc incorporated co company ltd limited plc llc industries".split(
		" ",
	),
);

/** "Ford Motor Co": from here on a bare "Ford" is the firm. */
function isFirm(words: readonly Word[], from: number, to: number): boolean {
	return words.slice(from, to + 1).some(({ text }) => firmWords.has(text));
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
		const isGiven = given.some((name) => isSameGiven(name, text));
		if (!isGiven && !isInitial) break;
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
