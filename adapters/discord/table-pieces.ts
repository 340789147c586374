import type { Column, Span } from "../../src/chat/card.ts";
import { tableText } from "../../src/chat/table-text.ts";
import { type CardPiece, spansPieces } from "./card-piece.ts";
import { fencedMarkdown } from "./markdown.ts";

type Row = readonly (readonly Span[])[];

/** Columns of letters that Discord shows in a code block without breaking lines. */
const codeWidth = 54;
const mostColumns = 6;
const longestCode = 1900;

/**
 * A table as code blocks of so many rows each, the links of its cells below;
 * one that is too wide, row by row with the names of its columns.
 */
export function tablePieces(
	columns: readonly Column[],
	rows: readonly Row[],
): CardPiece[] {
	const blocks =
		columns.length > mostColumns ? null : codeBlocks(columns, rows);
	if (blocks === null) return rowPieces(columns, rows);
	const links = rows.flat(2).filter(({ url }) => url !== undefined);
	const spaced = links.flatMap((link, at) =>
		at === 0 ? [link] : [{ text: " · " }, link],
	);
	return [...blocks, ...spansPieces("text", "\n", spaced)];
}

/** Null when a row alone is too long for a code block. */
function codeBlocks(
	columns: readonly Column[],
	rows: readonly Row[],
): CardPiece[] | null {
	const blocks: CardPiece[] = [];
	let from = 0;
	do {
		const count = rowsThatFit(columns, rows.slice(from));
		if (count === null) return null;
		const markdown = codeBlock(columns, rows.slice(from, from + count));
		blocks.push({ kind: "rows", markdown, count, gap: "\n" });
		from += count;
	} while (from < rows.length);
	return blocks;
}

function rowsThatFit(
	columns: readonly Column[],
	rows: readonly Row[],
): number | null {
	let count = 0;
	while (count < rows.length) {
		const block = codeBlock(columns, rows.slice(0, count + 1));
		if (block.length > longestCode) break;
		count++;
	}
	if (count > 0) return count;
	const head = codeBlock(columns, []);
	return rows.length === 0 && head.length <= longestCode ? 0 : null;
}

function codeBlock(columns: readonly Column[], rows: readonly Row[]): string {
	const texts = rows.map((row) =>
		row.map((cell) => cell.map(({ text }) => text).join("")),
	);
	return fencedMarkdown(tableText(columns, texts, codeWidth));
}

function rowPieces(
	columns: readonly Column[],
	rows: readonly Row[],
): CardPiece[] {
	if (rows.length === 0) {
		const titles = columns.map(({ title }) => title).join(" · ");
		return spansPieces("text", "\n\n", [{ text: titles, style: "strong" }]);
	}
	return rows.flatMap((row, at) => {
		const cells = columns.flatMap(({ title }, column): Span[] => [
			{ text: column === 0 ? "" : " · " },
			{ text: `${title}:`, style: "strong" },
			{ text: " " },
			...(row[column] ?? []),
		]);
		return spansPieces("rows", at === 0 ? "\n\n" : "\n", cells);
	});
}
