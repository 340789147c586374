import { readFileSync } from "node:fs";
import type { Span } from "../../src/text/split-sentences.ts";

/** One text of a labelled set: who speaks in it, and where what is said stands. */
export interface LabelledText {
	readonly line: number;
	readonly speakers: readonly string[];
	readonly body: string;
	readonly said: readonly Span[];
}

/**
 * Reads `tests/fixtures/statements/<language>.txt`: a text a line, the ids of
 * those who speak before a bar, or a dash, and what is said in braces.
 */
export function readStatementSet(language: string): LabelledText[] {
	const file = new URL(
		`../fixtures/statements/${language}.txt`,
		import.meta.url,
	);
	return readFileSync(file, "utf8")
		.split("\n")
		.map((text, index) => ({ text, line: index + 1 }))
		.filter(({ text }) => text !== "" && !text.startsWith("#"))
		.map(({ text, line }) => labelled(text, line));
}

function labelled(text: string, line: number): LabelledText {
	const bar = text.indexOf(" | ");
	const names = text.slice(0, bar);
	const said: Span[] = [];
	let body = "";
	for (const piece of text.slice(bar + 3).split(/(\{[^}]*\})/)) {
		const isSaid = piece.startsWith("{");
		const words = isSaid ? piece.slice(1, -1) : piece;
		if (isSaid) {
			said.push({ start: body.length, end: body.length + words.length });
		}
		body += words;
	}
	const speakers = names === "-" ? [] : names.split(", ");
	return { line, speakers, body, said };
}
