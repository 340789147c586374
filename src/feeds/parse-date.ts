import { Temporal } from "temporal-polyfill";
import { type DateFields, readDay } from "./read-day.ts";
import { readTime } from "./read-time.ts";
import { zoneOffset } from "./zone-offset.ts";

/**
 * The two shapes in which nearly all feeds write dates (RFC 822, RFC 3339), on
 * days that every month has: those JavaScript reads itself, quickly and right.
 */
const usualShape =
	/^(?:(?:[A-Z][a-z]{2}, )?(?:0[1-9]|1\d|2[0-8]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?:19|20)\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d (?:GMT|[+-](?:0\d|1[0-4])[0-5]\d)|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))$/;

/**
 * Reads a date as feeds write them: RFC 822 with two-digit years and named
 * zones, ISO 8601 and its relatives, `asctime`, month names in eleven languages,
 * seconds or milliseconds since 1970. A date without a zone is
 * UTC, never the host's zone.
 * Null when it is no date, or a day that does not exist.
 */
export function parseDate(text: string): Date | null {
	return usualShape.test(text) ? new Date(text) : readAnyDate(text);
}

/** The same for whatever shape. */
export function readAnyDate(text: string): Date | null {
	const plain = text
		.slice(0, 100)
		// A comment, save where nothing else says the zone.
		.replace(/(\d:\d\d) \(([A-Z]{2,5}(?:[+-]\d{1,4})?)\)$/, "$1 $2")
		.replace(/\([^)]*\)/g, " ")
		.replace(/[\u2010-\u2015\u2212]/g, "-")
		.replace(/\s+/g, " ")
		.trim();
	const fields = readDay(plain);
	return fields === null ? readEpoch(plain) : instantOf(fields);
}

/** A time in UTC, whole seconds, as nearly all Atom feeds write it. */
const utcShape =
	/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** RFC 822 in UTC, as nearly all RSS feeds write it: it holds all that ISO wants, and asking `Date` is slow. */
const gmtShape =
	/^(?:[A-Z][a-z]{2}, )?(0[1-9]|1\d|2[0-8]) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ((?:19|20)\d\d) ((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d) (?:GMT|\+0000)$/;
const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** A date, read as `parseDate` does, in ISO UTC; null when it is none. */
export function isoDate(text: string): string | null {
	if (utcShape.test(text)) return `${text.slice(0, -1)}.000Z`;
	const [, day, name = "", year, time] = gmtShape.exec(text) ?? [];
	if (day !== undefined) {
		const month = String(months.indexOf(name) / 3 + 1).padStart(2, "0");
		return `${year}-${month}-${day}T${time}.000Z`;
	}
	return parseDate(text)?.toISOString() ?? null;
}

/** Ten digits are seconds since 1970, thirteen milliseconds: years 2001 to 2286. */
function readEpoch(text: string): Date | null {
	const [, whole] = /^([1-9]\d{9}(?:\d{3})?)(?:\.\d*)?$/.exec(text) ?? [];
	if (whole === undefined) return null;
	return new Date(whole.length === 10 ? Number(text) * 1000 : Number(text));
}

function instantOf({ year, month, day, rest }: DateFields): Date | null {
	const time = readTime(rest);
	// Year 1 is how some databases write "never".
	if (time === null || year < 1900 || year > 2200) return null;
	try {
		const date = Temporal.PlainDate.from(
			{ year, month, day },
			{ overflow: "reject" },
		);
		const midnight = date.toZonedDateTime("UTC").epochMilliseconds;
		const offset = zoneOffset(time.zone, date, time.ms);
		return offset === null ? null : new Date(midnight + time.ms - offset);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
