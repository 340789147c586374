import type { types } from "@slack/bolt";
import { isDay, type Span } from "../../src/chat/card.ts";
import { inertLine, inertText } from "../../src/chat/inert-text.ts";
import { cutText, splitText } from "./slack-text.ts";

/** What we put into rich text: Slack reads no markup and no mention in these. */
export type Piece =
	| types.RichTextText
	| types.RichTextLink
	| types.RichTextDate;

/** Characters in one block of ours; Slack's limit for a section's text is 3,000. */
export const mostInBlock = 2900;
const longestAddress = 2000;
const longestTime = 40;

/** Spans as rich text; a link that is not http(s) is shown as text. */
export function spanPieces(spans: readonly Span[]): Piece[] {
	return spans.flatMap(({ text, style, url }): Piece[] => {
		const words = inertText(text);
		if (words === "") return [];
		const look = style ? { style: slackStyle[style] } : {};
		const piece = { text: words, ...look };
		const address = webAddress(url);
		return address === null
			? [{ type: "text", ...piece }]
			: [{ type: "link", url: address, ...piece }];
	});
}

const slackStyle = {
	strong: { bold: true },
	soft: { italic: true },
	code: { code: true },
} as const;

/** An address that a link may go to, as Slack takes it; null for none. */
export function webAddress(url: string | null | undefined): string | null {
	if (!url || !URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	const isWeb = protocol === "http:" || protocol === "https:";
	return isWeb && href.length <= longestAddress ? href : null;
}

/** A moment on each reader's own clock; text that is no time is shown as it is. */
export function datePiece(at: string): Piece {
	const time = new Date(at);
	if (isDay(at) || Number.isNaN(time.getTime())) {
		return { type: "text", text: cutText(inertLine(at), longestTime) || "?" };
	}
	return {
		type: "date",
		timestamp: Math.floor(time.getTime() / 1000),
		format: "{date_short_pretty} {time}",
		fallback: `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`,
	};
}

/** Shares pieces out into runs that each fit one block. */
export function pieceRuns(pieces: readonly Piece[]): Piece[][] {
	const runs: Piece[][] = [];
	let room = 0;
	for (const piece of pieces.flatMap(smallPieces)) {
		const length = pieceLength(piece);
		if (length > room) {
			runs.push([]);
			room = mostInBlock;
		}
		runs.at(-1)?.push(piece);
		room -= length;
	}
	return runs;
}

function smallPieces(piece: Piece): Piece[] {
	if (piece.type === "date" || !piece.text) return [piece];
	return splitText(piece.text, mostInBlock).map((text) => ({ ...piece, text }));
}

/** Characters that a reader sees. */
function pieceLength(piece: Piece): number {
	return piece.type === "date"
		? (piece.fallback?.length ?? 0)
		: (piece.text?.length ?? 0);
}

/** One paragraph as a block of its own. */
export function richBlock(pieces: Piece[]): types.RichTextBlock {
	const elements = [{ type: "rich_text_section" as const, elements: pieces }];
	return { type: "rich_text", elements };
}
