import type { Mention } from "./mention.ts";
import { joins, type NameBook, nameAt } from "./name-book.ts";
import type { Reading, Word } from "./read-field.ts";
import {
	bodyNouns,
	officeNouns,
	openers,
	strangerNouns,
	titleWords,
} from "./title-words.ts";
import { isCompound, officesIn, startOfTitles, watched } from "./watched.ts";

const pronouns = new Set(["he", "she", "he'd", "she'd", "il", "elle", "ella"]);
const articles = new Set(["the", "le", "la", "l", "el"]);
const ofWords = new Set(["of", "du", "de", "des", "del", "d", "for"]);
const longestOffice = 4;
const longestName = 6;

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
