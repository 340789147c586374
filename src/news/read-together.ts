import { eventOdds, type Heap, heapTogether } from "./event-odds.ts";
import { kindOf, type TermKind } from "./telling-terms.ts";

/** Terms as `tellingTerms` gives them, and when they were told. */
export interface Reading {
	readonly terms: readonly string[];
	readonly at: Date;
}

/** Odds from which on down it does not matter how unlikely two tellings are of one event. */
const hopeless = -1;
/** What each day between two heaps takes from the odds. */
const dayCosts = 1;
const dayMs = 24 * 60 * 60 * 1000;

interface Pile extends Heap {
	/** Indices of its readings. */
	readonly members: readonly number[];
	readonly from: number;
	readonly to: number;
}

/**
 * Reads tellings anew, all at once, and puts together those that are likeliest
 * of one event, then the next likely, until none are; gives for each the odds
 * (as a logarithm) at which it came to lie with the first one. What was said of
 * a telling before plays no part, so a mistake is not built on.
 */
export function readTogether(readings: readonly Reading[]): readonly number[] {
	const table = compareAll(pileEach(readings));
	const together = readings.map(() => Number.NEGATIVE_INFINITY);
	let least = Number.POSITIVE_INFINITY;
	for (;;) {
		const [i, j, odds] = likeliestPair(table);
		const [a, b] = [table.piles[i], table.piles[j]];
		if (!a || !b || i === j) return together;
		least = Math.min(least, odds);
		if (i === 0) for (const member of b.members) together[member] = least;
		table.piles[i] = pileTogether(a, b);
		table.piles[j] = null;
		renewOdds(table, i);
	}
}

interface Piles {
	readonly piles: readonly Pile[];
	readonly kindAt: readonly TermKind[];
}

interface Table {
	/** Null where a pile has gone into another. */
	readonly piles: (Pile | null)[];
	/** Of each two piles, in the row of the first. */
	readonly odds: readonly Float64Array[];
	readonly kindAt: readonly TermKind[];
}

function compareAll({ piles, kindAt }: Piles): Table {
	const odds = piles.map((pile, i) =>
		Float64Array.from(piles, (other, j) =>
			j > i ? pileOdds(pile, other, kindAt) : 0,
		),
	);
	return { piles: [...piles], odds, kindAt };
}

function pileEach(readings: readonly Reading[]): Piles {
	const kinds = kindsOf(readings);
	const shared = [...kinds].filter(([, { length }]) => length > 1);
	const indices = new Map(shared.map(([term], index) => [term, index]));
	const piles = readings.map(({ terms, at }, member): Pile => {
		const counts = new Uint16Array(shared.length);
		const alone = { word: 0, daily: 0, day: 0, name: 0, heart: 0, number: 0 };
		for (const term of terms) {
			const index = indices.get(term.toLowerCase());
			if (index === undefined) alone[kindOf(term)]++;
			else counts[index] = 1;
		}
		const told = at.getTime();
		return { size: 1, counts, alone, members: [member], from: told, to: told };
	});
	return { piles, kindAt: shared.map(([, found]) => mostCommon(found)) };
}

/** Each term, folded, with the kind that every reading which holds it gives it. */
function kindsOf(readings: readonly Reading[]): Map<string, TermKind[]> {
	const kinds = new Map<string, TermKind[]>();
	for (const { terms } of readings) {
		for (const term of terms) {
			const folded = term.toLowerCase();
			const found = kinds.get(folded);
			if (found) found.push(kindOf(term));
			else kinds.set(folded, [kindOf(term)]);
		}
	}
	return kinds;
}

/** A name in most readings, and at the heart in most of those; else a word. */
function mostCommon(kinds: readonly TermKind[]): TermKind {
	const [first = "word"] = kinds;
	const hearts = kinds.filter((kind) => kind === "heart").length;
	const names = hearts + kinds.filter((kind) => kind === "name").length;
	if (names === 0 || first === "daily") return first;
	if (names * 2 < kinds.length) return "word";
	return hearts * 2 >= names ? "heart" : "name";
}

/** Two piles and their odds; the first pile twice when all are hopeless. */
function likeliestPair({
	piles,
	odds,
}: Table): readonly [number, number, number] {
	let [first, second, most] = [0, 0, hopeless];
	for (const [i, row] of odds.entries()) {
		if (!piles[i]) continue;
		for (let j = i + 1; j < row.length; j++) {
			const likely = row[j] ?? 0;
			if (likely <= most || !piles[j]) continue;
			[first, second, most] = [i, j, likely];
		}
	}
	return [first, second, most];
}

function pileTogether(a: Pile, b: Pile): Pile {
	return {
		...heapTogether(a, b),
		members: [...a.members, ...b.members],
		from: Math.min(a.from, b.from),
		to: Math.max(a.to, b.to),
	};
}

function renewOdds({ piles, odds, kindAt }: Table, changed: number): void {
	const pile = piles[changed];
	if (!pile) return;
	for (const [at, other] of piles.entries()) {
		const row = odds[Math.min(at, changed)];
		if (!other || !row || at === changed) continue;
		row[Math.max(at, changed)] = pileOdds(pile, other, kindAt);
	}
}

function pileOdds(a: Pile, b: Pile, kindAt: readonly TermKind[]): number {
	return eventOdds(a, b, kindAt) - dayCosts * daysBetween(a, b);
}

function daysBetween(a: Pile, b: Pile): number {
	return Math.max(0, a.from - b.to, b.from - a.to) / dayMs;
}
