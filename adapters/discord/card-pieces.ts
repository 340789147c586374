import type { Block, Headline, Span } from "../../src/chat/card.ts";
import { type CardPiece, spansPieces } from "./card-piece.ts";
import { tablePieces } from "./table-pieces.ts";

/**
 * Blocks in order as pieces of Discord Markdown, each of which fits an embed
 * with ease. Discord shows no SVG: a picture's description stands for it.
 */
export function cardPieces(blocks: readonly Block[]): CardPiece[] {
	return blocks.flatMap(blockPieces);
}

function blockPieces(block: Block): CardPiece[] {
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
			return spansPieces("text", "\n\n", [{ text: block.alt }]);
	}
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
	const time = at === null ? null : timeMarkdown(at);
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
