import { RESTJSONErrorCodes, Routes } from "discord.js";
import type { Card } from "../../src/chat/card.ts";
import { ChatError, type MessageRef } from "../../src/chat/chat-platform.ts";
import { discordCode } from "./chat-error-from.ts";
import { placeOf } from "./message-place.ts";
import { reopenThread } from "./message-threads.ts";
import { nobody, type PostTools } from "./post-card.ts";
import { dressCard, messageRequest, sendCard } from "./send-card.ts";

/** Replaces what a message says, its pictures too. An archived thread is opened for it. Throws ChatError. */
export async function updateCard(
	message: MessageRef,
	card: Card,
	tools: PostTools,
): Promise<void> {
	const { room } = placeOf(message);
	try {
		await edit(message, card, tools).catch(async (error) => {
			if (discordCode(error) !== archived) throw error;
			await reopenThread(room, tools.rest);
			await edit(message, card, tools);
		});
	} catch (error) {
		const isThreadAlone = room !== message.channel.id && isThreadEnd(error);
		throw isThreadAlone ? refusedFrom(error) : error;
	}
}

async function edit(
	message: MessageRef,
	card: Card,
	tools: PostTools,
): Promise<void> {
	const { room, message: id } = placeOf(message);
	await sendCard(await dressCard(card, tools), (dressed) => {
		const { body, files } = messageRequest(dressed);
		const whole = { ...body, allowed_mentions: nobody };
		return tools.rest.ask(`Discord message ${room}/${id}`, (api, signal) =>
			api.patch(Routes.channelMessage(room, id), {
				body: whole,
				files,
				signal,
			}),
		);
	});
}

const archived = RESTJSONErrorCodes.InvalidActionOnArchivedThread;
const threadEnds: readonly (number | null)[] = [
	archived,
	RESTJSONErrorCodes.UnknownChannel,
	RESTJSONErrorCodes.ThreadLocked,
	RESTJSONErrorCodes.MissingPermissions,
];

/** Whether a thread has ended whose channel may be well: no reason to leave the channel. */
function isThreadEnd(error: unknown): error is ChatError {
	return error instanceof ChatError && threadEnds.includes(discordCode(error));
}

function refusedFrom({ message, cause }: ChatError): ChatError {
	return new ChatError("refused", message, { cause });
}
