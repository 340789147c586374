import { type Card, textBlock } from "../chat/card.ts";
import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { Say } from "../phrases/say.ts";
import { answerCard } from "./answer-card.ts";

/** Tells whoever keeps a channel that we cannot post there, why, and what becomes of its news. */
export function suspendedCard(
	channel: ChannelRef,
	reason: string,
	say: Say,
): Card {
	return answerCard(say("cards.suspendedTitle"), {
		tone: "warning",
		blocks: [
			{
				kind: "facts",
				facts: [
					{
						label: say("cards.suspendedChannel"),
						value: [{ text: channelKey(channel), style: "code" }],
					},
					{ label: say("cards.suspendedReason"), value: [{ text: reason }] },
				],
			},
			textBlock(say("cards.suspendedHeld")),
		],
	});
}
