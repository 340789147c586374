import type { Block } from "../chat/card.ts";
import { amountOf } from "../tariffs/add-money.ts";
import { moneyText } from "./money-text.ts";
import type { TariffTold } from "./tariff-card.ts";
import { claimState } from "./tariff-headline.ts";

/** The total of each claim, in money too when a customs value is given. */
export function tariffTotals({
	answer,
	value,
	language,
	say,
}: TariffTold): Block {
	const isAlone = answer.claims.length === 1;
	return {
		kind: "facts",
		facts: answer.claims.map((claim) => {
			const total = say("tariffs.card.totalValue", {
				state: claimState(claim),
				total: claim.totalPercent,
				printed: claim.totalPrinted ?? "",
			});
			// A total in words is more than its percentage: the sum of money is not known.
			const isOpen = value === null || claim.totalPrinted !== undefined;
			const amount = isOpen ? null : amountOf(claim.totalPercent, value);
			const text =
				amount === null || value === null
					? total
					: say("tariffs.card.totalMoney", {
							total,
							amount: moneyText(amount, language),
							value: moneyText(value, language),
						});
			const label = isAlone
				? say("tariffs.card.total")
				: say("tariffs.card.totalOf", { claim: claim.claim });
			return { label, value: [{ text, style: "strong" }] };
		}),
	};
}
