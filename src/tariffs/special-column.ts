import { plainText } from "./duty-rate.ts";

/** A rate of the Special column, and the programs that it is for, by their symbols. */
export interface SpecialRate {
	/** As printed: `Free`, `2.8¢/liter`, `See 9822.05.10`. */
	readonly rate: string;
	/** Symbols of general note 3(c)(i): `S+`, `KR`, `A*`. */
	readonly symbols: readonly string[];
}

const symbol = "[A-Z]{1,2}[+*]?";
/** Misprints that the schedule has: a doubled opening, a comma at either end. */
const symbols = new RegExp(
	`\\((?:${symbol} ?\\()?[ ,]*(${symbol}(?:[ ,]+${symbol})*)[ ,]*\\)`,
	"g",
);

/**
 * Reads the Special column of the HTSUS: `Free (A+,AU,S) 2.8¢/liter (JO)`.
 * Other text in parentheses belongs to the rate before it. Text without
 * symbols is for nobody in particular and gives nothing.
 */
export function readSpecial(text: string): SpecialRate[] {
	const plain = plainText(text);
	let start = 0;
	return [...plain.matchAll(symbols)].flatMap((found) => {
		const rate = plain.slice(start, found.index).trim();
		start = found.index + found[0].length;
		const named = (found[1] ?? "").split(/[ ,]+/);
		return rate === "" ? [] : [{ rate, symbols: named }];
	});
}

/** The rate, as printed, for the first of these symbols that the column names; null where it names none. */
export function specialRate(
	text: string,
	wanted: readonly string[],
): string | null {
	const rates = readSpecial(text);
	for (const one of wanted) {
		const found = rates.find((rate) => rate.symbols.includes(one));
		if (found) return found.rate;
	}
	return null;
}
