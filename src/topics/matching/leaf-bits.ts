import type { NumberList } from "./number-list.ts";

/**
 * A bit for each leaf, small enough to stay in the processor's nearest memory.
 * Leaves share bits now and then, so that a bit says "perhaps" and its lack
 * "no". Bit 0 is nobody's and never set; bit 65,535 is set for all news.
 */
export interface LeafBits {
	readonly cells: Int32Array;
}

const always = 65_535;
/** Two bits in one number that are set for all news. */
export const packedAlways = always;

export function emptyBits(): LeafBits {
	return { cells: new Int32Array(2048) };
}

/** A leaf's bit, from 1 to 65,534. */
export function bitOf(leaf: number): number {
	return ((leaf >> 3) % (always - 1)) + 1;
}

/** Two bits in one number; the second may be nobody's. */
export function packBits(first: number, second: number | undefined): number {
	return bitOf(first) | ((second === undefined ? 0 : bitOf(second)) << 16);
}

export function setBit({ cells }: LeafBits, bit: number): void {
	cells[bit >> 5] = (cells[bit >> 5] ?? 0) | (1 << (bit & 31));
}

/** Clears the bits of leaves, and maybe others: for when all are cleared. */
export function clearBits({ cells }: LeafBits, leaves: NumberList): void {
	const { items, count } = leaves;
	for (let each = 0; each < count; each++)
		cells[bitOf(items[each] ?? 0) >> 5] = 0;
	cells[always >> 5] = (cells[always >> 5] ?? 0) | (1 << (always & 31));
}

export function hasBit({ cells }: LeafBits, bit: number): boolean {
	return (((cells[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}
