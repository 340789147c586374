import { fold, foldWithOrigins } from "../text/fold.ts";
import type { NewsText } from "./article.ts";

/** Figures far down in a very long text are tables, not news. */
const reach = 100_000;
const rate =
	/(\d{1,3}(?:[.,]\d{1,3})?)\s?-?(?:%|percent\b|per cent\b|p\. ?cent\b|pour cent\b|por ?ciento\b)/g;
const months: readonly (readonly string[])[] = [
	["january", "jan", "janvier", "janv", "enero", "ene"],
	["february", "feb", "fevrier", "fevr", "febrero"],
	["march", "mar", "mars", "marzo"],
	["april", "apr", "avril", "avr", "abril", "abr"],
	["may", "mai", "mayo"],
	["june", "jun", "juin", "junio"],
	["july", "jul", "juillet", "juil", "julio"],
	["august", "aug", "aout", "agosto", "ago"],
	["september", "sept", "sep", "septembre", "septiembre"],
	["october", "oct", "octobre", "octubre"],
	["november", "nov", "novembre", "noviembre"],
	["december", "dec", "decembre", "diciembre", "dic"],
];
const monthOf = new Map(
	months.flatMap((names, month) => names.map((name) => [name, month + 1])),
);
const monthName = months.flat().join("|");
const monthFirst = new RegExp(
	`\\b(${monthName})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:|[.,]\\d|\\s?%)`,
	"g",
);
const dayFirst = new RegExp(
	`\\b(\\d{1,2})(?:st|nd|rd|th|er)? (?:de |of )?(${monthName})\\b`,
	"g",
);
/** A month's name without a day; the short names are other words as well, and need a preposition. */
const bareMonth = new RegExp(
	`\\b(?:in|for|by|until|since|of|en|de|from|to|through|early|late|next|last|and) (${monthName})\\b|\\b(${months
		.flat()
		.filter((name) => name.length > 4 && name !== "march")
		.join("|")})\\b`,
	"g",
);
/** Turns of a decision, by stem, that change what a measure does. */
const turns: readonly (readonly [string, RegExp])[] = [
	[
		"paused",
		/\b(?:paus(?:e|es|ed|ing)|suspend\w*|suspens\w+|delay(?:s|ed|ing)?|postpon\w+|defer(?:s|red|ring)?|report(?:e|ee|es) a|aplaz\w+|pospon\w+)\b/,
	],
	[
		"ended",
		/\b(?:lift(?:s|ed|ing)?|repeal\w*|revok\w+|rescind\w*|withdr[ae]w\w*|scrap(?:s|ped|ping)?|cancel\w*|annul\w*|abrog\w+|retir(?:a|e|o|ent)|elimin\w+|derog\w+|abandon\w*)\b/,
	],
	[
		"struck down",
		/\b(?:str(?:ikes?|uck|iking) down|overturn\w*|invalid\w+|ruled? (?:illegal|unlawful)|illegal(?:e|es)?|unlawful)\b/,
	],
];

/** How an office marks a notice that it changed. */
const revision =
	/\b(?:revised|revisee?|modifiee?|revisad[ao]|modificad[ao])\b[ :]*(\d{4}-\d\d-\d\d)\b/g;

/** The rates that a text names, as numbers with a point: `50%`, `35.16%`. */
export function ratesIn(text: string): string[] {
	const found = [...fold(text).matchAll(rate)];
	return distinct(
		found.map(([, digits = ""]) => `${Number(digits.replace(",", "."))}%`),
	);
}

/** The days of the year that a text names, in any of the three languages: `07-01`. */
export function datesIn(text: string): string[] {
	const folded = fold(text);
	const dates = [
		...[...folded.matchAll(monthFirst)].map(([, m, d]) => dayOfYear(m, d)),
		...[...folded.matchAll(dayFirst)].map(([, d, m]) => dayOfYear(m, d)),
	];
	return distinct(dates.filter((date) => date !== null));
}

/** The months that a text names without a day, as `1` to `12`. */
export function monthsIn(text: string): string[] {
	const named = [...fold(withoutFigures(text)).matchAll(bareMonth)];
	return distinct(
		named.map(([, after, alone]) =>
			String(monthOf.get(after ?? alone ?? "") ?? 0),
		),
	);
}

/** Whether a folded word is the name of a month. */
export function isMonth(word: string): boolean {
	return monthOf.has(word);
}

/** The text with its rates and days blotted out. */
export function withoutFigures(text: string): string {
	if (!/\d/.test(text)) return text;
	const folded = foldWithOrigins(text);
	let rest = text;
	for (const pattern of [rate, monthFirst, dayFirst]) {
		for (const found of folded.text.matchAll(pattern)) {
			const start = folded.originOf(found.index);
			const end = folded.originOf(found.index + found[0].length);
			rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
		}
	}
	return rest;
}

/** Turns of a decision that a text tells: `paused`, `ended`, `struck down`. */
export function turnsIn(text: string): string[] {
	const folded = fold(text);
	return turns.filter(([, says]) => says.test(folded)).map(([turn]) => turn);
}

/** The days on which a notice says that it was revised: each is a decision of its own. */
export function revisionsIn(text: string): string[] {
	const found = [...fold(text).matchAll(revision)];
	return distinct(found.map(([, day]) => `revised ${day}`));
}

/** Every rate, date and decision that an article tells, anywhere in it. */
export function figuresOf(news: NewsText): string[] {
	const text = `${news.title}\n${news.summary}\n${news.body}`.slice(0, reach);
	return [
		...[...ratesIn(text), ...datesIn(text)],
		...[...turnsIn(text), ...revisionsIn(text)],
	];
}

function dayOfYear(name = "", digits = ""): string | null {
	const month = monthOf.get(name);
	const day = Number(digits);
	if (month === undefined || day < 1 || day > 31) return null;
	return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function distinct(values: readonly string[]): string[] {
	return [...new Set(values)];
}
