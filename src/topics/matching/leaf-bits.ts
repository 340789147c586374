/**
 * A bit for each leaf, small enough to stay in the processor's nearest memory.
 * Leaves share bits now and then, so that a bit says "perhaps" and its lack
 * "no". Bit 0 is nobody's: a packed 0 is no leaf.
 */
export interface LeafBits {
	readonly cells: Int32Array;
}

export function emptyBits(): LeafBits {
	return { cells: new Int32Array(2048) };
}

/** A leaf's bit, from 1 to 65,535. */
export function bitOf(leaf: number): number {
	return (leaf >> 3) & 65_535 || 65_535;
}

/** Two bits in one number; the second may be nobody's. */
export function packBits(first: number, second: number | undefined): number {
	return bitOf(first) | ((second === undefined ? 0 : bitOf(second)) << 16);
}

export function setBit({ cells }: LeafBits, bit: number): void {
	cells[bit >> 5] = (cells[bit >> 5] ?? 0) | (1 << (bit & 31));
}

/** Clears a bit, and maybe others: for when all are cleared. */
export function clearBit({ cells }: LeafBits, bit: number): void {
	cells[bit >> 5] = 0;
}

export function hasBit({ cells }: LeafBits, bit: number): boolean {
	return (((cells[bit >> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** Whether one of two packed bits is set. */
export function hasEither(bits: LeafBits, packed: number): boolean {
	return hasBit(bits, packed & 65_535) || hasBit(bits, packed >>> 16);
}
