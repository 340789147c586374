import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDate, readAnyDate } from "../../src/feeds/parse-date.ts";

test.each([
	["Sat, 21 Nov 2026 18:30:00 GMT", "2026-11-21T18:30:00.000Z"],
	["Sat, 21 Nov 2026 18:30:00 EST", "2026-11-21T23:30:00.000Z"],
	["Sat, 21 Nov 2026 18:30:00 -0500", "2026-11-21T23:30:00.000Z"],
	["Sat, 21 Nov 2026 18:30:00 (EST)", "2026-11-21T23:30:00.000Z"],
	["21 ноября 2026 18:30", "2026-11-21T18:30:00.000Z"],
	["21 ноября 2026 г. 18:30", "2026-11-21T18:30:00.000Z"],
	["21st of November 2026", "2026-11-21T00:00:00.000Z"],
	["Nov. 21, 2026 8 a.m.", "2026-11-21T08:00:00.000Z"],
	["Nov. 21, 2026 at 12 pm EST", "2026-11-21T17:00:00.000Z"],
	["Sat, 21 Nov 2026 18.30.15 GMT", "2026-11-21T18:30:15.000Z"],
	["21.11.2026 18.30", "2026-11-21T18:30:00.000Z"],
	["2026-11-21T18:30:00[America/Toronto]", "2026-11-21T23:30:00.000Z"],
	["2026-11-21T18:30:00+01:00[Europe/Paris]", "2026-11-21T17:30:00.000Z"],
	["2026-11-21 18:30 Eastern Standard Time", "2026-11-21T23:30:00.000Z"],
	["2026-06-21 18:30 Pacific Daylight Time", "2026-06-22T01:30:00.000Z"],
	["2026-06-21 18:30 Eastern Time", "2026-06-21T22:30:00.000Z"],
	["2026-06-21 18:30 Central European Summer Time", "2026-06-21T16:30:00.000Z"],
	["21 Νοε 2026 18:30:00", "2026-11-21T18:30:00.000Z"],
	["21 mai 2026 18:30", "2026-05-21T18:30:00.000Z"],
	["21 мая 2026", "2026-05-21T00:00:00.000Z"],
	["21 października 2026", "2026-10-21T00:00:00.000Z"],
	["21 de março de 2026", "2026-03-21T00:00:00.000Z"],
	["21 giugno 2026", "2026-06-21T00:00:00.000Z"],
	["Sat, 21 Nov 2026 18:30 +05:30", "2026-11-21T13:00:00.000Z"],
	["2026.11.21 18:30", "2026-11-21T18:30:00.000Z"],
	["2026年11月21日 18:30", "2026-11-21T18:30:00.000Z"],
	["21. November 2026", "2026-11-21T00:00:00.000Z"],
	["21/11/2026 18:30", "2026-11-21T18:30:00.000Z"],
	["11/21/2026", "2026-11-21T00:00:00.000Z"],
	["05.11.2026", "2026-11-05T00:00:00.000Z"],
	["21 novembre 2026 à 18 h 05", "2026-11-21T18:05:00.000Z"],
	["Saturday, November 21, 2026 - 18:30", "2026-11-21T18:30:00.000Z"],
	["2026-11-21T18:30:00\u221205:00", "2026-11-21T23:30:00.000Z"],
	["2026-11-21T18:30:00 America/Toronto", "2026-11-21T23:30:00.000Z"],
	["2026-11-21T18:30:00 Nowhere/Never", "2026-11-21T18:30:00.000Z"],
	["21 Nov 26 18:30:00 PST", "2026-11-22T02:30:00.000Z"],
	["21 Nov 99 18:30:00 Z", "1999-11-21T18:30:00.000Z"],
	["Saturday, 21-Nov-26 18:30:00 UTC", "2026-11-21T18:30:00.000Z"],
	["Sat,21 November 2026 18:30:00 GMT", "2026-11-21T18:30:00.000Z"],
	["Sat, 21 Nov 2026 6:30 PM ET", "2026-11-21T23:30:00.000Z"],
	["Tue, 21 Jul 2026 6:30 PM ET", "2026-07-21T22:30:00.000Z"],
	["Sat, 21 Nov 2026 18:30:00", "2026-11-21T18:30:00.000Z"],
	["Sat, 21 Nov 2026", "2026-11-21T00:00:00.000Z"],
	[
		"Sat, 21 Nov 2026 18:30:00 GMT-0500 (Eastern Standard Time)",
		"2026-11-21T23:30:00.000Z",
	],
	["Sat Nov 21 18:30:00 2026", "2026-11-21T18:30:00.000Z"],
	["Sat Nov 21 18:30:00 EST 2026", "2026-11-21T23:30:00.000Z"],
	["November 21, 2026 6:30 pm", "2026-11-21T18:30:00.000Z"],
	["November 21, 2026", "2026-11-21T00:00:00.000Z"],
	["sam., 21 nov. 2026 18:30:00 +0100", "2026-11-21T17:30:00.000Z"],
	["21 août 2026 10:00", "2026-08-21T10:00:00.000Z"],
	["mardi 3 mars 2026", "2026-03-03T00:00:00.000Z"],
	["mar., 3 nov. 2026 10:00:00 +0100", "2026-11-03T09:00:00.000Z"],
	["mar. 3 mars 2026", "2026-03-03T00:00:00.000Z"],
	["martes, 3 de marzo de 2026 10:00", "2026-03-03T10:00:00.000Z"],
	["21 de enero de 2026", "2026-01-21T00:00:00.000Z"],
	["lun, 21 dic 2026 10:00:00 -0600", "2026-12-21T16:00:00.000Z"],
	["2026-11-21T18:30:00Z", "2026-11-21T18:30:00.000Z"],
	["2026-11-21T18:30:00.123456-05:00", "2026-11-21T23:30:00.123Z"],
	["2026-11-21T18:30-0500", "2026-11-21T23:30:00.000Z"],
	["2026-11-21 18:30:00", "2026-11-21T18:30:00.000Z"],
	["2026-11-21 18:30:00 UTC", "2026-11-21T18:30:00.000Z"],
	["2026-11-21 18:30:00 -0500", "2026-11-21T23:30:00.000Z"],
	["2026-11-21", "2026-11-21T00:00:00.000Z"],
	["2026/11/21 18:30", "2026-11-21T18:30:00.000Z"],
	["20261121", "2026-11-21T00:00:00.000Z"],
	["20261121T183000Z", "2026-11-21T18:30:00.000Z"],
	["20261121183000", "2026-11-21T18:30:00.000Z"],
	["202611211830", "2026-11-21T18:30:00.000Z"],
	["1795285800", "2026-11-21T18:30:00.000Z"],
	["1795285800000", "2026-11-21T18:30:00.000Z"],
	["2026-11", "2026-11-01T00:00:00.000Z"],
	["2026", "2026-01-01T00:00:00.000Z"],
	["2026-032", "2026-02-01T00:00:00.000Z"],
	["2026-11-21T24:00:00Z", "2026-11-22T00:00:00.000Z"],
	["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
	["2026-02-29T00:00:00Z", null],
	["31 Nov 2026 10:00:00 GMT", null],
	["2026-13-01", null],
	["Sat, 21 Nov 2026 18:30:00 +9999", null],
	["2026-11-21T25:00:00Z", null],
	["2026-11-21T10:61:00Z", null],
	["0001-01-01T00:00:00Z", null],
	["11/12/2026", null],
	["yesterday", null],
	["", null],
])("reads %s as %s", (text, iso) => {
	expect(parseDate(text)?.toISOString() ?? null).toBe(iso);
});

test("gives every date back that was written in the usual forms", () => {
	const range = {
		min: new Date("1970-01-01"),
		max: new Date("2099-12-31"),
		noInvalidDate: true,
	};
	fc.assert(
		fc.property(fc.date(range), (date) => {
			expect(parseDate(date.toISOString())).toEqual(date);
			const seconds = Math.floor(date.getTime() / 1000) * 1000;
			expect(parseDate(date.toUTCString())?.getTime()).toBe(seconds);
		}),
	);
});

test("never throws", () => {
	fc.assert(fc.property(fc.string(), (text) => void parseDate(text)));
});

test("reads the usual shapes as the patient way does", () => {
	const two = (most: number) =>
		fc.nat(most).map((one) => String(one).padStart(2, "0"));
	const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
	const date = fc
		.record({
			year: fc.integer({ min: 1900, max: 2099 }),
			month: fc.integer({ min: 1, max: 12 }),
			day: two(32),
			time: fc.tuple(two(24), two(60), two(60)).map((all) => all.join(":")),
			zone: fc.tuple(fc.constantFrom("+", "-"), two(15), two(60)),
			isIso: fc.boolean(),
			isUtc: fc.boolean(),
		})
		.map(({ year, month, day, time, zone: [sign, hours, minutes], ...how }) => {
			const padded = String(month).padStart(2, "0");
			return how.isIso
				? `${year}-${padded}-${day}T${time}${how.isUtc ? "Z" : `${sign}${hours}:${minutes}`}`
				: `Tue, ${day} ${months[month - 1]} ${year} ${time} ${how.isUtc ? "GMT" : `${sign}${hours}${minutes}`}`;
		});
	fc.assert(
		fc.property(date, (text) => {
			expect(parseDate(text)).toEqual(readAnyDate(text));
		}),
		{ numRuns: 2000 },
	);
});
