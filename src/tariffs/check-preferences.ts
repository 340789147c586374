import type { Book } from "./book.ts";
import { type BookFault, fault } from "./book-fault.ts";
import { findCountry } from "./countries.ts";
import type { Preference } from "./measure.ts";

/**
 * Agreements and programs stand on a source and end after they begin; their
 * parties are countries, who grants one is among them, and none binds a
 * country twice at a time.
 */
export function preferenceFaults(book: Book): BookFault[] {
	const { preferences, sources } = book;
	return preferences.flatMap((preference, at) => {
		const { name, from, to, parties, grantedBy, source } = preference;
		const twice = preferences.slice(0, at).flatMap((other) => {
			const both = sharedParties(preference, other);
			return both.map((party) => `${party} is bound twice on ${from}`);
		});
		const wrong = [
			!sources.has(source) && `no source ${source}`,
			to !== null && to < from && "it ends before it begins",
			grantedBy &&
				!parties.includes(grantedBy) &&
				`${grantedBy}, which grants it, is no party`,
			name === "none" && "that is the name of no claim",
			...parties
				.filter((party) => findCountry(party) !== party)
				.map((party) => `no country ${party}`),
			...twice,
		];
		return wrong.flatMap((what) =>
			what ? [fault(name, what, book.placeOf(preference))] : [],
		);
	});
}

/** Countries beside the United States that two entries of one name bind on the same days. */
function sharedParties(one: Preference, other: Preference): string[] {
	const isApart =
		one.name !== other.name ||
		(other.to !== null && other.to < one.from) ||
		(one.to !== null && one.to < other.from);
	if (isApart) return [];
	return one.parties
		.slice(1)
		.filter((party) => other.parties.slice(1).includes(party));
}
