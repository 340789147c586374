import type { TermKind } from "./telling-terms.ts";
import { likelihoods, logGamma } from "./term-usage.ts";

/** Tellings read as of one event: how many hold each term. */
export interface Heap {
	readonly size: number;
	/** For each term that several tellings in sight hold, how many of these do. */
	readonly counts: Uint16Array;
	/** Of each kind, how many terms are held by one telling in sight, and it is in here. */
	readonly alone: Readonly<Record<TermKind, number>>;
}

const kinds: readonly TermKind[] = [
	"word",
	"daily",
	"day",
	"name",
	"heart",
	"number",
];
/** For each name that one side is about and the other never says, when that holds both ways. */
const otherNameCosts = 2;
const mostOtherNames = 3;
/** The heart of a heap is what at least this share of its tellings is about. */
const heartShare = 0.5;

/**
 * The logarithm of the odds that two heaps tell one event rather than two: how
 * likely their terms are together against apart (Heller and Ghahramani,
 * "Bayesian Hierarchical Clustering", 2005, with the Chinese restaurant's prior
 * for the sizes). Above 0 one event is likelier. `kindAt` goes with `counts`.
 */
export function eventOdds(
	a: Heap,
	b: Heap,
	kindAt: readonly TermKind[],
): number {
	const size = a.size + b.size;
	let odds = logGamma(size) - logGamma(a.size) - logGamma(b.size);
	odds += oddsOfAlone(a, b) + oddsOfAlone(b, a);
	for (let term = 0; term < kindAt.length; term++) {
		const own = a.counts[term] ?? 0;
		const other = b.counts[term] ?? 0;
		if (own === 0 && other === 0) continue;
		const likelihood = likelihoods[kindAt[term] ?? "word"];
		odds += likelihood(own + other, size);
		odds -= likelihood(own, a.size) + likelihood(other, b.size);
	}
	const otherNames = Math.min(
		namesUnheard(a, b, kindAt),
		namesUnheard(b, a, kindAt),
		mostOtherNames,
	);
	return odds - otherNameCosts * otherNames;
}

/** What the terms of one telling of `a` alone say of `b`, which lacks them all. */
function oddsOfAlone(a: Heap, b: Heap): number {
	let odds = 0;
	for (const kind of kinds) {
		if (a.alone[kind] === 0) continue;
		const likelihood = likelihoods[kind];
		const one = likelihood(1, a.size + b.size) - likelihood(1, a.size);
		odds += a.alone[kind] * (one - likelihood(0, b.size));
	}
	return odds;
}

/** How many names at the heart of `a` no telling of `b` says. */
function namesUnheard(a: Heap, b: Heap, kindAt: readonly TermKind[]): number {
	let names = a.size === 1 ? a.alone.heart : 0;
	for (let term = 0; term < kindAt.length; term++) {
		if (kindAt[term] !== "heart" || (b.counts[term] ?? 0) > 0) continue;
		const own = a.counts[term] ?? 0;
		if (own > 0 && own >= heartShare * a.size) names++;
	}
	return names;
}

/** Both heaps as one. */
export function heapTogether(a: Heap, b: Heap): Heap {
	const counts = a.counts.map((count, term) => count + (b.counts[term] ?? 0));
	const alone = { ...a.alone };
	for (const kind of kinds) alone[kind] += b.alone[kind];
	return { size: a.size + b.size, counts, alone };
}
