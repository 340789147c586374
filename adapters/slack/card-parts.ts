import type { types } from "@slack/bolt";
import type { Block, Card, Headline, Tone } from "../../src/chat/card.ts";
import { inertLine, inertText } from "../../src/chat/inert-text.ts";
import { tableText } from "../../src/chat/table-text.ts";
import type { PictureFiles } from "./put-pictures.ts";
import {
	datePiece,
	mostInBlock,
	type Piece,
	pieceRuns,
	richBlock,
	spanPieces,
	webAddress,
} from "./rich-text.ts";
import { cutText, splitText } from "./slack-text.ts";

/** The smallest things that a message can hold or leave out: a headline in a list, or a block. */
export type CardPart =
	| { readonly kind: "headline"; readonly item: types.RichTextSection }
	| { readonly kind: "block"; readonly block: types.KnownBlock };

const longestHeader = 150;
const longestTitle = 400;
const longestNote = 600;
const longestOutlet = 150;
const longestAlt = 2000;
/** Letters in a row of a table, as Slack shows them on a laptop. */
const tableWidth = 76;

/** A card's title and blocks in order, each part within Slack's own limits; buttons and footer stand elsewhere. */
export function cardParts(card: Card, files: PictureFiles): CardPart[] {
	return [
		...titleParts(card),
		...card.blocks.flatMap((block) => blockParts(block, files)),
	];
}

const mark: Readonly<Record<Tone, string>> = {
	news: "",
	answer: "",
	done: "✅ ",
	warning: "⚠️ ",
	mistake: "⚠️ ",
};

/** A title that leads nowhere is a header; one with a link, or too long for a header, is bold text. */
function titleParts({ title, url, tone }: Card): CardPart[] {
	const words = inertLine(title);
	if (words === "") return [];
	const text = `${mark[tone]}${words}`;
	const address = webAddress(url);
	if (address === null && text.length <= longestHeader) {
		const label = { type: "plain_text" as const, text, emoji: false };
		return [{ kind: "block", block: { type: "header", text: label } }];
	}
	const style = "strong" as const;
	return richParts(
		spanPieces([address ? { text, style, url: address } : { text, style }]),
	);
}

function blockParts(block: Block, files: PictureFiles): CardPart[] {
	switch (block.kind) {
		case "text":
			return richParts(spanPieces(block.spans));
		case "facts":
			return richParts(factPieces(block.facts));
		case "headlines":
			return headlineParts(block);
		case "table":
			return tableParts(block);
		case "picture":
			return pictureParts(block, files.get(block.svg));
	}
}

/** Slack shows no SVG: without a file, the picture's description stands for it. */
function pictureParts(
	{ alt }: Extract<Block, { kind: "picture" }>,
	file: string | undefined,
): CardPart[] {
	const words = inertLine(alt);
	if (file === undefined) {
		return richParts(spanPieces([{ text: `[${words}]`, style: "soft" }]));
	}
	const block: types.ImageBlock = {
		type: "image",
		slack_file: { id: file },
		alt_text: cutText(words, longestAlt) || "…",
	};
	return [{ kind: "block", block }];
}

function richParts(pieces: readonly Piece[]): CardPart[] {
	const hasWords = pieces.some(
		(piece) => piece.type === "date" || /\S/.test(piece.text ?? ""),
	);
	if (!hasWords) return [];
	return pieceRuns(pieces).map((run) => ({
		kind: "block",
		block: richBlock(run),
	}));
}

function factPieces(
	facts: Extract<Block, { kind: "facts" }>["facts"],
): Piece[] {
	return facts.flatMap(({ label, value }, at) => [
		...spanPieces([
			{ text: at === 0 ? "" : "\n" },
			{ text: inertLine(label), style: "strong" },
			{ text: ": " },
		]),
		...spanPieces(value),
	]);
}

function headlineParts(
	block: Extract<Block, { kind: "headlines" }>,
): CardPart[] {
	const title = inertLine(block.title ?? "");
	return [
		...richParts(spanPieces([{ text: title, style: "strong" }])),
		...block.items.map((item) => ({
			kind: "headline" as const,
			item: {
				type: "rich_text_section" as const,
				elements: headlinePieces(item),
			},
		})),
	];
}

function headlinePieces({ title, url, outlet, at, note }: Headline): Piece[] {
	const words = cutText(inertLine(title), longestTitle) || "—";
	const source = cutText(inertLine(outlet), longestOutlet);
	const line = cutText(inertLine(note ?? ""), longestNote);
	return [
		...spanPieces([url ? { text: words, url } : { text: words }]),
		...spanPieces([{ text: source && ` — ${source}` }]),
		...(at === null ? [] : [...spanPieces([{ text: " · " }]), datePiece(at)]),
		...spanPieces([{ text: line && `\n${line}`, style: "soft" }]),
	];
}

/** Aligned in letters of one width, as wide as a laptop shows; cells too wide go on below. */
function tableParts(block: Extract<Block, { kind: "table" }>): CardPart[] {
	const rows = block.rows.map((row) =>
		row.map((cell) => inertText(cell.map(({ text }) => text).join(""))),
	);
	const drawn = tableText(block.columns, rows, tableWidth);
	return splitText(drawn, mostInBlock)
		.map((text) => text.replace(/\n$/, ""))
		.filter((text) => text.trim() !== "")
		.map((text) => ({ kind: "block", block: preformatted(text) }));
}

function preformatted(text: string): types.RichTextBlock {
	const elements = [{ type: "text" as const, text }];
	return {
		type: "rich_text",
		elements: [{ type: "rich_text_preformatted", elements }],
	};
}
