import { findCountry } from "./countries.ts";

type Facts = Readonly<Partial<Record<string, string>>>;

/** Three names for where metal was made: the law says melted and poured of steel, smelted and cast of aluminum. */
const metalOrigins = ["melted_poured", "smelted", "metal_origin"] as const;

/**
 * The facts as the book's conditions ask for them: countries by their ISO
 * codes, and where metal was made under each name that it goes by, so that
 * `melted_poured=US` settles what `metal_origin=US` would.
 */
export function settledFacts(facts: Facts): Facts {
	const given = metalOrigins.flatMap((name) => facts[name] ?? [])[0];
	if (given === undefined) return facts;
	const named = metalOrigins.map((name) => {
		const place = facts[name] ?? given;
		return [name, findCountry(place) ?? place] as const;
	});
	return { ...facts, ...Object.fromEntries(named) };
}
