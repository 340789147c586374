import type { Card } from "../../src/chat/card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { type CardMessage, cardMessage, usualRoom } from "./card-message.ts";
import { slackCode } from "./slack-error.ts";
import { cutText, escapeMarkup } from "./slack-text.ts";

const longestPlain = 3_500;
const wrongForm = [
	"msg_blocks_too_long",
	"msg_too_long",
	"invalid_blocks",
	"invalid_blocks_format",
];

/**
 * Sends a card as it should look. Slack does not document all its limits: what
 * it finds too long is sent shorter, and what it then cannot take, as plain
 * text, loudly. Throws what `send` throws for any other reason.
 */
export async function inSomeForm<T>(
	card: Card,
	{ say, log }: { readonly say: Say; readonly log: Log },
	send: (message: CardMessage) => Promise<T>,
): Promise<T> {
	for (const room of [usualRoom, usualRoom / 2]) {
		try {
			return await send(cardMessage(card, say, room));
		} catch (error) {
			const code = slackCode(error) ?? "";
			if (!wrongForm.includes(code)) throw error;
			log.error("slack refused a card's form", { code, title: card.title });
		}
	}
	return send(plainMessage(card));
}

function plainMessage(card: Card): CardMessage {
	const text = cutText(cardText(card), longestPlain);
	return { text: escapeMarkup(text), blocks: [] };
}
