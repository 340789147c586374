import { foldInPlace } from "./fold-in-place.ts";
import { numberWords } from "./number-words.ts";

/** A percentage as a text writes it. Offsets are UTF-16 units. */
export interface RateFound {
	/** Of the number and its unit; of the bare number at the lower end of a range. */
	readonly start: number;
	readonly end: number;
	readonly percent: number;
}

const words = [...numberWords.keys()]
	.sort((a, b) => b.length - a.length)
	.map((word) => word.replaceAll("-", "[ -]"))
	.join("|");
const digits = String.raw`\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4}(?:[.,]\d{1,3})?(?: ?1/2| ?[½¼¾])?`;
const number = `(?:${digits}|(?:${words}))`;
const unit = String.raw`(?: ?%(?![ -]?points?\b)|[ -]?(?:percent|per[ -]cent|pct|p\.? ?cent|pour[ -]cent|por ?ciento|por cien|pc)\b(?! ?points?\b)| ?p\. ?c\.| ?p\. ?100\b)`;
const through = " (?:to|a|al|el) ";
const or = " (?:or|ou|o|and|et|y|y el|y del) ";
/** Words are joined by hyphens and `and` within one number, so only `to` parts two of them. */
const lower = `(?:(${digits})${unit}?(?: ?- ?|${through}|${or})|((?:${words}))${unit}?${through})`;
const rate = new RegExp(
	String.raw`(?<![\p{L}\d.,$€£/-])(?:${lower})?(${number})(${unit})`,
	"gu",
);
/** A dictated `per cent` loses its first half. `25 cents` and `a 25 cent coin` are money. */
const slip = new RegExp(
	String.raw`(?<![\p{L}\d.,$€£¢/-])(${number})[ -]cent\b(?! (?:a|an|per|each|coins?|pieces?|stamps?)\b)`,
	"gu",
);
const charge =
	/\b(?:tariffs?|tarifs?|dut(?:y|ies)|lev(?:y|ies)|surtax(?:es?)?|taxes?|droits?|arancel(?:es)?|surcharge)\b/;
/** UTF-16 units before and after a slip in which a charge must be named. */
const nearby = 60;

/** Without one of these there is no rate, and the long patterns need not look. */
const hint =
	/%|percent|per[ -]cent|pct|p\.? ?c(?:\.|ent)|p\. ?100|pour[ -]cent|por ?cien|\bcent\b|\dpc\b| pc\b/;

/**
 * The percentages of a text in English, French and Spanish, in figures or
 * words, in its order: `50 per cent`, `35,16 %`, `10 p. 100`, `por ciento`,
 * `twenty-five per cent`; also `25 cent` beside a charge, as dictation writes
 * it. Percentage points are no rates. Whether a percentage is a duty is for
 * the reader of the sentence.
 */
export function findRates(text: string): RateFound[] {
	const folded = foldInPlace(text);
	if (!hint.test(folded)) return [];
	const found = [...folded.matchAll(rate)].flatMap((match) =>
		ratesOf(match, folded),
	);
	const slips = [...folded.matchAll(slip)]
		.filter(({ 0: all, index }) => isOfCharge(folded, index, all.length))
		.map(({ 0: all, 1: written = "", index }) =>
			rateOf(written, index, index + all.length),
		);
	return [...found, ...slips]
		.filter(({ percent }) => Number.isFinite(percent))
		.sort((a, b) => a.start - b.start);
}

/** Both ends of a range where the words make one: `from 10 to 25 per cent`. */
function ratesOf(match: RegExpExecArray, folded: string): RateFound[] {
	const [all, figures, words, high = "", unitWritten = ""] = match;
	const low = figures ?? words;
	const end = match.index + all.length;
	const start = end - unitWritten.length - high.length;
	const upper = rateOf(high, start, end);
	if (low === undefined) return [upper];
	const joint = folded.slice(match.index + low.length, start);
	const ownUnit = new RegExp(`^${unit}`, "u").exec(joint)?.[0] ?? "";
	const lowEnd = match.index + low.length + ownUnit.length;
	const isPair = ownUnit !== "" || isRange(joint, folded.slice(0, match.index));
	return isPair ? [rateOf(low, match.index, lowEnd), upper] : [upper];
}

/** `10 to 25` is a range by itself; `10 and 25` only after `between`. */
function isRange(joint: string, before: string): boolean {
	const lead = before.slice(-12);
	if (monthEnd.test(lead)) return false;
	return /^ ?- ?$|^ (?:to|a|al) $/.test(joint)
		? true
		: /\b(?:between|either|entre|de|del|of) (?:el )?$/.test(lead);
}

/** A day before a rate is no rate: `on June 4 to 50 per cent`. */
const monthEnd =
	/\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? $/;

function rateOf(written: string, start: number, end: number): RateFound {
	return { start, end, percent: percentOf(written) };
}

function percentOf(written: string): number {
	const asWord =
		numberWords.get(written) ??
		numberWords.get(written.replaceAll(" ", "-")) ??
		numberWords.get(written.replaceAll("-", " "));
	if (asWord !== undefined) return asWord;
	const [, figures = "", fraction = ""] = /^([\d.,]+)(.*)$/.exec(written) ?? [];
	const isThousands = /^\d{1,3}(?:,\d{3})+$/.test(figures);
	const plain = isThousands
		? figures.replaceAll(",", "")
		: figures.replace(",", ".");
	const parts: Readonly<Record<string, number>> = {
		"1/2": 0.5,
		"½": 0.5,
		"¼": 0.25,
		"¾": 0.75,
	};
	return figures === ""
		? Number.NaN
		: Number(plain) + (parts[fraction.trim()] ?? 0);
}

function isOfCharge(folded: string, at: number, length: number): boolean {
	const before = folded.slice(Math.max(0, at - nearby), at);
	const after = folded.slice(at + length, at + length + nearby);
	return charge.test(before) || charge.test(after);
}
