import type { Column } from "./card.ts";
import { inertLine } from "./inert-text.ts";
import { textWidth, wrapText } from "./wrap-text.ts";

const gap = 2;
const narrowest = 6;

/** Draws a table in columns under a ruled head; cells that do not fit the width go on below. */
export function tableText(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	width: number,
): string {
	const head = columns.map(({ title }) => inertLine(title));
	const cells = rows.map((row) =>
		columns.map((_, index) => inertLine(row[index] ?? "")),
	);
	const widths = fitWidths([head, ...cells], width);
	const rule = widths.map((columnWidth) => "─".repeat(columnWidth));
	const draw = (row: readonly string[]) => drawRow(row, columns, widths);
	return [draw(head), rule.join(" ".repeat(gap)), ...cells.map(draw)].join(
		"\n",
	);
}

/** Every column as wide as its widest cell; while that is too wide, the widest column gives way. */
function fitWidths(
	rows: readonly (readonly string[])[],
	width: number,
): number[] {
	const widths = (rows[0] ?? []).map((_, index) =>
		Math.max(1, ...rows.map((row) => textWidth(row[index] ?? ""))),
	);
	const room = width - gap * (widths.length - 1);
	let over = widths.reduce((sum, columnWidth) => sum + columnWidth, -room);
	while (over > 0) {
		const widest = Math.max(...widths);
		if (widest <= narrowest) break;
		widths[widths.indexOf(widest)] = widest - 1;
		over -= 1;
	}
	return widths;
}

function drawRow(
	row: readonly string[],
	columns: readonly Column[],
	widths: readonly number[],
): string {
	const cells = row.map((cell, index) =>
		wrapText(cell, widths[index] ?? 0).split("\n"),
	);
	const height = Math.max(...cells.map((lines) => lines.length), 1);
	return Array.from({ length: height }, (_, line) =>
		cells
			.map((lines, index) => {
				const text = lines[line] ?? "";
				const blank = " ".repeat(
					Math.max(0, (widths[index] ?? 0) - textWidth(text)),
				);
				return columns[index]?.align === "right" ? blank + text : text + blank;
			})
			.join(" ".repeat(gap))
			.trimEnd(),
	).join("\n");
}
