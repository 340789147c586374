import type { Span } from "../../src/chat/card.ts";
import type { DrawnPicture } from "./card-pictures.ts";
import { isBlank, nothing, spanMarkdown, spansMarkdown } from "./markdown.ts";

/** What is counted when a card does not fit. */
export type PieceKind =
	| "text"
	| "facts"
	| "headlines"
	| "rows"
	| "pictures"
	| "buttons";

/** A part of a card as Discord Markdown, shown whole or not at all. */
export interface CardPiece {
	readonly kind: PieceKind;
	readonly markdown: string;
	/** So many facts, headlines, rows or buttons begin in it. */
	readonly count: number;
	/** What stands between it and the piece before. */
	readonly gap: string;
	/** Shown below the text before it. */
	readonly picture?: DrawnPicture;
}

/** UTF-16 units of Markdown that stand in one piece; what is longer is cut. */
const longestWhole = 1500;
/** UTF-16 units of text cut from a span: escaped, twice as long at most; and its address. */
const longestRun = 600;

/** One thing said in spans, in as many pieces as it needs; they read on from one to the next. */
export function spansPieces(
	kind: PieceKind,
	gap: string,
	spans: readonly Span[],
): CardPiece[] {
	const whole = spansMarkdown(spans);
	const parts = whole.length <= longestWhole ? [whole] : cutSpans(spans);
	return parts
		.filter((part) => !isBlank(part))
		.map((markdown, at) =>
			at === 0
				? { kind, markdown, count: 1, gap }
				: { kind, markdown, count: 0, gap: gapWithin(markdown) },
		);
}

/** The style that ends one piece and begins the next must not read as one sign. */
function gapWithin(markdown: string): string {
	return /^[*`]/.test(markdown) ? nothing : "";
}

function cutSpans(spans: readonly Span[]): string[] {
	return spans.flatMap((span) =>
		cutText(span.text, longestRun).map((text) =>
			spanMarkdown({ ...span, text }),
		),
	);
}

/** Text in parts of at most `most` UTF-16 units, cut behind spaces where there are any. */
export function cutText(text: string, most: number): string[] {
	const parts: string[] = [];
	let rest = text;
	while (rest.length > most) {
		const start = rest.slice(0, most);
		const space = start.lastIndexOf(" ") + 1;
		const end = space > most / 2 ? space : wholeEnd(start);
		parts.push(rest.slice(0, end));
		rest = rest.slice(end);
	}
	return [...parts, rest];
}

/** Where to cut without parting the two halves of a letter. */
function wholeEnd(start: string): number {
	const last = start.charCodeAt(start.length - 1);
	return last >= 0xd800 && last < 0xdc00 ? start.length - 1 : start.length;
}
