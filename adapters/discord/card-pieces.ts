import {
	type Block,
	type Headline,
	isDay,
	type Span,
} from "../../src/chat/card.ts";
import { type DrawnPictures, longestAlt } from "./card-pictures.ts";
import { type CardPiece, spansPieces } from "./card-piece.ts";
import { tablePieces } from "./table-pieces.ts";

/**
 * Blocks in order as pieces of Discord Markdown, each of which fits an embed
 * with ease. A picture that is not drawn is told by its description.
 */
export function cardPieces(
	blocks: readonly Block[],
	pictures: DrawnPictures,
): CardPiece[] {
	return blocks.flatMap((block) => blockPieces(block, pictures));
}

function blockPieces(block: Block, pictures: DrawnPictures): CardPiece[] {
	switch (block.kind) {
		case "text":
			return spansPieces("text", "\n\n", block.spans);
		case "facts":
			return block.facts.flatMap(({ label, value }, at) =>
				spansPieces("facts", at === 0 ? "\n\n" : "\n", [
					{ text: `${label}:`, style: "strong" },
					{ text: " " },
					...value,
				]),
			);
		case "headlines":
			return headlinesPieces(block.title, block.items);
		case "table":
			return tablePieces(block.columns, block.rows);
		case "picture":
			return picturePieces(block, pictures);
	}
}

/** A description too long for the picture is told below it as well. */
function picturePieces(
	block: Extract<Block, { kind: "picture" }>,
	pictures: DrawnPictures,
): CardPiece[] {
	const picture = pictures.get(block);
	const words = spansPieces("text", "\n\n", [{ text: block.alt }]);
	if (!picture) return words;
	const shown: CardPiece = {
		kind: "pictures",
		markdown: "",
		count: 1,
		gap: "",
		picture,
	};
	return block.alt.length > longestAlt ? [shown, ...words] : [shown];
}

function headlinesPieces(
	title: string | null,
	items: readonly Headline[],
): CardPiece[] {
	const head =
		title === null
			? []
			: spansPieces("text", "\n\n", [{ text: title, style: "strong" }]);
	const gap = head.length > 0 ? "\n" : "\n\n";
	return [
		...head,
		...items.flatMap((item, at) => headlinePieces(item, at === 0 ? gap : "\n")),
	];
}

function headlinePieces(item: Headline, gap: string): CardPiece[] {
	const { title, url, outlet, at, note } = item;
	const time = at === null || isDay(at) ? null : timeMarkdown(at);
	const source = outlet === "" ? "" : ` — ${outlet}`;
	const spans: Span[] = [
		url === null ? { text: title } : { text: title, url },
		{ text: at !== null && time === null ? `${source}, ${at}` : source },
	];
	const told = spansPieces("headlines", `${gap}- `, spans);
	const last = told.pop();
	if (!last) return [];
	const when = time === null ? "" : `, ${time}`;
	const noted = spansPieces("headlines", "\n  ", [{ text: note ?? "" }]);
	return [
		...told,
		{ ...last, markdown: `${last.markdown}${when}` },
		...noted.map((piece) => ({ ...piece, count: 0 })),
	];
}

/** Discord shows it on the reader's own clock, as in “two hours ago”; null when it is no time. */
function timeMarkdown(at: string): string | null {
	const seconds = Math.floor(Date.parse(at) / 1000);
	return Number.isNaN(seconds) ? null : `<t:${seconds}:R>`;
}
