import type { Book } from "./book.ts";
import type { Claim } from "./condition.ts";
import type { Goods } from "./find-product.ts";
import { preferenceOn } from "./preferences.ts";

/** The ordinary duty before anything is added. */
export interface BaseRate {
	/** Null when it is not known here. */
	readonly ratePercent: number | null;
	readonly why:
		| "column-1"
		| "noted"
		| "usmca"
		| "column-2"
		| "not-held"
		| "unknown";
	readonly note: string | null;
	readonly source: string;
	/** The first day, `YYYY-MM-DD`, that the schedule held speaks for. */
	readonly heldFrom: string;
}

/** Countries without normal trade relations: HTS general note 3(b). */
const column2 = new Set(["BY", "CU", "KP", "RU"]);

/** One entry: between which countries, when, under which claim. */
interface Entry {
	readonly importer: string;
	readonly origin: string;
	readonly on: string;
	readonly claim: Claim;
}

/**
 * Column 1 (MFN), or free where a USMCA claim makes it so; null where no
 * schedule is held. A schedule says nothing of the days before it: there the
 * rate is not known.
 */
export function baseRate(
	goods: Goods,
	{ book, ...entry }: Entry & { readonly book: Book },
): BaseRate | null {
	const { importer, origin, on, claim } = entry;
	const schedule = book.schedules.get(importer);
	if (schedule === undefined || goods.product?.measures) return null;
	const { source, from: heldFrom } = schedule;
	const unknown = { ratePercent: null, note: null, source, heldFrom };
	const preference = preferenceOn(on, entry, book);
	if (claim === "USMCA" && preference?.name === "USMCA") {
		const { source } = preference;
		return { ...unknown, ratePercent: 0, why: "usmca", source };
	}
	if (on < heldFrom) return { ...unknown, why: "not-held" };
	if (importer === "US" && column2.has(origin)) {
		return { ...unknown, why: "column-2" };
	}
	const noted = goods.product?.column1[importer];
	if (noted && !goods.code) return { ...noted, why: "noted", heldFrom };
	const ratePercent = scheduled(goods, importer, book);
	const why = ratePercent === null ? "unknown" : "column-1";
	return { ...unknown, ratePercent, why };
}

/** One rate for the code, or one that all the product's codes share. */
function scheduled(goods: Goods, importer: string, book: Book): number | null {
	const schedule = book.column1[importer];
	const codes = goods.code ? [goods.code] : (goods.product?.hts ?? []);
	const rates = codes.map((code) => {
		const found = schedule?.(code);
		return found?.one ? found.ratePercent : null;
	});
	const [first] = rates;
	return first !== undefined && rates.every((rate) => rate === first)
		? first
		: null;
}
