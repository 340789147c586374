import { type Card, textBlock } from "../chat/card.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import type { Say } from "../phrases/say.ts";
import { answerCard } from "./answer-card.ts";

/** Tells a channel that a feed of its news has failed for a day, or that it is back. */
export function feedTroubleCard(
	{ title }: Pick<Feed, "title">,
	{ trouble }: Pick<FeedState, "trouble">,
	say: Say,
): Card {
	if (trouble === null) {
		return answerCard(say("cards.feedBackTitle", { title }), {
			tone: "done",
			blocks: [textBlock(say("cards.feedBackText"))],
		});
	}
	return answerCard(say("cards.feedDownTitle", { title }), {
		tone: "warning",
		blocks: [
			{
				kind: "facts",
				facts: [
					{ label: say("cards.feedDownReason"), value: [{ text: trouble }] },
				],
			},
			textBlock(say("cards.feedDownText")),
		],
		actions: [{ label: say("cards.feedHealthLabel"), line: "/feeds health" }],
	});
}
