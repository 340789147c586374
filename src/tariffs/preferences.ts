import type { Book } from "./book.ts";
import type { Claim } from "./condition.ts";
import type { Preference } from "./measure.ts";

/** The two countries of a shipment, as ISO codes. */
interface Sides {
	readonly importer: string;
	readonly origin: string;
}

/** The agreements that have bound both countries at any time, oldest first. */
export function preferencesBetween(
	{ importer, origin }: Sides,
	{ preferences }: Book,
): Preference[] {
	if (importer === origin) return [];
	return preferences
		.filter(
			({ parties }) => parties.includes(importer) && parties.includes(origin),
		)
		.toSorted((a, b) => a.from.localeCompare(b.from));
}

/** The agreement between two countries in force on a day, `YYYY-MM-DD`. */
export function preferenceOn(
	on: string,
	sides: Sides,
	book: Book,
): Preference | undefined {
	return preferencesBetween(sides, book).find(
		({ from, to }) => from <= on && (to === null || on <= to),
	);
}

/** The claims that can be made at entry on a day: none at all, and the agreement whose rates are held. */
export function claimsOn(on: string, sides: Sides, book: Book): Claim[] {
	const preference = preferenceOn(on, sides, book);
	return preference?.name === "USMCA" ? ["none", "USMCA"] : ["none"];
}
