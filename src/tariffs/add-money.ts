import type { ClaimAnswer, TariffAnswer } from "./answer-tariff.ts";

/** The answer with money beside its percentages, in the currency of `value`. */
export interface PricedAnswer extends Omit<TariffAnswer, "claims"> {
	readonly value: number;
	readonly claims: readonly (ClaimAnswer & {
		/** Rounded to cents; null where the total is not known. */
		readonly totalAmount: number | null;
		/** For each layer, in order. */
		readonly amounts: readonly (number | null)[];
	})[];
}

/** Works out the duty on goods of a customs value. */
export function addsMoney(answer: TariffAnswer, value: number): PricedAnswer {
	return {
		...answer,
		value,
		claims: answer.claims.map((claim) => ({
			...claim,
			totalAmount: amountOf(claim.totalPercent, value),
			amounts: claim.layers.map(({ addsPercent }) =>
				amountOf(addsPercent, value),
			),
		})),
	};
}

/** Percent of a value, rounded to cents; null stays null. */
export function amountOf(percent: number | null, value: number): number | null {
	return percent === null ? null : Math.round(value * percent) / 100;
}
