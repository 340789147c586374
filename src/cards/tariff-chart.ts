import { escapeUTF8 } from "entities";
import type { Say } from "../phrases/say.ts";
import type { Segment } from "../tariffs/history.ts";
import { valueLabels, yearLabels } from "./tariff-chart-labels.ts";
import {
	frame,
	height,
	rounded,
	type Scale,
	scaleFor,
	width,
} from "./tariff-chart-scale.ts";

/** Pixels of a letter of the legend, on the safe side. */
const letterWidth = 7;

/** What a step chart of a duty shows. */
export interface TariffSteps {
	/** Oldest first, one claim. */
	readonly segments: readonly Segment[];
	/** The day asked for, `YYYY-MM-DD`. */
	readonly on: string;
	readonly title: string;
	readonly say: Say;
}

/**
 * Draws the total duty over time as steps: an SVG document with its own light
 * background, readable on light and dark pages. Gaps are days not known, and a
 * dashed step is a lower bound: the legend says so.
 */
export function tariffChart({ segments, on, title, say }: TariffSteps): string {
	const scale = scaleFor(segments, on);
	const { x } = scale;
	const day = `<line x1="${x(on)}" x2="${x(on)}" y1="${frame.top}" y2="${height - frame.bottom}" stroke="#b45309" stroke-dasharray="4 3"/>`;
	const drawn = [
		`<rect width="${width}" height="${height}" rx="8" fill="#f8fafc"/>`,
		`<text x="${frame.left}" y="20" font-weight="600" fill="#0f172a">${escapeUTF8(title)}</text>`,
		gridLines(scale),
		day,
		steps(segments, scale),
		valueLabels(segments, scale, on),
		yearLabels(scale),
		legend(segments, on, say),
	];
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">${drawn.join("")}</svg>`;
}

/** Is any stretch only a lower bound? */
export function hasLowerBound(segments: readonly Segment[]): boolean {
	return segments.some((segment) => stateOf(segment) === "partial");
}

/** What the day's line means and, where they are drawn, a dashed step and a red stretch. */
function legend(segments: readonly Segment[], on: string, say: Say): string {
	const isBanned = segments.some(({ prohibited }) => prohibited);
	const entries = [
		{
			line: 'stroke="#b45309" stroke-dasharray="4 3"',
			text: say("tariffs.chart.day", { on }),
		},
		hasLowerBound(segments) && {
			line: 'stroke="#1d4ed8" stroke-width="2.5" stroke-dasharray="7 4"',
			text: say("tariffs.chart.atLeast"),
		},
		isBanned && {
			line: 'stroke="#b91c1c" stroke-opacity="0.25" stroke-width="10"',
			text: say("tariffs.chart.banned"),
		},
	].filter((one) => one !== false);
	const y = height - 12;
	let x = frame.left;
	return entries
		.map(({ line, text }) => {
			const at = x;
			x += 32 + text.length * letterWidth + 16;
			return `<line x1="${at}" x2="${at + 26}" y1="${y - 4}" y2="${y - 4}" ${line}/><text x="${at + 32}" y="${y}" fill="#475569">${escapeUTF8(text)}</text>`;
		})
		.join("");
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
			return `<path d="M${begin} ${y(totalPercent)}H${end}${rise}" fill="none" stroke="#1d4ed8" stroke-width="2.5"${dash}/>`;
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
