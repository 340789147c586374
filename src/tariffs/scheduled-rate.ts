import type { Goods } from "./find-product.ts";
import { specialRate } from "./special-column.ts";
import type { Columns, LineFound } from "./tariff-line.ts";

/** The codes that a schedule is to be asked about. */
export function codesOf({ code, product }: Goods): readonly string[] {
	return code ? [code] : (product?.hts ?? []);
}

/** What the importer's revision in force on a day, `YYYY-MM-DD`, says of each code; nothing before the first revision. */
export function linesOn(
	lines: readonly LineFound[],
	{ importer, on }: { readonly importer: string; readonly on: string },
): LineFound[] {
	const spoken = lines.filter(
		({ revision }) => revision.importer === importer && revision.from <= on,
	);
	const last = spoken.at(-1)?.revision;
	return spoken.filter(({ revision }) => revision.name === last?.name);
}

/** Does the schedule charge the code, itself or by lines beneath or above it? */
export function isCharged(found: LineFound): boolean {
	return ratesOf(found).length > 0;
}

/** The rates that hold for a code: its own and those beneath, or those of the line of eight digits above it. */
function ratesOf({ rates, line }: LineFound): readonly Columns[] {
	if (rates.length > 0) return rates;
	return line !== null && line.code.length >= 8 ? [line] : [];
}

/**
 * The rate as printed that all lines of these codes share in a column; null
 * where they differ or there is none. Symbols ask for the Special column: a
 * line that names none of them is charged by column 1.
 */
export function sharedRate(
	found: readonly LineFound[],
	column: "general" | "other" | readonly string[],
): string | null {
	const texts = found.flatMap((one) => {
		const rates = ratesOf(one);
		return rates.length === 0
			? [""]
			: rates.map((rate) => textIn(rate, column));
	});
	const [first = ""] = texts;
	return first !== "" && texts.every((text) => text === first) ? first : null;
}

/** What a column has for a code: null where its lines differ, empty where nothing is printed. */
export function printedIn(
	found: LineFound,
	column: "general" | "special" | "other" | readonly string[],
): string | null {
	const texts = new Set(
		ratesOf(found).map((rate) =>
			column === "special" ? rate.special : textIn(rate, column),
		),
	);
	const [first = ""] = texts;
	return texts.size > 1 ? null : first;
}

/** Does every line of these codes that column 1 charges name one of the symbols in its Special column, and one does? */
export function areNamed(
	found: readonly LineFound[],
	symbols: readonly string[],
): boolean {
	const rates = found.flatMap(ratesOf);
	const isNamed = ({ special }: Columns) =>
		specialRate(special, symbols) !== null;
	return (
		rates.some(isNamed) &&
		rates.every((rate) => isNamed(rate) || rate.general === "Free")
	);
}

function textIn(
	rate: Columns,
	column: "general" | "other" | readonly string[],
): string {
	if (column === "general") return rate.general;
	if (column === "other") return rate.other;
	return specialRate(rate.special, column) ?? rate.general;
}
