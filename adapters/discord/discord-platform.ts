import { type APIMessage, Routes } from "discord.js";
import type { Card } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { ChatPlatform, MessageRef } from "../../src/chat/chat-platform.ts";
import type { Pace } from "../../src/chat/pace.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { cardMessage } from "./card-message.ts";
import { nonceOf } from "./delivery-mark.ts";
import { type DiscordSettings, openDiscordRest } from "./discord-rest.ts";
import { findPost } from "./find-post.ts";
import { type Gateway, openGateway } from "./gateway.ts";

export interface DiscordTools {
	readonly log: Log;
	readonly say: Say;
	readonly pace: Pace;
	readonly drawPng: (svg: string) => Promise<Uint8Array>;
}

/** Nobody is ever notified, whatever a text holds; not even by a reply. */
const nobody = { parse: [], replied_user: false };

/**
 * Discord as a chat platform. A channel's id is its snowflake. Posting,
 * updating and finding need HTTP alone, so they work before `start`, and in
 * processes that never start; `start` adds the gateway, for commands.
 */
export function discordPlatform(
	settings: DiscordSettings,
	tools: DiscordTools,
): ChatPlatform {
	const { say } = tools;
	const rest = openDiscordRest(settings, tools);
	let gateway: Gateway | null = null;

	return {
		name: "discord",
		async start(commands, answer) {
			gateway = openGateway({ settings, commands, answer, rest, ...tools });
			const outcome = await gateway.tried;
			if (outcome !== "refused") return outcome;
			throw new Error("Discord refused DISCORD_TOKEN: set a new one");
		},
		async post(channel, card, key, replyTo) {
			const nonce = nonceOf(key);
			const body = {
				...cardMessage(card, say, nonce),
				...reference(replyTo),
				allowed_mentions: nobody,
				nonce,
				enforce_nonce: true,
			};
			const sent = await rest.ask(
				`post to Discord channel ${channel.id}`,
				(api, signal) =>
					api.post(Routes.channelMessages(channel.id), { body, signal }),
			);
			const { id } = sent as APIMessage; // Discord's own answer, of its documented shape
			return { channel, id };
		},
		async update({ channel, id }, card) {
			await rest.ask(`Discord message ${channel.id}/${id}`, (api, signal) =>
				api.patch(Routes.channelMessage(channel.id, id), {
					body: updateOf(card, say),
					signal,
				}),
			);
		},
		async find(channel: ChannelRef, key, since) {
			const sought = { channel: channel.id, nonce: nonceOf(key), since };
			const found = await findPost(sought, rest);
			if (found === "absent" || found === "unknown") return found;
			return { channel, id: found };
		},
		examine: async () => [],
		keeperOf: async () => null,
		async stop() {
			await Promise.all([gateway?.close(), rest.close()]);
		},
	};
}

function updateOf(card: Card, say: Say) {
	return { ...cardMessage(card, say), allowed_mentions: nobody };
}

/** A reply stands below its post; when that was deleted, it stands alone. */
function reference(replyTo: MessageRef | undefined) {
	if (!replyTo) return {};
	const message_reference = {
		message_id: replyTo.id,
		fail_if_not_exists: false,
	};
	return { message_reference };
}
