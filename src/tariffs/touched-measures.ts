import type { Book } from "./book.ts";
import { isAmong } from "./countries.ts";
import type { Measure } from "./measure.ts";
import { withParents } from "./scope.ts";

/** What an act names. */
export interface ActNames {
	/** Ids of products, from its title. */
	readonly goods: readonly string[];
	/** `Section 232`. */
	readonly authorities: readonly string[];
	/** `Proc. 10947`, as the book names them. */
	readonly acts: readonly string[];
	/** ISO codes, the most named first. */
	readonly countries: readonly string[];
	/** Codes of goods, digits without dots. */
	readonly codes: readonly string[];
	readonly isCanadian: boolean;
}

const mostMeasures = 6;
/** A measure is touched by goods, codes or an act of its own; an authority or a country alone is too little. */
const leastWeight = 3;

/** A law of so few measures is named for one of them. */
const fewMeasures = 2;

/** Ids of the measures that an act seems to touch, likeliest first. */
export function touchedMeasures(names: ActNames, book: Book): string[] {
	return book.measures
		.map((measure) => ({ measure, weight: weightOf(measure, names, book) }))
		.filter(({ weight }) => weight >= leastWeight)
		.sort((a, b) => b.weight - a.weight)
		.slice(0, mostMeasures)
		.map(({ measure }) => measure.id);
}

function weightOf(measure: Measure, names: ActNames, book: Book): number {
	if (measure.importer !== (names.isCanadian ? "CA" : "US")) return 0;
	const { authorities, acts, goods, countries, codes } = names;
	const scope = measure.scopes.at(-1);
	const own = new Set(
		measure.tracks.flatMap(({ versions }) =>
			versions.map((one) => book.instruments.get(one.instrument)?.name ?? ""),
		),
	);
	const covers = goods.some((id) => {
		const product = book.products.get(id);
		return (
			product &&
			withParents(product, book).some((one) => scope?.products.includes(one.id))
		);
	});
	const isListed = codes.some((code) =>
		scope?.hts.some((prefix) => code.startsWith(prefix)),
	);
	const isOfAct = acts.some((act) =>
		[...own].some((name) => name.includes(act)),
	);
	const laws = authorities.filter((law) => isUnder(measure, law));
	const isRare = laws.some(
		(law) =>
			book.measures.filter((one) => isUnder(one, law)).length <= fewMeasures,
	);
	const origins = measure.tracks.flatMap((track) => track.origins);
	const isOfCountry =
		!origins.includes("*") &&
		countries.some((country) => isAmong(country, origins));
	return (
		(covers ? 3 : 0) +
		(isOfAct ? 3 : 0) +
		(isListed ? 2 : 0) +
		(laws.length > 0 ? 2 : 0) +
		(isRare ? 1 : 0) +
		(isOfCountry ? 1 : 0)
	);
}

function isUnder({ authority }: Measure, law: string): boolean {
	return new RegExp(`\\b${law}\\b`).test(authority);
}
