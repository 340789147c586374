import { commonWords } from "./common-words.ts";
import { genderOfName } from "./given-names.ts";
import { foldedWords, joins } from "./name-book.ts";
import { isSameGiven } from "./nicknames.ts";
import type { Reading, Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";
import type { Speaker } from "./statement.ts";
import { bodyNouns, openers, titleWords } from "./title-words.ts";

const suffixes = new Set(["jr", "sr", "ii", "iii", "iv"]);

/** "Eric Trump": the name before a surname is someone else's. */
export function isNamesakeBefore(
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
	if (joins(words, at - 1) && isSameGiven(first, words[at - 2]?.text ?? ""))
		return false;
	if (speaker.not.some((other) => other.toLowerCase() === before.text)) {
		return true;
	}
	const isKnown =
		isOpening(words, at - 1) ||
		titleWords.has(before.text) ||
		openers.has(before.text) ||
		bodyNouns.has(before.text) ||
		before.text === "'s" ||
		given.some((name) => isSameGiven(name, before.text));
	return !isKnown && !headlines.has(before.sentence);
}

/** "Both Carney", "Yesterday Greer", "Undaunted, Greer": a capital for its place alone. */
function isOpening(words: readonly Word[], at: number): boolean {
	const { text = "", sentence } = words[at] ?? {};
	if (words[at - 1]?.sentence === sentence) return false;
	if (genderOfName(text) !== undefined) return false;
	return commonWords.has(text) || /(?:ly|ing|ed)$/.test(text);
}

/** "Trump Jr.", "Clinton Foundation": the surname is part of another name. */
export function isNamesakeAfter(
	{ words, headlines }: Reading,
	to: number,
	speaker: Speaker,
): boolean {
	const next = words[to];
	if (!next?.isCapital || !joins(words, to)) return false;
	if (speaker.not.some((other) => other.toLowerCase() === next.text))
		return true;
	if (suffixes.has(next.text)) return false;
	if (bodyNouns.has(next.text)) return true;
	const isKnown =
		verbForms.has(next.text) || openers.has(next.text) || next.isQuoted;
	return !isKnown && !headlines.has(next.sentence);
}
