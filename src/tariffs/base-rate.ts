import type { Book } from "./book.ts";
import type { Claim } from "./condition.ts";
import { type Rate, readRate } from "./duty-rate.ts";
import type { Goods } from "./find-product.ts";
import { htsSource } from "./hts-revision.ts";
import type { Preference, RateKind, Schedule, Source } from "./measure.ts";
import { preferencesOn } from "./preferences.ts";
import { percentByQuantity } from "./quantity.ts";
import { areNamed, isCharged, linesOn, sharedRate } from "./scheduled-rate.ts";
import type { LineFound, Revision } from "./tariff-line.ts";

/** The ordinary duty before anything is added. */
export interface BaseRate {
	/** Null when it is not known here, or is no plain percentage. */
	readonly ratePercent: number | null;
	/** What it adds to the total; of a rate by quantity only where value and quantity are told. */
	readonly addsPercent: number | null;
	/** As the schedule prints it, where that is no plain percentage. */
	readonly printed: string | null;
	readonly kind: Extract<RateKind, "base" | "replacement" | "specific">;
	readonly why:
		| "column-1"
		| "noted"
		| "usmca"
		| "imported"
		| "claimed"
		| "not-named"
		| "column-2"
		| "column-2-held"
		| "not-held"
		| "unknown";
	readonly note: string | null;
	/** The schedule first, then the agreement that is claimed under. */
	readonly sources: readonly Source[];
	/** The first day, `YYYY-MM-DD`, that the schedule held speaks for. */
	readonly heldFrom: string;
}

/** Countries without normal trade relations: HTS general note 3(b). */
const column2 = new Set(["BY", "CU", "KP", "RU"]);

/** One entry: between which countries, when, under which claim, and what is known of it. */
interface Entry {
	readonly importer: string;
	readonly origin: string;
	readonly on: string;
	readonly claim: Claim;
	readonly facts: Readonly<Partial<Record<string, string>>>;
	/** Customs value, for rates by quantity; null when it was not given. */
	readonly value: number | null;
	/** What imported schedules say of the goods. */
	readonly lines: readonly LineFound[];
	/** The agreements and programs between the two countries. */
	readonly preferences: readonly Preference[];
	readonly book: Book;
}

/**
 * Column 1 (MFN), or the rate of the agreement that is claimed; null where no
 * schedule is held. An imported revision answers from its day on, the book's
 * own list elsewhere. A schedule says nothing of the days before it: there the
 * rate is not known.
 */
export function baseRate(goods: Goods, entry: Entry): BaseRate | null {
	if (goods.product?.measures) return null;
	return importedRate(entry) ?? bookRate(goods, entry);
}

/** By the revision in force on the day; null where none is, or its lines differ. */
function importedRate(entry: Entry): BaseRate | null {
	const { importer, origin, claim } = entry;
	const found = linesOn(entry.lines, entry);
	const revision = found[0]?.revision;
	if (revision === undefined || !found.every(isCharged)) return null;
	if (importer === "US" && column2.has(origin)) {
		const printed = sharedRate(found, "other");
		if (printed === null) return null;
		return printedRate(printed, { why: "column-2-held", entry, revision });
	}
	const claimed = preferencesOn(entry.on, entry).find(
		({ name }) => name === claim,
	);
	const symbols = claimed?.symbols ?? [];
	const printed = sharedRate(found, symbols);
	if (printed === null) {
		// Lines that differ under a claim are not all free, whatever the book says of the claim.
		return claimed ? differing(revision) : null;
	}
	const rate = printedRate(printed, { why: "imported", entry, revision });
	if (!claimed) return rate;
	if (!areNamed(found, symbols)) {
		// What column 1 frees needs no special rate.
		return printed === "Free" ? rate : { ...rate, why: "not-named" };
	}
	const agreement = entry.book.sources.get(claimed.source) ?? [];
	const sources = [rate.sources, agreement].flat();
	return { ...rate, why: "claimed", sources };
}

function differing(revision: Revision): BaseRate {
	return {
		...{ ratePercent: null, addsPercent: null, printed: null, note: null },
		...{ kind: "base", why: "unknown", heldFrom: revision.from },
		sources: [htsSource(revision)],
	};
}

function printedRate(
	printed: string,
	{
		why,
		entry,
		revision,
	}: { why: BaseRate["why"]; entry: Entry; revision: Revision },
): BaseRate {
	const rate = readRate(printed);
	const isPercent = rate?.kind === "percent";
	const ordinary = why === "column-2-held" ? "replacement" : "base";
	return {
		ratePercent: isPercent ? rate.percent : null,
		addsPercent: addedBy(rate, entry),
		printed: isPercent ? null : printed,
		kind: rate?.kind === "compound" ? "specific" : ordinary,
		why,
		note: null,
		sources: [htsSource(revision)],
		heldFrom: revision.from,
	};
}

function addedBy(rate: Rate | null, entry: Entry): number | null {
	switch (rate?.kind) {
		case "percent":
			return rate.percent;
		case "compound":
			return percentByQuantity(rate, entry);
		default:
			return null;
	}
}

function bookRate(goods: Goods, entry: Entry): BaseRate | null {
	const { importer, origin, on, claim, book } = entry;
	const held = heldSchedule(goods, entry);
	if (held === null) return null;
	const plain = (
		ratePercent: number | null,
		why: BaseRate["why"],
		source = held.source,
	): BaseRate => ({
		...{ ratePercent, addsPercent: ratePercent, printed: null, why },
		kind: why === "column-2" ? "replacement" : "base",
		note: null,
		sources: [book.sources.get(source) ?? []].flat(),
		heldFrom: held.from,
	});
	const usmca = preferencesOn(on, entry).find(
		({ name, ratesHeld }) => name === claim && ratesHeld,
	);
	if (usmca) return plain(0, "usmca", usmca.source);
	if (on < held.from) return plain(null, "not-held");
	if (importer === "US" && column2.has(origin)) return plain(null, "column-2");
	const noted = notedRate(goods, importer);
	if (noted) {
		const { ratePercent, note, source } = noted;
		return { ...plain(ratePercent, "noted", source), note };
	}
	const ratePercent = scheduled(goods, importer, book);
	return plain(ratePercent, ratePercent === null ? "unknown" : "column-1");
}

/** The importer's schedule, or what is noted of this product where that reaches further back. */
function heldSchedule(
	goods: Goods,
	{ importer, on, book }: Entry,
): Schedule | null {
	const schedule = book.schedules.get(importer) ?? null;
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
