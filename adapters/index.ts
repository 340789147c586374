import type { FastifyInstance } from "fastify";
import type { ChatPlatform } from "../src/chat/chat-platform.ts";
import type { Transcript } from "../src/chat/transcript.ts";
import type { Log } from "../src/log.ts";
import type { Say } from "../src/phrases/say.ts";
import { consolePlatform } from "./console/console-platform.ts";
import { webPlatform } from "./web/web-platform.ts";

/** What decides which platforms are opened. */
export interface PlatformSettings {
	/** Talk in this process's own terminal as well. */
	readonly console: boolean;
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
];

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
