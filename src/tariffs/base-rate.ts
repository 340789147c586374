import type { Book } from "./book.ts";
import type { Claim } from "./condition.ts";
import type { Goods } from "./find-product.ts";

/** The ordinary duty before anything is added. */
export interface BaseRate {
	/** Null when it is not known here. */
	readonly ratePercent: number | null;
	readonly why: "column-1" | "noted" | "usmca" | "column-2" | "unknown";
	readonly note: string | null;
	readonly source: string;
}

const usmca = new Set(["US", "CA", "MX"]);
/** Countries without normal trade relations: HTS general note 3(b). */
const column2 = new Set(["BY", "CU", "KP", "RU"]);

/** The key of the source of column 1 rates, by importer. */
const schedules: Readonly<Record<string, string>> = {
	US: "hts-2026-10",
	CA: "ca-customs-tariff",
};

/** Column 1 (MFN), or free where a USMCA claim makes it so; null where no schedule is held. */
export function baseRate(
	goods: Goods,
	{
		importer,
		origin,
		claim,
		book,
	}: { importer: string; origin: string; claim: Claim; book: Book },
): BaseRate | null {
	const source = schedules[importer];
	if (source === undefined || goods.product?.measures) return null;
	if (claim === "USMCA" && usmca.has(importer) && usmca.has(origin)) {
		return { ratePercent: 0, why: "usmca", note: null, source };
	}
	if (importer === "US" && column2.has(origin)) {
		return { ratePercent: null, why: "column-2", note: null, source };
	}
	const noted = goods.product?.column1[importer];
	if (noted && !goods.code) {
		const { ratePercent, note } = noted;
		return { ratePercent, why: "noted", note, source: noted.source };
	}
	const ratePercent = scheduled(goods, importer, book);
	const why = ratePercent === null ? "unknown" : "column-1";
	return { ratePercent, why, note: null, source };
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
