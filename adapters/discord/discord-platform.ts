import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import type { Pace } from "../../src/chat/pace.ts";
import type { Log } from "../../src/log.ts";
import { type Say, sayIn } from "../../src/phrases/say.ts";
import { nonceOf } from "./delivery-mark.ts";
import { type DiscordSettings, openDiscordRest } from "./discord-rest.ts";
import { examineApp } from "./examine-app.ts";
import { examineChannel } from "./examine-channel.ts";
import { findCard } from "./find-card.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { keeperOf } from "./keeper-of.ts";
import type { Speakers } from "./localised.ts";
import { postCard } from "./post-card.ts";
import { updateCard } from "./update-card.ts";

export interface DiscordTools {
	readonly log: Log;
	readonly say: Say;
	readonly pace: Pace;
	readonly drawPng: (svg: string) => Promise<Uint8Array>;
	/** Names of commands in Discord's locales; French and Spanish when left out. */
	readonly speakers?: Speakers;
}

const ourSpeakers: Speakers = {
	fr: sayIn("fr"),
	"es-ES": sayIn("es"),
	"es-419": sayIn("es"),
};

/**
 * Discord as a chat platform. A channel's id is its snowflake. Posting,
 * updating and finding need HTTP alone, so they work before `start`, and in
 * processes that never start; `start` adds the gateway, for commands.
 */
export function discordPlatform(
	settings: DiscordSettings,
	tools: DiscordTools,
): ChatPlatform {
	const rest = openDiscordRest(settings, tools);
	const { say } = tools;
	/** The servers of channels that were deleted while we looked on. */
	const homes = new Map<string, string>();
	let gateway: Gateway | null = null;

	return {
		name: "discord",
		async start(commands, answer) {
			gateway = openGateway({
				settings,
				commands,
				answer,
				rest,
				speakers: ourSpeakers,
				homes,
				...tools,
			});
			const outcome = await gateway.tried;
			if (outcome !== "refused") return outcome;
			throw new Error("Discord refused DISCORD_TOKEN: set a new one");
		},
		post: (channel, card, key, replyTo) =>
			postCard({ channel, card, key, replyTo }, { ...tools, rest }),
		update: (message, card) => updateCard(message, card, { ...tools, rest }),
		find: (channel, key, since, replyTo) =>
			findCard({ channel, nonce: nonceOf(key), since, replyTo }, rest),
		examine: (channel) =>
			channel
				? examineChannel(channel.id, { rest, say })
				: examineApp(settings.applicationId, { rest, say }),
		async keeperOf({ platform, id }) {
			const keeper = await keeperOf(id, rest, homes.get(id));
			return keeper === null ? null : { platform, id: keeper };
		},
		async stop() {
			await Promise.all([gateway?.close(), rest.close()]);
		},
	};
}
