import { plainWords } from "./fold-words.ts";

const months: Readonly<Record<string, number>> = Object.fromEntries(
	[
		"january jan janvier enero ene",
		"february feb fevrier fev febrero",
		"march mar mars marzo",
		"april apr avril avr abril abr",
		"may mai mayo",
		"june jun juin junio",
		"july jul juillet julio",
		"august aug aout agosto ago",
		"september sep sept septembre septiembre",
		"october oct octobre octubre",
		"november nov novembre noviembre",
		"december dec decembre diciembre dic",
	].flatMap((names, index) =>
		names.split(" ").map((name) => [name, index + 1] as const),
	),
);

/**
 * The days that words may mean: `2025-06-04`, `June 4 2025`, `4 juin 2025`,
 * `31/12/2026`, `March 2026` (its first day), `last March`, `last year`,
 * `yesterday`. `today` is a day, `YYYY-MM-DD`. None for anything else; two,
 * month first, for `03/04/2026`.
 */
export function daysMeant(text: string, today: string): string[] {
	const words = plainWords(text.replaceAll("-", " "))
		.map((word) => word.replace(/^(\d+)(st|nd|rd|th|er)$/, "$1"))
		.filter((word) => !["of", "de", "le", "el", "del", "on"].includes(word));
	const numeric = numericDays(words);
	if (numeric.length > 0) return numeric;
	const day =
		isoDay(words) ?? relativeDay(words, today) ?? namedDay(words, today);
	return day === null ? [] : [day];
}

/** Month first as in the United States, then day first as in Canada and Mexico. */
function numericDays(words: readonly string[]): string[] {
	if (!/^\d{1,2}-\d{1,2}-\d{4}$/.test(words.join("-"))) return [];
	const [first = 0, second = 0, year = 0] = words.map(Number);
	const days = [dayOf(year, first, second), dayOf(year, second, first)];
	return [...new Set(days.filter((day) => day !== null))];
}

/** The day so many years, months or days from another, `YYYY-MM-DD`. */
export function shiftDay(
	day: string,
	by: { years?: number; days?: number },
): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCFullYear(date.getUTCFullYear() + (by.years ?? 0));
	date.setUTCDate(date.getUTCDate() + (by.days ?? 0));
	return date.toISOString().slice(0, 10);
}

function isoDay(words: readonly string[]): string | null {
	const numbers = words.join("-");
	return /^\d{4}-\d{1,2}-\d{1,2}$/.test(numbers)
		? dayOf(Number(words[0]), Number(words[1]), Number(words[2]))
		: null;
}

function relativeDay(words: readonly string[], today: string): string | null {
	const text = words.join(" ");
	if (/^(today|now|aujourd hui|hoy)$/.test(text)) return today;
	if (/^(yesterday|hier|ayer)$/.test(text))
		return shiftDay(today, { days: -1 });
	if (/^(tomorrow|demain|manana)$/.test(text))
		return shiftDay(today, { days: 1 });
	if (/^(last year|a year ago|l an dernier|hace un ano)$/.test(text))
		return shiftDay(today, { years: -1 });
	if (/^(next year|in a year)$/.test(text))
		return shiftDay(today, { years: 1 });
	const bare = /^(?:(last|next|this) )?([a-z]+)(?: (dernier|pasado))?$/.exec(
		text,
	);
	const month = months[bare?.[2] ?? ""];
	if (!month) return null;
	const year = Number(today.slice(0, 4));
	const isFuture = month > Number(today.slice(5, 7));
	if (bare?.[1] === "next") return dayOf(isFuture ? year : year + 1, month, 1);
	if (bare?.[1] === "this") return dayOf(year, month, 1);
	return dayOf(isFuture ? year - 1 : year, month, 1);
}

function namedDay(words: readonly string[], today: string): string | null {
	const month = words.map((word) => months[word]).find((found) => found);
	const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number);
	if (!month || numbers.length !== words.length - 1) return null;
	const year = numbers.find((number) => number >= 1900);
	const day = numbers.find((number) => number <= 31);
	const isWhole = numbers.length === (year ? 1 : 0) + (day ? 1 : 0);
	return isWhole
		? dayOf(year ?? Number(today.slice(0, 4)), month, day ?? 1)
		: null;
}

/** A real calendar day, or null: there is no 31 June. */
function dayOf(year: number, month: number, day: number): string | null {
	const two = (number: number) => String(number).padStart(2, "0");
	const text = `${year}-${two(month)}-${two(day)}`;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) &&
		date.toISOString().slice(0, 10) === text
		? text
		: null;
}
