/** Chance that a number repeats: the same seed gives the same choices. */
export interface Seeded {
	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number;
	pick<T>(list: readonly T[]): T;
	/** True so often, of 1. */
	chance(share: number): boolean;
}

/** Chance from a seed, by Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough to spread faults. */
export function seeded(seed: number): Seeded {
	let state = seed | 0;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (low: number, high: number) =>
		low + Math.floor(next() * (high - low + 1));
	return {
		between,
		chance: (share) => next() < share,
		pick(list) {
			const picked = list[between(0, list.length - 1)];
			if (picked === undefined) throw new Error("nothing to pick from");
			return picked;
		},
	};
}
