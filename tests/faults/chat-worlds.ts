import type { ChannelRef } from "../../src/chat/channel.ts";
import { fakeDiscord } from "../adapters/discord/fake-discord.ts";
import {
	appToken,
	botToken,
	FakeSlack,
	team,
} from "../adapters/slack/fake-slack.ts";

/** A platform on loopback that keeps its own truth of what it accepted. */
export interface FaultWorld {
	readonly name: string;
	readonly target: string;
	readonly channels: readonly ChannelRef[];
	/** Settings of a program that reaches the platform at this address. */
	settings(address: string): Record<string, string>;
	isPost(method: string, path: string): boolean;
	/** The titles that a channel heard, in order. */
	heard(channel: ChannelRef): readonly string[];
	close(): Promise<void>;
}

/** Opens a platform with so many channels. */
export type OpenWorld = (channels: number) => Promise<FaultWorld>;

export const openDiscordWorld: OpenWorld = async (count) => {
	const discord = await fakeDiscord();
	const ids = discord.channels.add(count);
	return {
		name: "discord",
		target: new URL(discord.apiUrl).origin,
		channels: ids.map((id) => ({ platform: "discord", id })),
		settings: (address) => ({
			DISCORD_API_URL: `${address}/api`,
			DISCORD_TOKEN: discord.token,
		}),
		isPost: (method, path) =>
			method === "POST" && /\/channels\/\d+\/messages$/.test(path),
		heard: ({ id }) =>
			discord.channels.messages(id).map(({ embeds }) => embeds[0]?.title ?? ""),
		close: () => discord.close(),
	};
};

export const openSlackWorld: OpenWorld = async (count) => {
	const slack = new FakeSlack();
	await slack.open();
	const ids = Array.from({ length: count }, (_, at) => `C${at + 1}`);
	for (const id of ids) slack.channels.set(id, []);
	const name = (id: string) => id.slice(id.lastIndexOf("/") + 1);
	return {
		name: "slack",
		target: new URL(slack.apiUrl).origin,
		channels: ids.map((id) => ({ platform: "slack", id: `${team}/${id}` })),
		settings: (address) => ({
			SLACK_API_URL: `${address}/api/`,
			SLACK_BOT_TOKEN: botToken,
			SLACK_APP_TOKEN: appToken,
		}),
		isPost: (method, path) =>
			method === "POST" && path.endsWith("/chat.postMessage"),
		heard: ({ id }) =>
			(slack.channels.get(name(id)) ?? []).map(({ text }) => text),
		close: () => slack.close(),
	};
};
