import type { Gender } from "./given-names.ts";
import type { Mention } from "./mention.ts";
import { joins, type NameBook, nameAt } from "./name-book.ts";
import type { Word } from "./read-field.ts";
import {
	demonyms,
	officeNouns,
	ofWords,
	strangerNouns,
} from "./title-words.ts";
import { officesIn } from "./watched.ts";

const articles: ReadonlyMap<string, Gender | undefined> = new Map([
	["the", undefined],
	["l", undefined],
	["le", "m"],
	["el", "m"],
	["la", "f"],
]);
const longestOffice = 4;
/** Adjectives that follow an office in French and Spanish. */
export const ranks = new Set([
	...demonyms,
	..."comercial commercial commerciale general generale adjoint adjointe jefe principal principale interino interina designado designada".split(
		" ",
	),
]);

/** "the prime minister", "le ministre du Commerce". */
export function office(
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
		const { text = "" } = words[i] ?? {};
		if (officeNouns.has(text) || strangerNouns.has(text)) head = i;
		else if (head >= 0) break;
	}
	if (head < 0) return null;
	let to = endOfOffice(words, head + 1);
	// "el representante comercial", "le ministre canadien"
	while (ranks.has(words[to]?.text ?? "") && joins(words, to)) to++;
	if (words[to]?.text === "en" && words[to + 1]?.text === "chef") to += 2;
	if (isNamed(words, head + 1) || isNamed(words, to)) return null;
	const offices = officesIn(words, at, head + 1);
	return {
		from: at,
		to,
		// "the chief economist" is nobody we know.
		who: strangerNouns.has(words[head]?.text ?? "") ? null : undefined,
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
