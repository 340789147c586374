import { apostrophe, digit, letter, unusual } from "./letter-classes.ts";
import { kindAt, textBetween, unitAt } from "./letter-units.ts";

/** `o'toole`, `aujourd'hui`: where it ends what apostrophes keep together. */
export function joinedEnd(runEnd: number): number {
	let at = runEnd;
	while (kindAt(at) === apostrophe) {
		if (isUnusualBeyond(at)) return -1;
		if (isPossessive(at) || kindAt(at + 1) < letter) break;
		at++;
		while (kindAt(at) >= letter) at++;
	}
	return kindAt(at) === unusual ? -1 : at;
}

/** Whether what follows an apostrophe cannot be told from Latin letters alone. */
export function isUnusualBeyond(apostropheAt: number): boolean {
	const [next, second] = [kindAt(apostropheAt + 1), kindAt(apostropheAt + 2)];
	return next === unusual || second === unusual;
}

const dot = 0x2e;
const comma = 0x2c;
const hyphen = 0x2d;

/** Where initials (`U.S.`, `É.-U.`) that begin here end; 0 when there are none, -1 at an unusual letter. */
export function initialsEnd(from: number): number {
	let at = from;
	let count = 0;
	while (kindAt(at) === letter && unitAt(at + 1) === dot) {
		at += unitAt(at + 2) === hyphen ? 3 : 2;
		count++;
	}
	if (kindAt(at) === unusual || kindAt(at + 1) === unusual) return -1;
	if (count < 2) return 0;
	return kindAt(at) === letter && kindAt(at + 1) < letter ? at + 1 : at;
}

/** Where a number (`7206.10.00`) ends; 0 when it is the beginning of a word (`25th`), -1 at an unusual letter. */
export function numberEnd(from: number): number {
	let at = from;
	let group = 0;
	for (;;) {
		while (kindAt(at) === digit) at++;
		const isMark = unitAt(at) === dot || unitAt(at) === comma;
		if (!isMark || kindAt(at + 1) !== digit) break;
		group = at++;
	}
	if (kindAt(at) === unusual) return -1;
	// `35.16a` is the number 35 and the word 16a.
	return kindAt(at) >= letter ? group : at;
}

/** An apostrophe, an s, and then no more of the word. */
export function isPossessive(at: number): boolean {
	return (unitAt(at + 1) | 0x20) === 0x73 && kindAt(at + 2) < letter;
}

const elisions = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)$/i;
const letterU = 0x75;

/** `l'`, `d'`, `qu'`, `jusqu'`: no word of its own. */
export function isElision(from: number, to: number): boolean {
	const isShort = to - from === 1 || (unitAt(to - 1) | 0x20) === letterU;
	if (!isShort || to - from > 6) return false;
	return elisions.test(textBetween(from, to));
}
