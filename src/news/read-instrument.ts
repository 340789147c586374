import type { Book } from "../tariffs/book.ts";
import { findCodes } from "../tariffs/find-codes.ts";
import { findCountries } from "../tariffs/find-countries.ts";
import { goodsFinderOf } from "../tariffs/find-goods.ts";
import { findInstruments } from "../tariffs/find-instruments.ts";
import { foldInPlace } from "../tariffs/fold-in-place.ts";
import { touchedMeasures } from "../tariffs/touched-measures.ts";
import { type ActDay, daysIn, type Figure, ratesIn } from "./act-figures.ts";

/** What can be read in an act without understanding it; for a person to judge. */
export interface InstrumentReading {
	/** Its own name; its title where the text gives no number. */
	readonly act: string;
	/** Rates that it speaks of, those that it sets before those that it recalls. */
	readonly rates: readonly Figure[];
	readonly days: readonly ActDay[];
	/** Headings of chapter 99, and codes of goods: digits without dots. */
	readonly provisions: readonly string[];
	readonly codes: readonly string[];
	/** ISO codes, the most named first. */
	readonly countries: readonly string[];
	/** Ids of the book's measures that it seems to touch, likeliest first. */
	readonly measures: readonly string[];
}

/** An official act as a feed gave it. */
export interface OfficialAct {
	readonly title: string;
	readonly text: string;
	readonly language: string;
	/** `YYYY-MM-DD`: of the news. */
	readonly day: string;
}

const most = { codes: 30, countries: 8 };

/** Reads the figures, days, codes and countries of an act, and which measures of the book it seems to touch. */
export function readInstrument(
	{ title, text, language, day }: OfficialAct,
	book: Book,
): InstrumentReading {
	const whole = `${title}.\n${text}`;
	const codes = findCodes(whole);
	const digitsOf = (kind: "goods" | "provision") =>
		[
			...new Set(
				codes.filter((one) => one.kind === kind).map(({ digits }) => digits),
			),
		].slice(0, most.codes);
	const countries = countriesIn(whole);
	const acts = findInstruments(whole);
	const goods = goodsFinderOf(book)(title, language);
	return {
		act: nameOf(title),
		rates: ratesIn(text === "" ? title : whole),
		days: daysIn(whole, day),
		provisions: digitsOf("provision"),
		codes: digitsOf("goods"),
		countries,
		measures: touchedMeasures(
			{
				goods: [...new Set(goods.map(({ productId }) => productId))],
				authorities: acts
					.filter(({ kind }) => kind === "authority")
					.map(({ name }) => name),
				acts: acts
					.filter(({ kind }) => kind !== "authority")
					.map(({ name }) => name),
				countries,
				codes: digitsOf("goods"),
				isCanadian: isCanadian(whole),
			},
			book,
		),
	};
}

/** An act's number stands in its title, if anywhere; the text's are of other acts. */
function nameOf(title: string): string {
	const [own] = findInstruments(title).filter(
		({ kind }) => kind !== "authority" && kind !== "case",
	);
	return own?.name ?? title;
}

function isCanadian(text: string): boolean {
	const folded = foldInPlace(text);
	return /\b(?:customs tariff|tarif des douanes|sor\/|dors\/|canada border services agency|surtax order)/.test(
		folded,
	);
}

function countriesIn(text: string): string[] {
	const counts = new Map<string, number>();
	for (const { code } of findCountries(text)) {
		counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.map(([code]) => code)
		.slice(0, most.countries);
}
