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
		.filter((word) => !fillers.has(word));
	const numeric = numericDays(words);
	if (numeric.length > 0) return numeric;
	const day =
		isoDay(words) ?? relativeDay(words, today) ?? namedDay(words, today);
	return day === null ? [] : [day];
}

const fillers = new Set(
	"of de le la el del on in en au since depuis desde the".split(" "),
);

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
	by: { years?: number; months?: number; days?: number },
): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCFullYear(date.getUTCFullYear() + (by.years ?? 0));
	const dayOfMonth = date.getUTCDate();
	date.setUTCMonth(date.getUTCMonth() + (by.months ?? 0));
	// A month without a 31st ends on its last day.
	if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0);
	date.setUTCDate(date.getUTCDate() + (by.days ?? 0));
	return date.toISOString().slice(0, 10);
}

const following = new Map<string, string>();

/** The day after, `YYYY-MM-DD`; the book's days are asked for over and over. */
export function dayAfter(day: string): string {
	const known = following.get(day) ?? shiftDay(day, { days: 1 });
	following.set(day, known);
	return known;
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
	if (
		/^(last year|l an dernier|an dernier|annee derniere|ano pasado)$/.test(text)
	)
		return shiftDay(today, { years: -1 });
	if (/^(next year|in a year)$/.test(text))
		return shiftDay(today, { years: 1 });
	const ago = someTimeAgo(text, today);
	if (ago !== null) return ago;
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

/** `6 months ago`, `il y a 2 semaines`, `hace un año`; `last week`, `mois dernier`. */
function someTimeAgo(text: string, today: string): string | null {
	const [, count, unit] =
		/^(?:(?:il y a|hace) )?(\w+) (\p{L}+)(?: ago)?$/u.exec(text) ?? [];
	const isAgo = /ago$|^il y a|^hace/.test(text);
	const last =
		/^last (week|month)$|^(semaine|mois) dernier[e]?$|^(semana|mes) pasad[ao]$/.exec(
			text,
		);
	const span = spans[last?.[1] ?? last?.[2] ?? last?.[3] ?? unit ?? ""];
	const much = last ? 1 : (numbers[count ?? ""] ?? Number(count));
	if (!span || !(isAgo || last) || !Number.isInteger(much)) return null;
	return shiftDay(today, { [span.unit]: -much * span.size });
}

const spans: Readonly<
	Record<string, { unit: "days" | "months" | "years"; size: number }>
> = Object.fromEntries(
	[
		["day days jour jours dia dias", "days", 1] as const,
		["week weeks semaine semaines semana semanas", "days", 7] as const,
		["month months mois mes meses", "months", 1] as const,
		["year years an ans annee annees ano anos", "years", 1] as const,
	].flatMap(([names, unit, size]) =>
		names.split(" ").map((name) => [name, { unit, size }] as const),
	),
);

const numbers: Readonly<Partial<Record<string, number>>> = Object.fromEntries(
	[
		"a an one un une uno una",
		"two deux dos",
		"three trois tres",
		"four quatre cuatro",
		"five cinq cinco",
		"six seis",
	].flatMap((names, at) =>
		names.split(" ").map((name) => [name, at + 1] as const),
	),
);

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
