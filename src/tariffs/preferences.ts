import type { Book } from "./book.ts";
import type { Claim } from "./condition.ts";
import type { Preference } from "./measure.ts";
import { areNamed, linesOn, sharedRate } from "./scheduled-rate.ts";
import type { LineFound } from "./tariff-line.ts";

/** The two countries of a shipment, as ISO codes. */
interface Sides {
	readonly importer: string;
	readonly origin: string;
}

/** The agreements and one-sided programs that have bound both countries at any time, oldest first. */
export function preferencesBetween(
	{ importer, origin }: Sides,
	{ preferences }: Book,
): Preference[] {
	if (importer === origin) return [];
	return preferences
		.filter(
			({ parties, grantedBy = importer }) =>
				grantedBy === importer &&
				parties.includes(importer) &&
				parties.includes(origin),
		)
		.toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Those that are in force on a day, `YYYY-MM-DD`. */
export function preferencesOn(
	on: string,
	{ preferences }: { readonly preferences: readonly Preference[] },
): Preference[] {
	return preferences.filter(
		({ from, to }) => from <= on && (to === null || on <= to),
	);
}

/**
 * The claims that can be made at entry on a day: none at all, the agreement
 * whose rates the book holds, and those whose rate for these goods stands in
 * the imported schedule.
 */
export function claimsOn(
	on: string,
	shipment: {
		readonly importer: string;
		readonly preferences: readonly Preference[];
		readonly lines: readonly LineFound[];
	},
): Claim[] {
	const { importer, lines } = shipment;
	const found = linesOn(lines, { importer, on });
	const claimable = preferencesOn(on, shipment).filter(
		({ ratesHeld, symbols }) =>
			ratesHeld ||
			(areNamed(found, symbols) && sharedRate(found, symbols) !== null),
	);
	return ["none", ...claimable.map(({ name }) => name)];
}
