import { foldInPlace } from "./fold-in-place.ts";

/** A tariff code as a text writes it. Offsets are UTF-16 units. */
export interface CodeFound {
	/** Of the digits, without a word such as `heading` before them. */
	readonly start: number;
	readonly end: number;
	/** 2 to 10 digits, without dots: `72085100`. */
	readonly digits: string;
	/** Chapters 98 and 99 hold provisions, not goods: 9903.81.87. */
	readonly kind: "goods" | "provision";
}

/** Six digits with two dots or more are a code whatever stands before them. */
const dotted = String.raw`\d{4}\.\d{2}\.\d{2}(?:[. ]?\d{2})?|\d{4}\.\d{2}\.\d{4}`;
const short = String.raw`\d{2}\.\d{2}(?:\.\d{2})?|\d{10}|\d{8}|\d{6}|\d{4}(?:\.\d{2})?|\d{2}(?!\d)`;
const code = `(?:${dotted}|${short})`;
const name = `(?:(?:tariff|hts|htsus|hs|harmonized system|classification) (?:sub)?(?:headings?|codes?|items?|numbers?|lines?)|htsus|hts|hs|(?:sub)?headings?|chapters?|tariff items?|(?:sous-)?positions?(?: tarifaires?)?|numeros? tarifaires?|codes? (?:tarifaires?|sh)|chapitres?|(?:sub)?partidas?(?: arancelarias?)?|fraccion(?:es)?(?: arancelarias?)?|capitulos?|codigos? (?:arancelarios?|sa)|codes? (?:hs|hts))`;
const joint = `(?:,? (?:and|or|et|ou|y|o|a|to|through) | ?[,-] ?)`;
/** A name and the codes listed after it: `headings 7206 through 7229 and 7301`. */
const named = new RegExp(
	String.raw`(?<![\p{L}\d])${name}(?: nos?\.?| n[°o]s?\.?| number)?:? (${code}(?:${joint}${code})*)(?![\d%]|[.,]\d| ?(?:%|per\b|p\.))`,
	"gu",
);
const bare = new RegExp(
	String.raw`(?<![\p{L}\d.,$€£/-])(?:${dotted})(?![\d/]|[.,-]\d)`,
	"gu",
);

/**
 * The tariff codes of a text: those with dots wherever they stand
 * (9903.81.87, 7208.51.0030), shorter ones after a word for them in English,
 * French or Spanish (`chapter 72`, `position 72.08`, `fracción 8703.23`).
 */
export function findCodes(text: string): CodeFound[] {
	const folded = foldInPlace(text);
	const found = new Map<number, CodeFound>();
	for (const { 0: written, index } of folded.matchAll(bare)) {
		keep(written, index);
	}
	for (const { 0: all, 1: list = "", index } of folded.matchAll(named)) {
		if (!isOfTariff(folded, index, all)) continue;
		const from = index + all.length - list.length;
		for (const one of list.matchAll(new RegExp(code, "g"))) {
			keep(one[0], from + one.index);
		}
	}
	return [...found.values()].sort((a, b) => a.start - b.start);

	function keep(written: string, start: number): void {
		const digits = written.replaceAll(/[. ]/g, "");
		if (!isCode(digits) || found.has(start)) return;
		const isProvision = /^9[89]/.test(digits);
		found.set(start, {
			start,
			end: start + written.length,
			digits,
			kind: isProvision ? "provision" : "goods",
		});
	}
}

const chapter = /^(?:chapters?|chapitres?|capitulos?)/;
const tariffWord =
	/\b(?:hts|htsus|harmoni[sz]\w+|tariffs?|tarif\w*|arancel\w*)\b/;
/** UTF-16 units around a chapter in which the tariff must be named. */
const nearby = 60;

const insolvency =
	/chapter 11\b.{0,20}(?:protection|bankrupt)|filed for chapter/;

/** Laws and agreements have chapters too, though few have forty: Chapter 11, Chapter 19 of NAFTA. */
function isOfTariff(folded: string, at: number, written: string): boolean {
	if (!chapter.test(written)) return true;
	const first = Number(/\d+/.exec(written)?.[0]);
	const end = at + written.length;
	const around = folded.slice(Math.max(0, at - nearby), end + nearby);
	if (insolvency.test(around)) return false;
	return first >= 40 || tariffWord.test(around);
}

/** Chapters run from 1 to 97, without 77; 98 and 99 are national. */
function isCode(digits: string): boolean {
	const chapter = Number(digits.slice(0, 2));
	return chapter >= 1 && chapter <= 99 && chapter !== 77;
}
