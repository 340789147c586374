import type { Span } from "../text/split-sentences.ts";
import { isWrap, wrapWidth } from "../text/wrapped-lines.ts";

/** Quoted words with their marks, in UTF-16 units. */
export interface Quotation extends Span {
	/** The paragraph ended first: the next one goes on with the same voice. */
	readonly isOpen: boolean;
}

const marks =
	/''|``|["“”«»\n]|(?<![\p{L}\p{N}])['‘](?=\S)|['’](?![\p{L}\p{N}])/gu;
const closingOf: Readonly<Record<string, string>> = {
	"“": "”",
	'"': '"”',
	"«": "»",
	"‘": "’",
	"'": "'",
	"``": "''",
	"''": "''",
};

/**
 * The quotations of a text, outermost only. Single marks count when they do
 * not stand inside a word. An opening mark inside an open quotation of the
 * same kind starts it anew: the first was never closed.
 */
export function findQuotations(text: string): Quotation[] {
	const found: Quotation[] = [];
	const width = wrapWidth(text);
	let open: OpenMark | null = null;
	for (const { 0: mark, index } of text.matchAll(marks)) {
		const isOpening = opens(text, index, mark.length);
		if (open === null) {
			if (isOpening) open = { start: index, mark };
		} else if (mark === "\n") {
			if (isWrap(text, index, width)) continue;
			found.push(...unclosed(open, index));
			open = null;
		} else if (!isOpening && closingOf[open.mark]?.includes(mark)) {
			found.push({
				start: open.start,
				end: index + mark.length,
				isOpen: false,
			});
			open = null;
		} else if (isOpening && open.mark === mark) {
			found.push(...unclosed(open, index));
			open = { start: index, mark };
		}
	}
	return open === null ? found : [...found, ...unclosed(open, text.length)];
}

interface OpenMark {
	readonly start: number;
	readonly mark: string;
}

/** A lone apostrophe is no quotation that goes on. */
function unclosed({ start, mark }: OpenMark, end: number): Quotation[] {
	return mark === "'" || mark === "‘" ? [] : [{ start, end, isOpen: true }];
}

/** A mark that looks both ways opens when space or a bracket stands before it and none after. */
function opens(text: string, at: number, length: number): boolean {
	const mark = text.charAt(at);
	if (mark === "\n") return false;
	if (mark === "“" || mark === "«") return true;
	if (mark === "”" || mark === "»" || mark === "’") return false;
	const [before = " ", after = " "] = [text[at - 1], text[at + length]];
	return /[\s([{—–:“"]/u.test(before) && !/\s/u.test(after);
}
