import { shiftDay } from "../tariffs/date-words.ts";
import { findDates } from "../tariffs/find-dates.ts";
import { findRates } from "../tariffs/find-rates.ts";
import { foldInPlace } from "../tariffs/fold-in-place.ts";
import { splitSentences } from "../text/split-sentences.ts";

/** A figure with the words around it. */
export interface Figure {
	readonly percent: number;
	readonly words: string;
}

/** A day on which something in the act begins or ends. */
export interface ActDay {
	/** `YYYY-MM-DD`. */
	readonly day: string;
	readonly role: "effective" | "deadline";
	readonly words: string;
}

const most = { rates: 8, days: 6 };

/** Words with which an act does something, rather than recalls what was done. */
const sets =
	/\b(?:shall|hereby|will be|i (?:have )?(?:determine|decided|find)|effective|is (?:increased|reduced|imposed)|are (?:increased|reduced|imposed))\b/;
/** What an earlier act did. */
const recalls =
	/\bin (?:proclamation|executive order)\b[^.]{0,160}\bi (?:imposed|decided|determined|concurred)|\b(?:previously|had imposed|were imposed|on (?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, \d{4}, i)\b/;
const charge =
	/\b(?:dut(?:y|ies)|tariffs?|surtax(?:es)?|surcharge|ad valorem|droits?|arancel(?:es)?|surtaxe)\b/;
/** UTF-16 units of a sentence that are kept. */
const mostWords = 240;

/**
 * The rates of an act's sentences on charges, each once: those that it sets
 * before those that it recalls, and before what it raises them from.
 */
export function ratesIn(text: string): Figure[] {
	const found = splitSentences(text).flatMap(({ start, end }) => {
		const sentence = text.slice(start, end);
		const folded = foldInPlace(sentence);
		if (!charge.test(folded)) return [];
		const weight = sets.test(folded) && !recalls.test(folded) ? 1 : 0;
		return raised(findRates(sentence), folded).map((rate) => ({
			percent: rate.percent,
			words: around(sentence, rate),
			weight: weight + rate.lean,
		}));
	});
	const best = new Map<number, (typeof found)[number]>();
	for (const one of found) {
		const known = best.get(one.percent);
		if (known && known.weight >= one.weight) continue;
		// It stands where its best sentence does.
		best.delete(one.percent);
		best.set(one.percent, one);
	}
	return [...best.values()]
		.sort((a, b) => b.weight - a.weight)
		.slice(0, most.rates)
		.map(({ percent, words }) => ({ percent, words }));
}

/** `from 25 percent to 50 percent` sets the latter: it leans to it, and from the former. */
function raised(rates: ReturnType<typeof findRates>, folded: string) {
	const isRaised = rates.map((rate, at) => {
		const next = rates[at + 1];
		return (
			next !== undefined &&
			/\bfrom (?:an? )?$/.test(folded.slice(0, rate.start)) &&
			/^(?: ad valorem)? to\b/.test(folded.slice(rate.end, next.start))
		);
	});
	return rates.map((rate, at) => ({
		...rate,
		lean: isRaised[at] ? -1 : isRaised[at - 1] ? 1 : 0,
	}));
}

function around(
	sentence: string,
	{ start, end }: { readonly start: number; readonly end: number },
): string {
	const margin = Math.floor((mostWords - (end - start)) / 2);
	const from = Math.max(0, start - margin);
	const to = Math.min(sentence.length, end + margin);
	const isCut = { before: from > 0, after: to < sentence.length };
	// No word is cut in two.
	const before = sentence.slice(from, start);
	const after = sentence.slice(end, to);
	const words = [
		isCut.before ? before.replace(/^\S*\s/, "… ") : before,
		sentence.slice(start, end),
		isCut.after ? after.replace(/\s\S*$/, " …") : after,
	];
	return words.join("").trim().replace(/\s+/g, " ");
}

/** The days on which something begins or ends, those nearest to the act's own; `today` is `YYYY-MM-DD`. */
export function daysIn(text: string, today: string): ActDay[] {
	const [first, last] = [
		shiftDay(today, { years: -1 }),
		shiftDay(today, { years: 4 }),
	];
	const days = findDates(text, today).flatMap(({ day, role, start, end }) =>
		role === null || day < first || day > last
			? []
			: [{ day, role, words: around(text, { start, end }) }],
	);
	const once = new Map(days.map((one) => [`${one.day} ${one.role}`, one]));
	const near = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
	return [...once.values()]
		.sort((a, b) => near(a.day) - near(b.day))
		.slice(0, most.days)
		.sort((a, b) => a.day.localeCompare(b.day));
}
