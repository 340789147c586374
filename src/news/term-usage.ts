import type { TermKind } from "./telling-terms.ts";

/** How the tellings of one event use terms of a kind. */
interface Usage {
	/** How many texts of other events hold such a term. */
	readonly rate: number;
	/** Of how many tellings that rate is worth: the fewer, the more an event's tellings agree to use a term or not. */
	readonly weight: number;
}

/**
 * Chosen for what the terms are, not fitted: the tellings of an event all name
 * who or where it is about, most give the number, and each has words of its own.
 */
const usages: Readonly<Record<TermKind, Usage>> = {
	word: { rate: 0.01, weight: 10 },
	daily: { rate: 0.2, weight: 10 },
	day: { rate: 0.15, weight: 3 },
	name: { rate: 0.01, weight: 5 },
	heart: { rate: 0.02, weight: 1 },
	number: { rate: 0.01, weight: 2 },
};

/**
 * The logarithm of how likely it is that `count` of `size` tellings of one
 * event hold a term: the Beta-Bernoulli likelihood. Each is worked out once.
 */
export type Likelihood = (count: number, size: number) => number;

/** By kind of term. */
export const likelihoods: Readonly<Record<TermKind, Likelihood>> = {
	word: likelihoodOf(usages.word),
	daily: likelihoodOf(usages.daily),
	day: likelihoodOf(usages.day),
	name: likelihoodOf(usages.name),
	heart: likelihoodOf(usages.heart),
	number: likelihoodOf(usages.number),
};

function likelihoodOf({ rate, weight }: Usage): Likelihood {
	const [held, lacked] = [rate * weight, (1 - rate) * weight];
	const known: number[][] = [];
	return (count, size) => {
		known[size] ??= [];
		const row = known[size];
		row[count] ??=
			logGamma(count + held) +
			logGamma(size - count + lacked) +
			logGamma(weight) -
			logGamma(size + weight) -
			logGamma(held) -
			logGamma(lacked);
		return row[count];
	};
}

/** The logarithm of the gamma function, by Stirling's series from where it is exact to a millionth. */
export function logGamma(x: number): number {
	if (x < 8) return logGamma(x + 1) - Math.log(x);
	const series = 1 / (12 * x) - 1 / (360 * x ** 3);
	return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}
