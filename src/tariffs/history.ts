import type { Claim } from "./condition.ts";
import { dayAfter, shiftDay } from "./date-words.ts";
import type { Measure } from "./measure.ts";
import { claimsOn } from "./preferences.ts";
import { type Shipment, tally } from "./tally.ts";

/** A stretch of days with one total, both days included; `to` null is open. */
export interface Segment {
	readonly from: string;
	readonly to: string | null;
	readonly totalPercent: number | null;
	readonly claim: Claim;
	readonly complete: boolean;
	readonly prohibited: boolean;
}

/** The total over time under one claim, oldest first, coming days included. */
export function historyOf(shipment: Shipment, claim: Claim): Segment[] {
	const segments: Segment[] = [];
	for (const from of turningDays(shipment, claim)) {
		const { totalPercent, isComplete, isProhibited } = tally(
			shipment,
			from,
			claim,
		);
		const last = segments.at(-1);
		const isSame =
			last?.totalPercent === totalPercent &&
			last.complete === isComplete &&
			last.prohibited === isProhibited;
		if (isSame) continue;
		if (last) {
			segments[segments.length - 1] = {
				...last,
				to: shiftDay(from, { days: -1 }),
			};
		}
		segments.push({
			from,
			to: null,
			totalPercent,
			claim,
			complete: isComplete,
			prohibited: isProhibited,
		});
	}
	return segments;
}

/** Every day on which something about the shipment's duty may change, in order. */
export function turningDays(shipment: Shipment, claim: Claim): string[] {
	const { candidates, book, importer } = shipment;
	const days = new Set<string>();
	for (const { measure, track } of candidates) {
		for (const { from, to } of [...track.versions, ...measure.exemptions]) {
			if (from) days.add(from);
			if (to) days.add(dayAfter(to));
		}
	}
	const first = [...days].sort()[0];
	if (first === undefined) return [];
	const rules = book.rules.filter((rule) => rule.importer === importer);
	const scopes = candidates.flatMap(({ measure }: { measure: Measure }) =>
		measure.scopes.map(({ from }) => from),
	);
	for (const day of [...scopes, ...rules.map(({ from }) => from)]) {
		if (day > first) days.add(day);
	}
	for (const { to } of rules) {
		if (to && to >= first) days.add(dayAfter(to));
	}
	const schedule = book.schedules.get(importer);
	if (schedule && schedule.from > first) days.add(schedule.from);
	const noted = shipment.goods.product?.column1[importer]?.from;
	if (noted && noted > first) days.add(noted);
	for (const { from } of candidates.flatMap(({ lists }) => lists)) {
		if (from > first) days.add(from);
	}
	for (const { revision } of shipment.lines) {
		const { from } = revision;
		if (revision.importer === importer && from > first) days.add(from);
	}
	for (const { from, to } of shipment.preferences) {
		if (from > first) days.add(from);
		if (to && to >= first) days.add(shiftDay(to, { days: 1 }));
	}
	return [...days]
		.filter((day) => claimsOn(day, shipment).includes(claim))
		.sort();
}
