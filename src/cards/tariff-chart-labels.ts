import type { Segment } from "../tariffs/history.ts";
import { frame, height, type Scale, width } from "./tariff-chart-scale.ts";

/** A text in the picture, by its baseline's left end. */
interface Label {
	readonly x: number;
	readonly y: number;
	readonly text: string;
}

/** Pixels, with a little air: a digit of the chart's font, and its line. */
const digitWidth = 8;
const lineHeight = 14;
/** A step shorter than this is a flash between two others: its label would stand on their lines. */
const shortestStep = 12;

/** The percentages beside the steps: one where the total changes, none over another. */
export function valueLabels(
	segments: readonly Segment[],
	{ x, y }: Scale,
): string {
	const placed: Label[] = [];
	for (const [at, { from, totalPercent }] of segments.entries()) {
		const isSame = segments[at - 1]?.totalPercent === totalPercent;
		if (totalPercent === null || isSame) continue;
		const next = segments
			.slice(at + 1)
			.find((one) => one.totalPercent !== totalPercent);
		const end = next ? x(next.from) : width - frame.right;
		if (end - x(from) < shortestStep) continue;
		const text = `${totalPercent}%`;
		const label = { x: x(from) + 4, y: y(totalPercent) - 5, text };
		if (fits(label, placed)) placed.push(label);
	}
	return placed.map((label) => drawn(label, "#0f172a")).join("");
}

/** The years under the plot, at most ten, none over another. */
export function yearLabels({ first, last, x }: Scale): string {
	const from = new Date(first).getUTCFullYear();
	const to = new Date(last).getUTCFullYear();
	const every = Math.ceil((to - from + 1) / 10);
	const placed: Label[] = [];
	// Backwards, for the first year may be a few days at the edge.
	for (
		let year = from + every * Math.floor((to - from) / every);
		year >= from;
		year -= every
	) {
		const at = Math.max(x(`${year}-01-01`), frame.left);
		const label = { x: at, y: height - frame.bottom + 20, text: String(year) };
		if (fits(label, placed)) placed.push(label);
	}
	return placed.map((label) => drawn(label, "#475569")).join("");
}

/** Within the picture and clear of the others. */
function fits(label: Label, placed: readonly Label[]): boolean {
	const right = ({ x, text }: Label) => x + text.length * digitWidth;
	if (right(label) > width) return false;
	return placed.every(
		(other) =>
			right(label) <= other.x ||
			right(other) <= label.x ||
			Math.abs(label.y - other.y) >= lineHeight,
	);
}

/**
 * A halo of the background keeps it readable where a line passes beneath. It
 * is a text of its own: not everything that draws SVG knows `paint-order`.
 */
function drawn({ x, y, text }: Label, colour: string): string {
	const halo = `<text x="${x}" y="${y}" fill="none" stroke="#f8fafc" stroke-width="3" aria-hidden="true">${text}</text>`;
	return `${halo}<text x="${x}" y="${y}" fill="${colour}">${text}</text>`;
}
