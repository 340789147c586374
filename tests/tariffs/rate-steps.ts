import type { ClaimTotal, RateStep } from "../../src/tariffs/rate-timeline.ts";

/** What one measure charges, whole, without a preference. */
export function totalOf(
	percent: number | null,
	changes: Partial<ClaimTotal> = {},
): readonly ClaimTotal[] {
	return [
		{
			claim: "none",
			totalPercent: percent,
			complete: true,
			prohibited: false,
			charged: [
				{ measure: "us-232-steel", ratePercent: percent, status: "applies" },
			],
			...changes,
		},
	];
}

/** A history from its turns: `stepsOf(["2025-03-12", 25], ["2025-06-04", 50])`. */
export function stepsOf(
	...turns: readonly (readonly [string, number])[]
): readonly RateStep[] {
	return turns.map(([from, percent]) => ({
		from,
		to: null,
		claims: totalOf(percent),
	}));
}
