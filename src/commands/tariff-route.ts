import { findCountry } from "../tariffs/countries.ts";

/** A tariff question's options as they came from the line. */
type Options = Readonly<Partial<Record<string, string>>>;

const from = "from|desde|en provenance d[eu]|(?:made|produced) in";
const to = "to|into|vers|hacia|entering";
const toward = new RegExp(`\\s(${from}|${to})\\s`, "iu");
const isFrom = new RegExp(`^(?:${from})$`, "iu");

/**
 * Reads the countries of a question asked in words: `steel from China to
 * Canada`. By place its last country would be the importer, whatever the word
 * before it says. Options stay as they are when a country was named
 * (`origin:CN`), or when what follows such a word is no country.
 */
export function tariffRoute(
	options: Options,
	named: readonly string[] = [],
): Options {
	const { product = "", importer = "", origin = "", ...others } = options;
	if (named.includes("importer") || named.includes("origin")) return options;
	const words = [product, importer, origin].filter((word) => word !== "");
	const [goods = "", ...route] = words.join(" ").split(toward);
	const sides: Record<string, string> = {};
	for (let at = 0; at < route.length; at += 2) {
		const side = isFrom.test(route[at] ?? "") ? "origin" : "importer";
		const country = (route[at + 1] ?? "").replace(/^the\s/i, "");
		if (side in sides || findCountry(country) === null) return options;
		sides[side] = country;
	}
	return route.length === 0 ? options : { ...others, product: goods, ...sides };
}
