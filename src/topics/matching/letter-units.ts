import { Buffer } from "node:buffer";
import { classBits, classify, letterTable } from "./letter-classes.ts";

/** The texts of one piece of news, one after the other, with seams after each. */
let held = new Uint16Array(4096);
let bytes = Buffer.from(held.buffer);
const kindMask = (1 << classBits) - 1;
/** As far as the scanner looks beyond a word. */
const seams = 4;

/** Where the next text begins after one that begins at `from`. */
export function unitsAfter(from: number, text: string): number {
	return from + text.length + seams;
}

/** Takes up a text from unit `from` on; gives all units, which are good until more are taken up. */
export function loadUnits(text: string, from: number): Uint16Array {
	const end = unitsAfter(from, text);
	if (held.length < end) {
		const grown = new Uint16Array(2 * end);
		grown.set(held.subarray(0, from));
		held = grown;
		bytes = Buffer.from(held.buffer);
	}
	bytes.write(text, 2 * from, "utf16le");
	held.fill(0, end - seams, end);
	return held;
}

/** The units that were taken up. */
export function heldUnits(): Readonly<Uint16Array> {
	return held;
}

/** A unit that was taken up. */
export function unitAt(at: number): number {
	return held[at] ?? 0;
}

/** Class and folding of a unit, as `letterTable` has them. */
export function entryAt(at: number): number {
	const unit = held[at] ?? 0;
	return letterTable[unit] || classify(unit);
}

/** Class of a unit. */
export function kindAt(at: number): number {
	return entryAt(at) & kindMask;
}

/** The text again, from one unit up to another. */
export function textBetween(from: number, to: number): string {
	return String.fromCharCode(...held.subarray(from, to));
}
