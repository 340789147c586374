import { hashPrime, hashStart, spread } from "./hash-letters.ts";
import { isAnchor, lengthOf, type QueryCode } from "./query-code.ts";

/**
 * Places found in one piece of news, kept so that what stands in many queries
 * (`tariff NEAR/5 steel`) is looked for once, and not again to show evidence.
 */
export interface KeptPlaces {
	/** By a hash of the code; of two with the same hash the later one. */
	readonly byHash: Map<number, Kept>;
	/** How many numbers are kept; what is found after the most is not. */
	count: number;
}

interface Kept {
	/** Where the code begins that was asked. */
	readonly at: number;
	readonly places: number[];
}

const mostKept = 500_000;

export function noPlaces(): KeptPlaces {
	return { byHash: new Map(), count: 0 };
}

/** For the next piece of news. */
export function forgetPlaces(kept: KeptPlaces): void {
	if (kept.byHash.size === 0) return;
	kept.byHash.clear();
	kept.count = 0;
}

/** The places of the part of a query that begins at `at`, found now or before for its like; nobody may change them. */
export function keptPlaces(
	kept: KeptPlaces,
	code: QueryCode,
	{ at, find }: { at: number; find: () => number[] },
): number[] {
	const hash = hashOf(code, at);
	const known = kept.byHash.get(hash);
	if (known && isAlike(code, known.at, at)) return known.places;
	const places = find();
	const numbers = places.length + 1;
	if (kept.count + numbers > mostKept) return places;
	kept.count += numbers;
	kept.byHash.set(hash, { at, places });
	return places;
}

function hashOf(code: QueryCode, at: number): number {
	const end = at + lengthOf(code[at] ?? 0);
	let hash = hashStart;
	for (let each = at; each < end; each++) {
		hash = Math.imul(hash ^ plain(code[each] ?? 0), hashPrime);
	}
	return spread(hash);
}

function isAlike(code: QueryCode, one: number, other: number): boolean {
	const length = lengthOf(code[one] ?? 0);
	for (let each = 0; each < length; each++) {
		if (plain(code[one + each] ?? 0) !== plain(code[other + each] ?? 0)) {
			return false;
		}
	}
	return true;
}

/** Whether a topic waits for a leaf is no part of what is asked. */
function plain(head: number): number {
	return head < 0 ? head : head & ~isAnchor;
}
