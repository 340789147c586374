import type { Say } from "../phrases/say.ts";
import type { BaseRate } from "./base-rate.ts";
import type { Charge } from "./charge.ts";
import { readRate } from "./duty-rate.ts";
import { factFor } from "./quantity.ts";
import type { Shipment, Tally } from "./tally.ts";

/** What would have to be known for the total to be complete, in plain sentences. */
export function missingOf(
	{ base, charges, beginsLater }: Tally,
	{ goods }: Shipment,
	say: Say,
): string[] {
	if (
		charges.some(
			({ kind, status }) => kind === "prohibition" && status === "applies",
		)
	)
		return [];
	const missing = charges.flatMap((charge) => missingFrom(charge, say));
	const isProgramme = goods.product?.measures !== undefined;
	if (base?.addsPercent == null && !isProgramme) {
		missing.unshift(missingBase(base, say));
	}
	if (beginsLater !== null) {
		missing.push(say("tariffs.missing.before", { date: beginsLater }));
	}
	return [...new Set(missing)];
}

function missingBase(base: BaseRate | null, say: Say): string {
	if (base?.printed != null) {
		const { printed: rate, kind } = base;
		const fact = factFor(readRate(rate));
		return say("tariffs.missing.printed", { rate, kind, fact });
	}
	return base?.why === "not-held"
		? say("tariffs.missing.column1Then", { from: base.heldFrom })
		: say("tariffs.missing.column1");
}

function missingFrom(charge: Charge, say: Say): string[] {
	const { measure, status, openFacts } = charge;
	if (status === "unknown") {
		return [say("tariffs.missing.list", { authority: measure.authority })];
	}
	if (status === "needs_fact") {
		return openFacts.slice(-1).map((fact) =>
			say("tariffs.missing.fact", {
				fact,
				authority: measure.authority,
				why: askFor(fact, say),
			}),
		);
	}
	return status === "applies" &&
		charge.ratePercent === null &&
		charge.kind !== "prohibition"
		? [say("tariffs.missing.rate", { authority: measure.authority })]
		: [];
}

/** A fact's question in words, with how to type it. */
export function askFor(fact: string, say: Say): string {
	return say("tariffs.fact", { fact });
}
