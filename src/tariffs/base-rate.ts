import type { Book } from "./book.ts";
import type { Claim } from "./condition.ts";
import type { Goods } from "./find-product.ts";
import type { Schedule } from "./measure.ts";
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
	const held = goods.product?.measures
		? null
		: heldSchedule(goods, entry, book);
	if (held === null) return null;
	const { source, from: heldFrom } = held;
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
	const noted = notedRate(goods, importer);
	if (noted) return { ...noted, why: "noted", heldFrom };
	const ratePercent = scheduled(goods, importer, book);
	const why = ratePercent === null ? "unknown" : "column-1";
	return { ...unknown, ratePercent, why };
}

/** The importer's schedule, or what is noted of this product where that reaches further back. */
function heldSchedule(
	goods: Goods,
	{ importer, on }: Entry,
	{ schedules }: Book,
): Schedule | null {
	const schedule = schedules.get(importer) ?? null;
	const { from, source } = notedRate(goods, importer) ?? {};
	if (!from || !source || on < from) return schedule;
	return schedule === null || on < schedule.from ? { source, from } : schedule;
}

/** What is noted of a product asked for in words, not by code. */
function notedRate({ product, code }: Goods, importer: string) {
	return code ? undefined : product?.column1[importer];
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
