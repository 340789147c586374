import type { Say } from "../phrases/say.ts";
import { sayIn } from "../phrases/say.ts";
import { warningsOf } from "./answer-warnings.ts";
import type { Book } from "./book.ts";
import type { Claim } from "./condition.ts";
import { type FindProduct, productFinder } from "./find-product.ts";
import { historyOf, type Segment } from "./history.ts";
import { type Layer, layersOf } from "./layer.ts";
import { missingOf } from "./missing-facts.ts";
import { type NextChange, nextChanges } from "./next-changes.ts";
import { claimsOn } from "./preferences.ts";
import { printedTotal } from "./printed-total.ts";
import { type ScheduleTold, tellSchedule } from "./schedule-told.ts";
import type { SurtaxFound } from "./surtax-list.ts";
import { type Shipment, shipmentOf, tally } from "./tally.ts";
import type { LineFound } from "./tariff-line.ts";

/** What is asked: goods in words or code, and the circumstances. */
export interface TariffQuestion {
	readonly query: string;
	/** ISO country codes, or `EU`. */
	readonly importer: string;
	readonly origin: string;
	/** Day of entry, `YYYY-MM-DD`. */
	readonly on: string;
	readonly facts?: Readonly<Partial<Record<string, string>>>;
	/** Customs value in the importer's money, for duties by quantity. */
	readonly value?: number | null;
	/** What imported schedules say of the goods' codes; left out, the book's own list answers. */
	readonly lines?: readonly LineFound[];
	/** What imported lists of Canadian surtax orders say of them. */
	readonly lists?: readonly SurtaxFound[];
	/** The language of `why`, `missing`, `next` and `warnings`; English when left out. */
	readonly say?: Say;
}

/** The duty under one preference claim. */
export interface ClaimAnswer {
	readonly claim: Claim;
	readonly layers: readonly Layer[];
	/** A lower bound while `complete` is false; null when nothing is known or entry is prohibited. */
	readonly totalPercent: number | null;
	/** The total in the schedule's words, where a duty by quantity keeps it from being a percentage: `86.5¢/kg + 50%`. */
	readonly totalPrinted?: string;
	readonly complete: boolean;
	readonly missing: readonly string[];
}

/** The whole answer, as INTERFACES.md and the terminal have it. */
export interface TariffAnswer {
	readonly query: string;
	readonly product: {
		readonly term: string;
		readonly hts: readonly string[];
		readonly didYouMean: readonly string[];
	};
	readonly importer: string;
	readonly origin: string;
	readonly on: string;
	/** The first day of which the book holds a charge on these goods; null where it holds none. */
	readonly knownFrom: string | null;
	/** The day up to which every charge in the answer was checked; null without one. */
	readonly verifiedTo: string | null;
	/** What the imported schedule says of the one code that was meant; left out where none is held. */
	readonly schedule?: ScheduleTold;
	readonly warnings: readonly string[];
	readonly claims: readonly ClaimAnswer[];
	readonly next: readonly NextChange[];
	readonly history: readonly Segment[];
}

const finders = new WeakMap<Book, FindProduct>();

/** The finder of a book, made once. */
export function finderOf(book: Book): FindProduct {
	const known = finders.get(book);
	if (known) return known;
	const made = productFinder(book);
	finders.set(book, made);
	return made;
}

/** Answers one question from the book. Goods not found: no claims, near terms instead. */
export function answerTariff(
	question: TariffQuestion,
	book: Book,
	now: Date,
): TariffAnswer {
	const { goods, didYouMean } = finderOf(book)(question.query);
	const say = question.say ?? sayIn("en");
	if (!goods) return noSuchGoods(question, didYouMean, say);
	const shipment = shipmentOf({
		...question,
		goods,
		facts: question.facts ?? {},
		value: question.value ?? null,
		lines: question.lines ?? [],
		lists: question.lists ?? [],
		book,
	});
	const claimable = claimsOn(question.on, shipment);
	const claims = claimable.map((claim) =>
		claimAnswer(shipment, { on: question.on, claim, say }),
	);
	if (claims.every(({ layers }) => layers.length === 0)) {
		return {
			...nothingHeld(question, shipment, say),
			verifiedTo: lastVerified(book),
		};
	}
	const verifiedTo = verifiedOf(claims, shipment);
	return {
		...frame(question, shipment),
		verifiedTo,
		warnings: warningsOf({ question, shipment, verifiedTo, now, say }),
		claims,
		next: nextChanges(shipment, question.on, say),
		history: claimable.flatMap((claim) => historyOf(shipment, claim)),
	};
}

function claimAnswer(
	shipment: Shipment,
	{ on, claim, say }: { on: string; claim: Claim; say: Say },
): ClaimAnswer {
	const found = tally(shipment, on, claim);
	return {
		claim,
		layers: layersOf(found, shipment, say),
		totalPercent: found.totalPercent,
		...printedTotal(found),
		complete: found.isComplete,
		missing: missingOf(found, shipment, say),
	};
}

function frame(question: TariffQuestion, shipment: Shipment) {
	const { goods } = shipment;
	const { query, importer, origin, on } = question;
	const schedule = tellSchedule(shipment, on);
	return {
		query,
		...(schedule && { schedule }),
		product: {
			term: goods.term,
			hts: goods.code ? [goods.code] : (goods.product?.hts ?? []),
			didYouMean: goods.meant.map(({ en }) => en[0] ?? ""),
		},
		importer,
		origin,
		on,
		knownFrom: shipment.firstDay,
	};
}

function noSuchGoods(
	{ query, importer, origin, on }: TariffQuestion,
	didYouMean: readonly string[],
	say: Say,
): TariffAnswer {
	return {
		query,
		product: { term: "", hts: [], didYouMean },
		...{ importer, origin, on },
		knownFrom: null,
		verifiedTo: null,
		warnings: [say("tariffs.warning.noProduct", { query })],
		claims: [],
		next: [],
		history: [],
	};
}

/** The goods are known, but the book holds no measure and no schedule of this importer. */
function nothingHeld(
	question: TariffQuestion,
	shipment: Shipment,
	say: Say,
): Omit<TariffAnswer, "verifiedTo"> {
	const { importer, origin, on } = question;
	const knownFrom = shipment.firstDay;
	return {
		...frame(question, shipment),
		warnings: [
			knownFrom !== null && on < knownFrom
				? say("tariffs.warning.before", { date: knownFrom })
				: say("tariffs.warning.nothingHeld", { importer, origin }),
		],
		claims: [],
		next: [],
		history: [],
	};
}

/** The oldest check among the measures that charge or may charge; the book's last where only column 1 has. */
function verifiedOf(
	claims: readonly ClaimAnswer[],
	{ candidates, book }: Shipment,
): string {
	const said = new Set(
		claims
			.flatMap(({ layers }) => layers)
			.filter(({ status }) => status !== "does_not_apply")
			.map(({ measure }) => measure),
	);
	const days = candidates
		.filter(({ measure }) => said.has(measure.id))
		.map(({ measure }) => measure.verifiedTo);
	return days.sort()[0] ?? lastVerified(book);
}

function lastVerified({ measures }: Book): string {
	let last = "";
	for (const { verifiedTo } of measures) {
		if (verifiedTo > last) last = verifiedTo;
	}
	return last;
}
