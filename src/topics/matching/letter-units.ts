import { Buffer } from "node:buffer";
import { classBits, classify, letterTable } from "./letter-classes.ts";

/** The text being scanned, with seams after its end. */
let held = new Uint16Array(4096);
let bytes = Buffer.from(held.buffer);
const kindMask = (1 << classBits) - 1;

/** Takes up a text; gives its units, with seams after the end. They are those of this text until the next is taken up. */
export function loadUnits(text: string): Uint16Array {
	const room = text.length + 4;
	if (held.length < room) {
		held = new Uint16Array(2 * room);
		bytes = Buffer.from(held.buffer);
	}
	bytes.write(text, "utf16le");
	held.fill(0, text.length, room);
	return held;
}

/** A unit of the text. */
export function unitAt(at: number): number {
	return held[at] ?? 0;
}

/** Class and folding of a unit of the text, as `letterTable` has them. */
export function entryAt(at: number): number {
	const unit = held[at] ?? 0;
	return letterTable[unit] || classify(unit);
}

/** Class of a unit of the text. */
export function kindAt(at: number): number {
	return entryAt(at) & kindMask;
}

/** The text again, from one unit up to another. */
export function textBetween(from: number, to: number): string {
	return String.fromCharCode(...held.subarray(from, to));
}
