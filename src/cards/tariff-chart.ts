import type { Say } from "../phrases/say.ts";
import type { Segment } from "../tariffs/history.ts";

/** What a step chart of a duty shows. */
export interface TariffSteps {
	/** Oldest first, one claim. */
	readonly segments: readonly Segment[];
	/** The day asked for, `YYYY-MM-DD`. */
	readonly on: string;
	readonly title: string;
}

const width = 640;
const height = 240;
const frame = { left: 46, right: 16, top: 34, bottom: 34 };

/**
 * Draws the total duty over time as steps: an SVG document with its own light
 * background, readable on light and dark pages. Gaps are days not known.
 */
export function tariffChart({ segments, on, title }: TariffSteps): string {
	const scale = scaleFor(segments, on);
	const marks = gridLines(scale);
	const { x } = scale;
	const day = `<line x1="${x(on)}" x2="${x(on)}" y1="${frame.top}" y2="${height - frame.bottom}" stroke="#b45309" stroke-dasharray="4 3"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12"><rect width="${width}" height="${height}" rx="8" fill="#f8fafc"/><text x="${frame.left}" y="20" font-weight="600" fill="#0f172a">${escaped(title)}</text>${marks}${day}${steps(segments, scale)}${years(scale)}</svg>`;
}

/** The chart's story in one line: `25% from 2025-03-12, 50% from 2025-06-04`. */
export function stepsInWords(segments: readonly Segment[], say: Say): string {
	return segments
		.map((segment) =>
			say("tariffs.chart.step", {
				state: stateOf(segment),
				total: segment.totalPercent,
				from: segment.from,
			}),
		)
		.join(", ");
}

/** How a total is to be said. */
export function stateOf({
	totalPercent,
	complete,
	prohibited,
}: Pick<Segment, "totalPercent" | "complete" | "prohibited">) {
	if (prohibited) return "prohibited";
	if (totalPercent === null) return "unknown";
	return complete ? "whole" : "partial";
}

interface Scale {
	readonly first: number;
	readonly last: number;
	readonly top: number;
	readonly x: (day: string) => number;
	readonly y: (percent: number) => number;
}

function scaleFor(segments: readonly Segment[], on: string): Scale {
	const days = [...segments.map(({ from }) => from), on].map(timeOf);
	const first = Math.min(...days);
	// A tenth more, so that the last step is seen to go on.
	const last = Math.max(...days) + (Math.max(...days) - first) * 0.1 + 2.6e9;
	const top = Math.max(
		10,
		...segments.map(({ totalPercent }) => (totalPercent ?? 0) * 1.1),
	);
	const inner = width - frame.left - frame.right;
	const tall = height - frame.top - frame.bottom;
	return {
		first,
		last,
		top,
		x: (day) =>
			rounded(frame.left + ((timeOf(day) - first) / (last - first)) * inner),
		y: (percent) => rounded(frame.top + tall * (1 - percent / top)),
	};
}

function steps(segments: readonly Segment[], { x, y }: Scale): string {
	return segments
		.map((segment, at) => {
			const { totalPercent, from, prohibited } = segment;
			const next = segments[at + 1];
			const [begin, end] = [x(from), next ? x(next.from) : width - frame.right];
			if (prohibited) {
				return `<rect x="${begin}" y="${frame.top}" width="${rounded(end - begin)}" height="${height - frame.top - frame.bottom}" fill="#b91c1c" fill-opacity="0.25"/>`;
			}
			if (totalPercent === null) return "";
			const rise =
				next && next.totalPercent !== null ? `V${y(next.totalPercent)}` : "";
			const dash = segment.complete ? "" : ' stroke-dasharray="7 4"';
			const label =
				end - begin > 34
					? `<text x="${begin + 4}" y="${y(totalPercent) - 5}" fill="#0f172a">${totalPercent}%</text>`
					: "";
			return `<path d="M${begin} ${y(totalPercent)}H${end}${rise}" fill="none" stroke="#1d4ed8" stroke-width="2.5"${dash}/>${label}`;
		})
		.join("");
}

function gridLines({ top, y }: Scale): string {
	const step = [5, 10, 25, 50, 100].find((one) => top / one <= 5) ?? 100;
	const lines: string[] = [];
	for (let percent = 0; percent <= top; percent += step) {
		lines.push(
			`<line x1="${frame.left}" x2="${width - frame.right}" y1="${y(percent)}" y2="${y(percent)}" stroke="#cbd5e1"/><text x="${frame.left - 6}" y="${y(percent) + 4}" text-anchor="end" fill="#475569">${percent}%</text>`,
		);
	}
	return lines.join("");
}

function years({ first, last, x }: Scale): string {
	const from = new Date(first).getUTCFullYear();
	const to = new Date(last).getUTCFullYear();
	const every = Math.ceil((to - from + 1) / 10);
	const labels: string[] = [];
	for (let year = from; year <= to; year += every) {
		const at = Math.max(x(`${year}-01-01`), frame.left);
		labels.push(
			`<text x="${at}" y="${height - 12}" fill="#475569">${year}</text>`,
		);
	}
	return labels.join("");
}

function timeOf(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}

function rounded(number: number): number {
	return Math.round(number * 10) / 10;
}

function escaped(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}
