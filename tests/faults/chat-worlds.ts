import type { ChannelRef } from "../../src/chat/channel.ts";
import { fakeDiscord } from "../adapters/discord/fake-discord.ts";
import {
	appToken,
	botToken,
	FakeSlack,
	team,
} from "../adapters/slack/fake-slack.ts";
import { webEar } from "./web-ear.ts";

/** A message as its platform keeps it. */
export interface Heard {
	readonly title: string;
	/** All of it, as JSON. */
	readonly whole: string;
}

/** A platform that keeps its own truth of what it accepted. */
export interface ChatWorld {
	readonly channels: readonly ChannelRef[];
	/** The messages that a channel holds, oldest first. */
	heard(channel: ChannelRef): readonly Heard[];
	/** Closes a channel to the bot, or opens it again; missing where nobody but the program decides. */
	shut?(channel: ChannelRef, isShut: boolean): void;
	close(): Promise<void>;
}

/** One that the program reaches over the wire. */
export interface WiredWorld extends ChatWorld {
	readonly target: string;
	/** Settings of a program that reaches the platform at this address. */
	settings(address: string): Record<string, string>;
	isPost(method: string, path: string): boolean;
}

/** Discord on loopback, with two channels; `now` is its clock, in ms. */
export async function discordWorld(now: () => number): Promise<WiredWorld> {
	const discord = await fakeDiscord({}, now);
	const { ids, messages } = discord.channels;
	return {
		target: new URL(discord.apiUrl).origin,
		channels: ids.map((id) => ({ platform: "discord", id })),
		settings: (address) => ({
			DISCORD_API_URL: `${address}/api`,
			DISCORD_TOKEN: discord.token,
		}),
		isPost: (method, path) =>
			method === "POST" && /\/channels\/\d+\/messages$/.test(path),
		heard: ({ id }) =>
			messages(id).map((message) => ({
				title: message.embeds[0]?.title ?? "",
				whole: JSON.stringify(message),
			})),
		shut: ({ id }, isShut) =>
			isShut
				? discord.channels.withhold(id, "view")
				: discord.channels.grant(id, "view"),
		close: () => discord.close(),
	};
}

/** Slack on loopback, with two channels; `now` is its clock, in ms. */
export async function slackWorld(now: () => number): Promise<WiredWorld> {
	const slack = new FakeSlack();
	slack.now = now;
	await slack.open();
	const names = ["C1", "C2"];
	for (const name of names) slack.channels.set(name, []);
	const nameOf = (id: string) => id.slice(id.lastIndexOf("/") + 1);
	return {
		target: new URL(slack.apiUrl).origin,
		channels: names.map((name) => ({
			platform: "slack",
			id: `${team}/${name}`,
		})),
		settings: (address) => ({
			SLACK_API_URL: `${address}/api/`,
			SLACK_BOT_TOKEN: botToken,
			SLACK_APP_TOKEN: appToken,
		}),
		isPost: (method, path) =>
			method === "POST" && path.endsWith("/chat.postMessage"),
		heard: ({ id }) =>
			(slack.channels.get(nameOf(id)) ?? []).map((message) => ({
				title: message.text,
				whole: JSON.stringify(message),
			})),
		shut({ id }, isShut) {
			if (isShut) slack.archived.add(nameOf(id));
			else slack.archived.delete(nameOf(id));
		},
		close: () => slack.close(),
	};
}

/** The program's own web chat, with two channels, as someone hears it who comes back after every cut. */
export function webWorld(address: () => string | null): ChatWorld {
	const names = ["desk", "floor"];
	const ears = new Map(names.map((name) => [name, webEar(address, name)]));
	return {
		channels: names.map((id) => ({ platform: "web", id })),
		heard: ({ id }) => ears.get(id)?.heard() ?? [],
		async close() {
			for (const ear of ears.values()) await ear.close();
		},
	};
}

/** The channels of all three. */
export const faultChannels: readonly ChannelRef[] = [
	{ platform: "discord", id: "210000000000000001" },
	{ platform: "discord", id: "210000000000000002" },
	{ platform: "slack", id: `${team}/C1` },
	{ platform: "slack", id: `${team}/C2` },
	{ platform: "web", id: "desk" },
	{ platform: "web", id: "floor" },
];
