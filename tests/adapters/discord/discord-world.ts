import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import type { Heard, PlatformWorld } from "../../contracts/chat-platform.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { until } from "../../fakes/until.ts";
import type { FakeMessage } from "./fake-channels.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";
import type { MessageBody } from "./message-rules.ts";
import { readMarkdown } from "./read-markdown.ts";

export interface DiscordWorld extends PlatformWorld {
	readonly discord: FakeDiscord;
}

const log = makeLog("error", () => {});

/** The real adapter with Discord's protocol around it. */
export async function discordWorld(
	more: Partial<ReturnType<typeof platformTools>> = {},
): Promise<DiscordWorld> {
	const discord = await fakeDiscord();
	const { apiUrl, token } = discord;
	const platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ log, say: sayIn("en"), ...platformTools(), ...more },
	);
	const [one, other] = discord.channels.ids;
	return {
		discord,
		platform,
		channels: [
			{ platform: "discord", id: one },
			{ platform: "discord", id: other },
		],
		heard: async ({ id }) => heardIn(id, discord),
		async ask({ id }, line) {
			// Options are declared; a line with more words comes from a button.
			const asked = line.includes(" ")
				? discord.interactions.send(
						3,
						{ component_type: 2, custom_id: `0||${line}` },
						{ channel: id },
					)
				: discord.interactions.send(
						2,
						{ id: "1", type: 1, name: line.slice(1) },
						{ channel: id },
					);
			await until(() => asked.said.length > 0);
			return asked.said.map(({ body }) => bodyText(body)).join("\n");
		},
		breakDown: discord.breakDown,
		leftOut: /No room here for/,
		close: () => discord.close(),
	};
}

/** A channel's messages, and those in their threads. */
function heardIn(id: string, { channels }: FakeDiscord): Heard[] {
	const inThread = (thread: string) =>
		channels.messages(thread).map((message) => ({
			...heardFrom(message),
			id: `${thread}/${message.id}`,
			replyTo: thread,
		}));
	return channels
		.messages(id)
		.flatMap((message) => [heardFrom(message), ...inThread(message.id)]);
}

function heardFrom(message: FakeMessage): Heard {
	const { id, pinged, message_reference } = message;
	const replyTo = message_reference?.message_id ?? null;
	return { id, replyTo, pinged, text: bodyText(message) };
}

/** All that can be read of a message. */
export function bodyText({
	content,
	embeds,
	components,
	attachments = [],
}: MessageBody | FakeMessage): string {
	const labels = components.flatMap((row) =>
		row.components.map(({ label }) => label),
	);
	const texts = embeds.flatMap(({ title = "", description = "", footer }) => [
		readMarkdown(title).text,
		readMarkdown(description).text,
		footer?.text ?? "",
	]);
	const described = attachments.map(({ description = "" }) => description);
	return [content ?? "", ...texts, ...described, ...labels].join("\n");
}
