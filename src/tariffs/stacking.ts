import type { Book } from "./book.ts";
import type { Charge } from "./charge.ts";
import type { StackRule } from "./measure.ts";

/**
 * Lets the charges of one day act on one another by the stacking rules in
 * force: EO 14289 and what changed it since (the sources stand in each rule).
 */
export function stack(
	charges: readonly Charge[],
	{ importer, on, book }: { importer: string; on: string; book: Book },
): Charge[] {
	const rules = book.rules.filter(
		(rule) =>
			rule.importer === importer &&
			rule.from <= on &&
			(rule.to === null || on <= rule.to),
	);
	return rules.reduce<Charge[]>(underRule, [...charges]);
}

function underRule(charges: Charge[], rule: StackRule): Charge[] {
	const winner = charges
		.filter((charge) => wins(charge, rule))
		.sort((a, b) => (b.ratePercent ?? 0) - (a.ratePercent ?? 0))[0];
	if (!winner) return charges;
	const loses = (charge: Charge) =>
		charge !== winner &&
		charge.status !== "does_not_apply" &&
		charge.measure.tags.includes(rule.drops ?? rule.when);
	return charges.map((charge) =>
		loses(charge) ? besideWinner(charge, winner, rule) : charge,
	);
}

/** Falls away, or keeps what a winner on part of the value leaves. */
function besideWinner(charge: Charge, winner: Charge, rule: StackRule): Charge {
	const { why, rest, instrument: reasonAct } = rule;
	const { sharePercent, shareFact } = winner;
	if (rest === undefined || shareFact === null || sharePercent === 100) {
		const isSure = charge.status !== "unknown";
		const by = winner.measure.id;
		const reason = { kind: "excluded", why, by, isSure } as const;
		return { ...charge, status: "does_not_apply", reason, reasonAct };
	}
	const kept = {
		...charge,
		...{ shareFact, basis: rest, reasonAct },
		reason: { kind: "instead", why } as const,
	};
	return sharePercent === null
		? {
				...kept,
				sharePercent,
				status: charge.status === "unknown" ? "unknown" : "needs_fact",
				openFacts: [...charge.openFacts, shareFact],
			}
		: { ...kept, sharePercent: 100 - sharePercent };
}

/** A charge that is only perhaps owed keeps nothing away. */
function wins(charge: Charge, rule: StackRule): boolean {
	if (!charge.measure.tags.includes(rule.when)) return false;
	if (charge.isExempt) return rule.evenIfExempt;
	if (charge.status === "applies" || charge.isPresumed) return true;
	// A share still to be named makes the amount open, not the duty.
	const isOwed = charge.reason.kind !== "condition";
	return (
		isOwed && charge.status === "needs_fact" && charge.sharePercent === null
	);
}
