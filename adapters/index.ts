import type { FastifyInstance } from "fastify";
import type { ChatPlatform } from "../src/chat/chat-platform.ts";
import type { Pace } from "../src/chat/pace.ts";
import type { Transcript } from "../src/chat/transcript.ts";
import type { Vault } from "../src/chat/vault.ts";
import type { Log } from "../src/log.ts";
import type { Say } from "../src/phrases/say.ts";
import { consolePlatform } from "./console/console-platform.ts";
import { webPlatform } from "./web/web-platform.ts";

/** What decides which platforms are opened. */
export interface PlatformSettings {
	/** Talk in this process's own terminal as well. */
	readonly console: boolean;
	readonly discord: {
		/** The bot's token; null when there is no bot. */
		readonly token: string | null;
		readonly applicationId: string | null;
		/** Where the API is; Discord's own when null. */
		readonly apiUrl: string | null;
	};
	/** Slack is opened with a bot token or what installing takes, and one of the ways in which it tells of events. */
	readonly slack: {
		readonly botToken: string | null;
		/** With both, the app may be installed into many workspaces. */
		readonly clientId: string | null;
		readonly clientSecret: string | null;
		/** Signs what comes back with an installer; the client secret does when null. */
		readonly stateSecret: string | null;
		readonly appToken: string | null;
		readonly signingSecret: string | null;
		readonly apiUrl: string | null;
	};
}

/** What the house hands to its platforms. */
export interface PlatformTools {
	/** The server, not yet listening; null in a process that serves no pages. */
	readonly http: FastifyInstance | null;
	readonly terminal: {
		readonly input: NodeJS.ReadableStream;
		readonly output: NodeJS.WritableStream;
	};
	readonly transcript: Transcript;
	/** Shared with every other process of the house. */
	readonly pace: Pace;
	readonly vault: Vault;
	/** Draws an SVG as a PNG. */
	readonly drawPng: (svg: string) => Promise<Uint8Array>;
	readonly say: Say;
	readonly log: Log;
}

export interface OpenedPlatforms {
	/** Ready to `start`, and to post without being started. */
	readonly platforms: readonly ChatPlatform[];
	/** One line for people per platform that lacks a setting: which, and what to do. */
	readonly notConnected: readonly string[];
}

/** A platform; or, in words for people, what it lacks; or null when nobody asked for it. */
type Opening = ChatPlatform | { readonly lacks: string } | null;
type Opener = (
	settings: PlatformSettings,
	tools: PlatformTools,
) => Opening | Promise<Opening>;

/** A new platform adds its line here; an opener that lacks a token says which setting to give. */
const openers: readonly Opener[] = [
	(_settings, tools) => webPlatform(tools),
	(settings, { terminal, ...tools }) =>
		settings.console ? consolePlatform({ ...terminal, ...tools }) : null,
	({ discord }, tools) => openDiscord(discord, tools),
	({ slack }, tools) => openSlack(slack, tools),
];

/** Its package is loaded by those alone who use it. */
async function openDiscord(
	{ token, ...rest }: PlatformSettings["discord"],
	{ log, say, pace, drawPng }: PlatformTools,
): Promise<Opening> {
	if (token === null) {
		return { lacks: say("platforms.discordLacksToken") };
	}
	const { discordPlatform } = await import("./discord/discord-platform.ts");
	return discordPlatform({ token, ...rest }, { log, say, pace, drawPng });
}

async function openSlack(
	settings: PlatformSettings["slack"],
	{ http, log, say, pace, vault, drawPng }: PlatformTools,
): Promise<Opening> {
	const { botToken, clientId, clientSecret, stateSecret, ...rest } = settings;
	const install =
		clientId && clientSecret ? { clientId, clientSecret, stateSecret } : null;
	const hasApp = botToken !== null || install !== null;
	if (!hasApp || !(rest.appToken || rest.signingSecret)) {
		return { lacks: say("platforms.slackLacksTokens") };
	}
	const { slackPlatform } = await import("./slack/slack-platform.ts");
	return slackPlatform(
		{ ...rest, botToken, install },
		{ http, log, say, pace, vault, drawPng },
	);
}

/** Opens the platforms that the settings name. Nothing is connected before `start`. */
export async function openPlatforms(
	settings: PlatformSettings,
	tools: PlatformTools,
): Promise<OpenedPlatforms> {
	const platforms: ChatPlatform[] = [];
	const notConnected: string[] = [];
	for (const open of openers) {
		const opening = await open(settings, tools);
		if (opening === null) continue;
		if ("lacks" in opening) notConnected.push(opening.lacks);
		else platforms.push(opening);
	}
	return { platforms, notConnected };
}
