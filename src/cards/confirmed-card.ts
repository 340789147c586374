import { type Card, textBlock } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { Amendment } from "../tariffs/amendment.ts";
import type { PresentRate } from "../tariffs/present-rate.ts";
import { answerCard } from "./answer-card.ts";
import { presentText } from "./proposal-card.ts";

/** What the book charges from now on by a confirmed amendment, and what it charged until then. */
export function confirmedCard(
	amendment: Amendment,
	before: PresentRate | null,
	say: Say,
): Card {
	const { proposalId, measure, ratePercent, from, to, origin, act } = amendment;
	const { confirmedBy, confirmedAt } = amendment;
	const apart = before?.apart.join(", ") ?? "";
	const title = say("proposals.confirmed", {
		...{ authority: before?.authority ?? measure, rate: ratePercent, from },
	});
	const after = say("proposals.after", {
		...{ from, to: to ?? "", open: to === null ? "yes" : "no" },
	});
	const origins =
		origin ??
		(apart === ""
			? say("proposals.originsAll")
			: say("proposals.originsApart", { apart }));
	const facts = [
		{
			label: say("proposals.before"),
			value: [{ text: before ? presentText(before, say) : "" }],
		},
		{ label: after, value: [{ text: `${ratePercent}%, ${act}` }] },
		{ label: say("proposals.origins"), value: [{ text: origins }] },
		{
			label: say("proposals.by"),
			value: [
				{ text: `${confirmedBy}, ${confirmedAt.toISOString().slice(0, 10)}` },
			],
		},
	];
	return answerCard(title, {
		tone: "done",
		blocks: [
			{ kind: "facts", facts },
			textBlock(say("proposals.confirmedText")),
		],
		actions: [
			{
				label: say("proposals.undoLabel"),
				line: `/proposals undo ${proposalId}`,
			},
		],
	});
}
