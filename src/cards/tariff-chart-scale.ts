import type { Segment } from "../tariffs/history.ts";

/** Pixels of the whole picture, and of the margins around its plot. */
export const width = 640;
export const height = 260;
export const frame = { left: 46, right: 16, top: 34, bottom: 54 };

/** Where days and percentages stand in the picture. */
export interface Scale {
	/** Milliseconds since 1970 of the first and last day shown. */
	readonly first: number;
	readonly last: number;
	/** The highest percentage shown. */
	readonly top: number;
	/** Pixels from the left of a day, `YYYY-MM-DD`. */
	readonly x: (day: string) => number;
	/** Pixels from the top of a percentage. */
	readonly y: (percent: number) => number;
}

/** Fits the segments and the day asked for, `YYYY-MM-DD`, into the plot. */
export function scaleFor(segments: readonly Segment[], on: string): Scale {
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

/** A tenth of a pixel is fine enough. */
export function rounded(number: number): number {
	return Math.round(number * 10) / 10;
}

function timeOf(day: string): number {
	return Date.parse(`${day}T00:00:00Z`);
}
