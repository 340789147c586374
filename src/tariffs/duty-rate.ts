/** One part of a rate that is money by quantity: `4.4¢/kg` is 0.044 dollars on 1 kg. */
interface SpecificDuty {
	readonly dollars: number;
	/** How many of the unit the money is for: 1,000 of `$0.20/1,000 pins`. */
	readonly per: number;
	/** The schedule's unit: `kg`, `liter`, `each`, `doz.`. */
	readonly unit: string;
}

/**
 * A rate of duty as a schedule prints it. `percent`: of the full value, Free
 * being 0. `compound`: money by quantity, and perhaps a percentage on top.
 * `words`: anything else, such as a reference to another heading, or a
 * percentage of a part of the goods; it can be told and not reckoned with.
 */
export type Rate =
	| { readonly kind: "percent"; readonly percent: number }
	| {
			readonly kind: "compound";
			readonly percent: number;
			readonly duties: readonly SpecificDuty[];
	  }
	| { readonly kind: "words" };

const number = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d*\\.?\\d+";
const percentTerm = new RegExp(`^(${number})(?: (\\d+)/(\\d+))? ?%$`);
const moneyTerm = new RegExp(
	`^(?:\\$ ?(${number})|(${number}) ?¢)(?:(?: ?/ ?| per )(.+)| (each))$`,
);
const unitTerm =
	/^(?:(\d[\d,]*) ?)?(kg|g|t|liters?|pf\. ?liters?|doz\.?|gross|each|head|bbl|m²|m2|m³|m3|m|pr\.?|pins|thousand|article|jewel|clean kg|cmsc kg|pack)?$/;

/**
 * Reads a rate of the HTSUS, as in `Free`, `6.8%`, `33 1/3%`, `$1.61/kg`,
 * `4.4¢/kg + 2.5%`. What it does not understand is `words`: only Free, and
 * what says 0, is read as 0. Blank text is no rate: null.
 */
export function readRate(text: string): Rate | null {
	const plain = plainText(text);
	if (plain === "") return null;
	if (/^free$/i.test(plain)) return { kind: "percent", percent: 0 };
	const terms = plain.split(/ ?\+ ?/).map(readTerm);
	const known = terms.filter((term) => term !== null);
	if (known.length < terms.length) return { kind: "words" };
	const percents = known.filter((term) => typeof term === "number");
	const duties = known.filter((term) => typeof term !== "number");
	const [percent = 0, ...more] = percents;
	if (more.length > 0) return { kind: "words" };
	return duties.length === 0
		? { kind: "percent", percent }
		: { kind: "compound", percent, duties };
}

/** As it is printed, with the line breaks and double spaces of the export mended. */
export function plainText(text: string): string {
	return text.replace(/[\s\u00a0]+/g, " ").trim();
}

function readTerm(term: string): number | SpecificDuty | null {
	const [, whole, over, under] = percentTerm.exec(term) ?? [];
	if (whole !== undefined) return percentOf(whole, over, under);
	const [, dollars, cents, of, each] = moneyTerm.exec(term) ?? [];
	const amount = dollars ?? cents;
	if (amount === undefined) return null;
	const [, per = "1", unit = ""] = unitTerm.exec(each ?? of ?? "") ?? [];
	if (unit === "" && per === "1") return null;
	// 4.4 hundredths, not 4.4 divided by 100, which is not 0.044.
	const money = dollars === undefined ? `${figure(amount)}e-2` : amount;
	return { dollars: figure(money), per: figure(per), unit: unit || "each" };
}

function percentOf(whole: string, over = "0", under = "1"): number | null {
	if (Number(under) === 0) return null;
	const part = Number(over) / Number(under);
	return Math.round((figure(whole) + part) * 10_000) / 10_000;
}

function figure(text: string): number {
	return Number(text.replaceAll(",", ""));
}
