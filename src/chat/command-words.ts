import { Mistake } from "./mistake.ts";

/** One word of a command line: bare, in quotes, or `name:value`. */
export interface CommandWord {
	/** As typed, quotes included. */
	readonly raw: string;
	/** The word itself; for `name:value` the whole of it without the value's quotes. */
	readonly text: string;
	/** What stands before the colon, in lower case; null in `08:00`, `https://…` and quoted words. */
	readonly name: string | null;
	/** What stands after the name, without quotes; the text when there is no name. */
	readonly value: string;
	/** The value stood in quotes. */
	readonly quoted: boolean;
	/** UTF-16 unit of the line after the word. */
	readonly end: number;
}

/** Phones turn straight quotes into the others, and French writes « ». */
const quotes = /["“”„«»]/u;
const named = /([\p{L}_-]+):(?!\/\/)/uy;
const bare = /\S+/uy;

/**
 * Cuts a command line into its words. Inside straight quotes `\"` is a quote
 * and `\\` a backslash.
 * @throws Mistake when a quote is opened and not closed.
 */
export function commandWords(line: string): CommandWord[] {
	const words: CommandWord[] = [];
	let at = nextWord(line, 0);
	while (at < line.length) {
		const word = wordAt(line, at);
		words.push(word);
		at = nextWord(line, word.end);
	}
	return words;
}

function nextWord(line: string, from: number): number {
	let at = from;
	while (at < line.length && /\s/u.test(line.charAt(at))) at++;
	return at;
}

function wordAt(line: string, at: number): CommandWord {
	const found = stickyMatch(named, line, at);
	const from = at + (found?.[0].length ?? 0);
	const quoted = quotes.test(line.charAt(from));
	const { value, end } = quoted ? quotedAt(line, from) : bareAt(line, from);
	const name = found?.[1]?.toLowerCase() ?? null;
	const text = `${found?.[0] ?? ""}${value}`;
	return { raw: line.slice(at, end), text, name, value, quoted, end };
}

function bareAt(line: string, from: number) {
	const value = stickyMatch(bare, line, from)?.[0] ?? "";
	return { value, end: from + value.length };
}

function quotedAt(line: string, from: number) {
	const straight = line.charAt(from) === '"';
	let value = "";
	for (let at = from + 1; at < line.length; at++) {
		const letter = line.charAt(at);
		if (straight && letter === "\\" && /["\\]/.test(line.charAt(at + 1))) {
			at++;
			value += line.charAt(at);
		} else if (straight ? letter === '"' : quotes.test(letter)) {
			return { value, end: at + 1 };
		} else {
			value += letter;
		}
	}
	throw new Mistake("chat.openQuote", { words: shortened(line.slice(from)) });
}

function shortened(words: string): string {
	return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}

function stickyMatch(pattern: RegExp, line: string, at: number) {
	pattern.lastIndex = at;
	return pattern.exec(line);
}
