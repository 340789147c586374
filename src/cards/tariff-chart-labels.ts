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

/**
 * The percentages beside the steps: one where the total changes, none over
 * another; what holds on the day asked for has the first place.
 */
export function valueLabels(
	segments: readonly Segment[],
	{ x, y }: Scale,
	on: string,
): string {
	const levels = levelsOf(segments).filter(
		({ from, end }) =>
			(end ? x(end) : width - frame.right) - x(from) >= shortestStep,
	);
	const isThen = ({ from, end }: Level) => from <= on && (!end || on < end);
	const inOrder = [...levels.filter(isThen), ...levels];
	const placed: Label[] = [];
	for (const { from, totalPercent } of inOrder) {
		const text = `${totalPercent}%`;
		const label = { x: x(from) + 4, y: y(totalPercent) - 5, text };
		if (fits(label, placed)) placed.push(label);
	}
	return placed.map((label) => drawn(label, "#0f172a")).join("");
}

/** Days on end with one total; `end` is the first day of another, null when it is open. */
interface Level {
	readonly from: string;
	readonly end: string | null;
	readonly totalPercent: number;
}

function levelsOf(segments: readonly Segment[]): Level[] {
	return segments.flatMap(({ from, totalPercent }, at) => {
		const isSame = segments[at - 1]?.totalPercent === totalPercent;
		if (totalPercent === null || isSame) return [];
		const next = segments
			.slice(at + 1)
			.find((one) => one.totalPercent !== totalPercent);
		return [{ from, end: next?.from ?? null, totalPercent }];
	});
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
