import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { ChannelRef } from "../../../src/chat/channel.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import type { CommandSpec } from "../../../src/chat/command.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { until } from "../../fakes/until.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";

let discord: FakeDiscord;
let platform: ChatPlatform;
let channel: ChannelRef;

beforeEach(async () => {
	discord = await fakeDiscord();
	platform = opened(null);
	channel = { platform: "discord", id: discord.channels.ids[0] };
});

afterEach(async () => {
	await platform.stop();
	await discord.close();
});

function opened(applicationId: string | null): ChatPlatform {
	const { token, apiUrl } = discord;
	const log = makeLog("error", () => {});
	return discordPlatform(
		{ token, apiUrl, applicationId },
		{ ...platformTools(), log, say: sayIn("en") },
	);
}

const start = () =>
	platform.start([help], async () => {
		throw new Error("nobody asks");
	});

describe("how the Discord bot stands", () => {
	test("is well once its commands are there", async () => {
		await start();
		expect(await platform.examine()).toMatchObject([
			{ state: "well", says: expect.stringContaining(discord.applicationId) },
			{ state: "well", says: "1 slash command is registered." },
			{
				state: "well",
				says: expect.stringContaining("in 1 server: Brokers."),
				mend: null,
			},
		]);
	});

	test("says how to invite it, with the rights that it needs", async () => {
		discord.guild.kick();
		const servers = (await platform.examine()).at(-1);
		expect(servers?.state).toBe("ill");
		const address = /https:\S+/.exec(servers?.mend ?? "")?.[0] ?? "";
		const { searchParams } = new URL(address);
		expect(Object.fromEntries(searchParams)).toEqual({
			client_id: discord.applicationId,
			scope: "bot applications.commands",
			permissions: String(
				[10n, 11n, 14n, 15n, 16n, 35n, 38n].reduce(
					(all, bit) => all | (1n << bit),
					0n,
				),
			),
		});
	});

	test("is ill before its commands are registered", async () => {
		expect(await platform.examine()).toContainEqual({
			what: "Discord commands",
			state: "ill",
			says: "No slash command is registered.",
			mend: expect.stringContaining("Start Tradewire"),
		});
	});

	test("is ill with the id of another application", async () => {
		await platform.stop();
		platform = opened("100000000000000009");
		expect(await platform.examine()).toContainEqual(
			expect.objectContaining({
				state: "ill",
				mend: expect.stringContaining(discord.applicationId),
			}),
		);
	});

	test("is ill with a token that Discord does not know", async () => {
		discord.revokeToken();
		expect(await platform.examine()).toEqual([
			{
				what: "Discord bot",
				state: "ill",
				says: "Discord refuses the bot’s token.",
				mend: expect.stringContaining("DISCORD_TOKEN"),
			},
		]);
	});

	test("is not known while Discord is away", async () => {
		discord.breakDown();
		for (const where of [undefined, channel]) {
			expect(await platform.examine(where)).toMatchObject([
				{ state: "off", says: expect.stringContaining("does not answer") },
			]);
		}
	});
});

describe("our rights in a Discord channel", () => {
	const found = () => platform.examine(channel);

	test("are all there", async () => {
		expect(await found()).toMatchObject([
			{ what: "Discord channel news-1", state: "well", mend: null },
		]);
	});

	test.each([
		["send", "Send Messages"],
		["embed", "Embed Links"],
		["history", "Read Message History"],
	] as const)("lack what posting needs: %s", async (right, words) => {
		discord.channels.withhold(channel.id, right);
		expect(await found()).toMatchObject([
			{
				state: "ill",
				says: expect.stringContaining(words),
				mend: expect.stringMatching(`Permissions for news-1.*${words}`),
			},
		]);
	});

	test.each([
		["attach", "Attach Files: pictures are told in words."],
		["thread", "Create Public Threads: follow-ups are plain replies."],
		[
			"sendInThreads",
			"Send Messages in Threads: follow-ups are plain replies.",
		],
	] as const)("lack what can be done without: %s", async (right, words) => {
		discord.channels.withhold(channel.id, right);
		expect(await found()).toMatchObject([
			{ state: "well", says: expect.stringContaining(words) },
		]);
	});

	test("name all that is missing at once", async () => {
		discord.channels.withhold(channel.id, "send", "embed", "attach");
		const [finding] = await found();
		expect(finding?.says).toBe(
			"The bot lacks rights here: Send Messages, Embed Links.",
		);
	});

	test.each<[string, () => void, RegExp]>([
		[
			"hidden",
			() => discord.channels.withhold(channel.id, "view"),
			/View Channel/,
		],
		["deleted", () => discord.channels.remove(channel.id), /[Uu]nsubscribe/],
		["of a server that removed us", () => discord.guild.kick(), /again/],
	])("end in a channel %s", async (_, end, mend) => {
		end();
		expect(await found()).toMatchObject([
			{ state: "ill", mend: expect.stringMatching(mend) },
		]);
	});

	test("in a thread are those of its channel", async () => {
		const id = discord.channels.addThread(channel.id);
		channel = { platform: "discord", id };
		expect(await found()).toMatchObject([{ state: "well", mend: null }]);
		discord.channels.withhold(discord.channels.ids[0], "sendInThreads");
		expect(await found()).toMatchObject([
			{
				state: "ill",
				says: expect.stringContaining("Send Messages in Threads"),
			},
		]);
		discord.channels.archive(id, { locked: true });
		expect(await found()).toMatchObject([
			{ state: "ill", mend: expect.stringContaining("Unlock") },
		]);
	});

	test("are not needed in direct messages", async () => {
		const keeper = await platform.keeperOf(channel);
		if (keeper) channel = keeper;
		expect(await found()).toMatchObject([
			{ state: "well", says: expect.stringContaining("Direct") },
		]);
	});
});

describe("who keeps a Discord channel", () => {
	const keeper = () => platform.keeperOf(channel);

	test.each([
		["while we may speak there", () => {}],
		[
			"when it is hidden from us",
			() => discord.channels.withhold(channel.id, "view"),
		],
	])("is its server's owner, in direct messages: %s", async (_, change) => {
		change();
		const talk = await keeper();
		if (talk === null) throw new Error("nobody keeps it");
		await platform.post(talk, saying("The channel is closed to me"), "k1");
		expect(discord.channels.messages(talk.id)).toHaveLength(1);
	});

	test("is known of a channel that was deleted while we looked on", async () => {
		await start();
		const { id } = channel;
		discord.gateway.dispatch("CHANNEL_DELETE", {
			id,
			type: 0,
			guild_id: discord.guild.id,
		});
		discord.channels.remove(id);
		let talk: ChannelRef | null = null;
		await until(() => {
			keeper().then((found) => {
				talk = found;
			});
			return talk !== null;
		});
	});

	test.each<[string, () => void]>([
		["a deleted channel", () => discord.channels.remove(channel.id)],
		["a server that removed us", () => discord.guild.kick()],
		["a platform that is away", () => discord.breakDown()],
	])("is nobody of %s", async (_, end) => {
		end();
		expect(await keeper()).toBeNull();
	});

	test("who takes no direct messages is told of by an end", async () => {
		const talk = await keeper();
		discord.guild.closeDirect();
		if (talk === null) throw new Error("nobody keeps it");
		const trying = platform.post(talk, saying("Steel"), "k1");
		await expect(trying).rejects.toMatchObject({
			kind: "gone",
			message: expect.stringContaining("direct messages"),
		});
	});
});

const help: CommandSpec = {
	name: "help",
	about: "web.name",
	example: "/help",
	audience: "asker",
	right: "anyone",
	options: [],
	subcommands: [],
};

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
