import { finderOf } from "./answer-tariff.ts";
import type { Book } from "./book.ts";
import type { Status } from "./charge.ts";
import type { Claim } from "./condition.ts";
import { shiftDay } from "./date-words.ts";
import { turningDays } from "./history.ts";
import { claimsOn } from "./preferences.ts";
import { type Shipment, shipmentOf, tally } from "./tally.ts";

/** Goods on their way from one country into another. */
export interface RateQuestion {
	/** A word of the book, or a tariff code, that means one thing. */
	readonly goods: string;
	/** ISO country codes, or `EU`. */
	readonly importer: string;
	readonly origin: string;
}

/** A charge that is owed or may be. */
export interface ChargedMeasure {
	readonly measure: string;
	readonly ratePercent: number | null;
	readonly status: Status;
}

/** What is owed under one claim. */
export interface ClaimTotal {
	readonly claim: Claim;
	/** As in ClaimAnswer: a lower bound while `complete` is false. */
	readonly totalPercent: number | null;
	readonly complete: boolean;
	readonly prohibited: boolean;
	readonly charged: readonly ChargedMeasure[];
}

/** A stretch of days with one answer, both days included; `to` null is open. */
export interface RateStep {
	readonly from: string;
	readonly to: string | null;
	readonly claims: readonly ClaimTotal[];
}

/**
 * The answer to a question on every day that the book knows of, oldest first,
 * coming days included; null where the book does not know the goods, or holds
 * no duty between the two countries. An act that only restates a rate makes no
 * new step.
 */
export function rateTimeline(
	{ goods: query, importer, origin }: RateQuestion,
	book: Book,
): readonly RateStep[] | null {
	const { goods } = finderOf(book)(query);
	if (!goods) return null;
	const sides = { importer, origin };
	// What people import beside the book would turn every answer at once.
	const known = { facts: {}, value: null, lines: [], lists: [] };
	const shipment = shipmentOf({ goods, ...sides, ...known, book });
	const steps: RateStep[] = [];
	for (const from of daysOf(shipment)) {
		const claims = claimsOn(from, shipment).map((claim) =>
			totalOn(shipment, from, claim),
		);
		const last = steps.at(-1);
		if (last && JSON.stringify(last.claims) === JSON.stringify(claims))
			continue;
		if (last) steps[steps.length - 1] = endedBefore(last, from);
		steps.push({ from, to: null, claims });
	}
	return steps.length === 0 ? null : steps;
}

/**
 * Whether one answer contradicts another. That an ordinary rate is not known
 * contradicts nothing: a total that only became whole is no change of the law.
 */
export function contradicts(
	one: readonly ClaimTotal[],
	other: readonly ClaimTotal[],
): boolean {
	return (
		one.length !== other.length ||
		one.some((claim, at) => {
			const against = other[at];
			return against === undefined || isOther(claim, against);
		})
	);
}

function isOther(one: ClaimTotal, other: ClaimTotal): boolean {
	const areWhole = one.complete && other.complete;
	return (
		one.claim !== other.claim ||
		one.prohibited !== other.prohibited ||
		JSON.stringify(one.charged) !== JSON.stringify(other.charged) ||
		(areWhole && one.totalPercent !== other.totalPercent)
	);
}

/** Every day on which the answer may turn; the schedule's first too, for goods that nothing else is charged on. */
function daysOf(shipment: Shipment): string[] {
	const { book, importer } = shipment;
	const schedule = book.schedules.get(importer);
	const days = new Set(turningDays(shipment, "none"));
	if (schedule) days.add(schedule.from);
	return [...days].sort();
}

function totalOn(shipment: Shipment, on: string, claim: Claim): ClaimTotal {
	const { totalPercent, isComplete, isProhibited, charges } = tally(
		shipment,
		on,
		claim,
	);
	const charged = charges
		.filter(
			({ status, version }) => status !== "does_not_apply" && !version.isEnd,
		)
		.map(({ measure, ratePercent, status }) => ({
			measure: measure.id,
			ratePercent,
			status,
		}));
	return {
		claim,
		totalPercent,
		complete: isComplete,
		prohibited: isProhibited,
		charged,
	};
}

function endedBefore(step: RateStep, day: string): RateStep {
	return { ...step, to: shiftDay(day, { days: -1 }) };
}
