import type { Block } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Claim } from "../tariffs/condition.ts";
import { stateOf } from "./tariff-chart.ts";

/** Every total that there has been under a claim, and those that are scheduled: the newest first. */
export function tariffHistory(
	{ history }: TariffAnswer,
	claim: Claim,
	say: Say,
): Block {
	const segments = history.filter((segment) => segment.claim === claim);
	return {
		kind: "table",
		columns: [
			{ title: say("tariffs.history.from"), align: "left" },
			{ title: say("tariffs.history.to"), align: "left" },
			{ title: say("tariffs.card.total"), align: "right" },
		],
		rows: segments.toReversed().map((segment) => {
			const { from, to, totalPercent } = segment;
			const total = say("tariffs.card.totalValue", {
				state: stateOf(segment),
				total: totalPercent,
			});
			return [[{ text: from }], [{ text: to ?? "" }], [{ text: total }]];
		}),
	};
}
