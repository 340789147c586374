/** One line of the table that `npm run bench` prints. */
export interface Row {
	/** What was measured, with its unit: `items/s, feed bytes to ledger, embedded`. */
	readonly figure: string;
	readonly value: number;
	/** What it is held against, measured in the same run; null when there is nothing. */
	readonly comparison: { readonly of: string; readonly value: number } | null;
}

export interface Benchmark {
	readonly name: string;
	/** Gives its rows as they are known; says aloud what it must leave out. */
	run(say: (progress: string) => void): AsyncIterable<Row>;
}

/** The middle of an odd number of runs, the upper middle of an even one. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** The value that `share` of the values do not exceed (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const rank = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
	const value = sorted[rank];
	if (value === undefined) throw new Error("nothing was measured");
	return value;
}
