import { type BaseRate, baseRate } from "./base-rate.ts";
import type { Book } from "./book.ts";
import { type Charge, chargeOf } from "./charge.ts";
import type { Claim } from "./condition.ts";
import type { Goods } from "./find-product.ts";
import type { Preference, Track } from "./measure.ts";
import { preferencesBetween } from "./preferences.ts";
import { linesOn } from "./scheduled-rate.ts";
import { type Candidate, candidatesFor, withParents } from "./scope.ts";
import { settledFacts } from "./settled-facts.ts";
import { stack } from "./stacking.ts";
import type { SurtaxFound } from "./surtax-list.ts";
import type { LineFound } from "./tariff-line.ts";

/** A question whose words are resolved, ready to be answered for any day. */
export interface Shipment {
	readonly goods: Goods;
	/** ISO country codes. */
	readonly importer: string;
	readonly origin: string;
	readonly facts: Readonly<Partial<Record<string, string>>>;
	/** Customs value in the importer's money; null when it was not given. */
	readonly value: number | null;
	/** What imported schedules say of the goods' codes, oldest revision first. */
	readonly lines: readonly LineFound[];
	/** What imported lists of Canadian surtax orders say of them. */
	readonly lists: readonly SurtaxFound[];
	readonly book: Book;
	/** The agreements and programs that have bound both countries at any time. */
	readonly preferences: readonly Preference[];
	readonly candidates: readonly Candidate[];
	/** The first day, `YYYY-MM-DD`, of which the book holds a charge on the shipment; null where it holds none. */
	readonly firstDay: string | null;
	/** As `firstDay`; where there is none, the first day of any charge of the importer. */
	readonly begins: string | null;
	readonly products: readonly string[];
}

/** Everything charged on one day under one claim. */
export interface Tally {
	readonly claim: Claim;
	readonly base: BaseRate | null;
	readonly charges: readonly Charge[];
	/** A lower bound while `isComplete` is false; null when nothing is known or entry is prohibited. */
	readonly totalPercent: number | null;
	readonly isComplete: boolean;
	readonly isProhibited: boolean;
	/** The first day that the book tells of, where the day adds up before it; else null. */
	readonly beginsLater: string | null;
}

/** Gathers what the answers for every day share. */
export function shipmentOf(
	asked: Omit<
		Shipment,
		"preferences" | "candidates" | "firstDay" | "begins" | "products"
	>,
): Shipment {
	const { product } = asked.goods;
	const candidates = candidatesFor(asked.goods, asked);
	const first = firstOf(candidates.map(({ track }) => track));
	return {
		...asked,
		preferences: preferencesBetween(asked, asked.book),
		firstDay: first,
		begins: first ?? importerBegins(asked),
		facts: settledFacts({ ...product?.facts, ...asked.facts }),
		candidates,
		products: product
			? withParents(product, asked.book).map(({ id }) => id)
			: [],
	};
}

function importerBegins({
	book,
	importer,
}: Pick<Shipment, "book" | "importer">): string | null {
	const own = book.measures.filter((measure) => measure.importer === importer);
	return firstOf(own.flatMap(({ tracks }) => tracks));
}

function firstOf(tracks: readonly Track[]): string | null {
	let first: string | null = null;
	for (const { versions } of tracks) {
		for (const { from } of versions) {
			if (first === null || from < first) first = from;
		}
	}
	return first;
}

/** Adds up one day, `YYYY-MM-DD`, under one claim. */
export function tally(shipment: Shipment, on: string, claim: Claim): Tally {
	const { origin, products, facts, goods } = shipment;
	const known = { origin, claim, products, facts, code: goods.code };
	const charges = shipment.candidates.flatMap(
		(candidate) => chargeOf(candidate, on, known) ?? [],
	);
	const stacked = stack(charges, { ...shipment, on });
	const base = baseRate(shipment.goods, { ...shipment, on, claim });
	const beginsLater = laterBeginning(shipment, on);
	const whole = sum(stacked, base, shipment);
	if (beginsLater === null) {
		return { claim, base, charges: stacked, beginsLater, ...whole };
	}
	// No charge is known of that day, which is not to say that there was none.
	const totalPercent = whole.totalPercent === 0 ? null : whole.totalPercent;
	const open = { ...whole, totalPercent, isComplete: false };
	return { claim, base, charges: stacked, beginsLater, ...open };
}

/** From the schedule's first day on, the ordinary rate is known even where the charges begin later. */
function laterBeginning(shipment: Shipment, on: string): string | null {
	const { begins, book, importer, lines } = shipment;
	const schedule = book.schedules.get(importer);
	const isHeld =
		(schedule !== undefined && on >= schedule.from) ||
		linesOn(lines, { importer, on }).length > 0;
	return begins !== null && on < begins && !isHeld ? begins : null;
}

/** Percent of the value that a charge adds; null when that is not known or not counted. */
export function addsPercent(
	charge: Charge,
	base: BaseRate | null,
): number | null {
	const isCounted = charge.status === "applies" || charge.isPresumed;
	if (!isCounted || charge.ratePercent === null) return null;
	if (charge.kind === "prohibition" || charge.sharePercent === null)
		return null;
	const share = charge.sharePercent / 100;
	if (charge.kind === "floor") {
		const column1 = base?.addsPercent ?? null;
		return column1 === null
			? null
			: round(Math.max(0, charge.ratePercent - column1) * share);
	}
	const adds = charge.ratePercent * share;
	const least = charge.leastTotalPercent ?? 0;
	return round(Math.max(adds, least - (base?.addsPercent ?? 0)));
}

function sum(
	charges: readonly Charge[],
	base: BaseRate | null,
	{ goods }: Shipment,
): Pick<Tally, "totalPercent" | "isComplete" | "isProhibited"> {
	if (charges.some(isBan)) {
		return { totalPercent: null, isComplete: true, isProhibited: true };
	}
	const total = base?.addsPercent ?? 0;
	const added = charges.map((charge) => countedPercent(charge, base));
	const sumPercent = round(added.reduce((all, one) => all + one, total));
	const isBaseKnown = base?.addsPercent != null || isProgramme(goods);
	const isComplete = isBaseKnown && charges.every(isSettled);
	const isNothing = sumPercent === 0 && !isComplete;
	return {
		totalPercent: isNothing ? null : sumPercent,
		isComplete,
		isProhibited: false,
	};
}

/** Where column 1 is not known a floor stands for both: the total is at least that. */
function countedPercent(charge: Charge, base: BaseRate | null): number {
	const adds = addsPercent(charge, base);
	if (adds !== null || charge.kind !== "floor") return adds ?? 0;
	const isCounted = charge.status === "applies" || charge.isPresumed;
	const { ratePercent, sharePercent } = charge;
	return isCounted ? ((ratePercent ?? 0) * (sharePercent ?? 0)) / 100 : 0;
}

function isBan(charge: Charge): boolean {
	return charge.kind === "prohibition" && charge.status === "applies";
}

function isSettled(charge: Charge): boolean {
	if (charge.status === "does_not_apply") return true;
	return charge.status === "applies" && charge.ratePercent !== null;
}

function isProgramme(goods: Goods): boolean {
	return goods.product?.measures !== undefined;
}

/** The law's finest are hundredths of a percent; a rate by quantity is to be right to the cent. */
function round(percent: number): number {
	return Math.round(percent * 100_000) / 100_000;
}
