import { setTimeout as wait } from "node:timers/promises";
import type { Card } from "../../src/chat/card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { type CardMessage, cardMessage, usualRoom } from "./card-message.ts";
import { noPictures, type Pictures } from "./put-pictures.ts";
import { slackCode } from "./slack-error.ts";
import { cutText, escapeMarkup } from "./slack-text.ts";
import type { Workspace } from "./slack-workspaces.ts";

export interface FormTools {
	readonly say: Say;
	readonly log: Log;
	readonly pictures: Pictures;
}

const longestPlain = 3_500;
const wrongForm = [
	"msg_blocks_too_long",
	"msg_too_long",
	"invalid_blocks",
	"invalid_blocks_format",
	"block_mismatch",
];
/** What Slack says while it still looks a file over, or when it does not have it. */
const noFile = ["invalid_blocks", "file_not_found", "file_deleted"];
/**
 * Slack takes a second or more before it shows a new file, and has no event
 * that tells when (github.com/slackapi/python-slack-sdk/issues/1521). Its
 * refusal means that nothing was posted, so the message may be sent again.
 */
const beforeTriesMs = [0, 800, 1_500, 2_500];

/**
 * Sends a card as it should look. Slack does not document all its limits: what
 * it finds too long is sent shorter, and what it then cannot take, as plain
 * text, loudly; a picture that it does not show is told in words. `workspace`
 * null sends no pictures. Throws what `send` throws for any other reason.
 */
export async function inSomeForm<T>(
	card: Card,
	{ say, log, pictures }: FormTools,
	workspace: Workspace | null,
	send: (message: CardMessage) => Promise<T>,
): Promise<T> {
	const files = workspace ? await pictures.of(card, workspace) : noPictures;
	if (files.size > 0) {
		const message = cardMessage(card, say, usualRoom, files);
		const sent = await withFiles(() => send(message));
		if (sent) return sent.result;
		pictures.forget(files);
		log.warn("slack showed no picture", { title: card.title });
	}
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

/** Null when Slack goes on refusing the message; throws what has nothing to do with its form. */
async function withFiles<T>(
	send: () => Promise<T>,
): Promise<{ result: T } | null> {
	for (const ms of beforeTriesMs) {
		await wait(ms);
		try {
			return { result: await send() };
		} catch (error) {
			const code = slackCode(error) ?? "";
			if (noFile.includes(code)) continue;
			if (wrongForm.includes(code)) return null;
			throw error;
		}
	}
	return null;
}

function plainMessage(card: Card): CardMessage {
	const text = cutText(cardText(card), longestPlain);
	return { text: escapeMarkup(text), blocks: [] };
}
