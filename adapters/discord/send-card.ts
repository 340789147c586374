import { RESTJSONErrorCodes } from "discord.js";
import type { Card } from "../../src/chat/card.ts";
import type { Say } from "../../src/phrases/say.ts";
import { type CardMessage, cardMessage } from "./card-message.ts";
import { type DrawTools, drawPictures } from "./card-pictures.ts";
import { discordCode } from "./chat-error-from.ts";

export interface DressTools extends DrawTools {
	readonly say: Say;
}

/** What Discord says when it takes no files: no right to attach any, or too much of them. */
const noFiles: readonly (number | null)[] = [
	RESTJSONErrorCodes.MissingPermissions,
	RESTJSONErrorCodes.RequestEntityTooLarge,
];

/** A card ready to be sent. */
export interface DressedCard {
	readonly message: CardMessage;
	/** The same with its pictures in words; null when it has none. */
	readonly inWords: CardMessage | null;
}

/** Draws what is to be drawn, and fits all to Discord. `mark` is what `hasMark` finds. */
export async function dressCard(
	card: Card,
	tools: DressTools,
	mark = "",
): Promise<DressedCard> {
	const { say } = tools;
	const pictures = await drawPictures(card, tools);
	return {
		message: cardMessage(card, say, { mark, pictures }),
		inWords: pictures.size === 0 ? null : cardMessage(card, say, { mark }),
	};
}

/** Hands the card to `send`; in words alone where Discord takes no pictures. Throws what `send` throws. */
export async function sendCard<T>(
	{ message, inWords }: DressedCard,
	send: (message: CardMessage) => Promise<T>,
): Promise<T> {
	try {
		return await send(message);
	} catch (error) {
		if (!inWords || !noFiles.includes(discordCode(error))) throw error;
		return send(inWords);
	}
}

/** A message as HTTP takes it: the attachments it lists are all that it has, before an edit or after. */
export function messageRequest({ embeds, components, pictures }: CardMessage) {
	const attachments = pictures.map(({ name, description }, id) => ({
		id,
		filename: name,
		...(description === "" ? {} : { description }),
	}));
	const files = pictures.map(({ name, png }) => ({
		name,
		data: png,
		contentType: "image/png",
	}));
	return { body: { embeds, components, attachments }, files };
}
