import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { ChannelRef } from "../../../src/chat/channel.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { type FakeDiscord, type Fault, fakeDiscord } from "./fake-discord.ts";

const tools = {
	log: makeLog("error", () => {}),
	say: sayIn("en"),
};
const since = new Date();
const key = "0123456789abcdef01234567";
const posting = /^POST .*\/messages$/;

let discord: FakeDiscord;
let platform: ChatPlatform;
let channel: ChannelRef;

beforeEach(async () => {
	discord = await fakeDiscord();
	const { token, apiUrl } = discord;
	// Never started: a process that only posts has no gateway.
	platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ ...tools, ...platformTools() },
	);
	channel = { platform: "discord", id: discord.channels.ids[0] };
});

afterEach(async () => {
	await platform.stop();
	await discord.close();
});

const said = () => discord.channels.messages(channel.id);

describe("posting to Discord when it fails", () => {
	test.each<[string, Fault, object, number]>([
		[
			"a rate limit, in seconds",
			{ kind: "limit", retryAfterSeconds: 30 },
			{ kind: "busy" },
			0,
		],
		["an error before", { kind: "500 before" }, { kind: "unreachable" }, 0],
		["an error after", { kind: "500 after" }, { kind: "unreachable" }, 1],
		["a cut before", { kind: "cut before" }, { kind: "unreachable" }, 0],
		["a cut after", { kind: "cut after" }, { kind: "unreachable" }, 1],
		["a proxy's own page", { kind: "html" }, { kind: "unreachable" }, 0],
	])(
		"tells the core of %s, and knows what it has",
		async (_, fault, failure, stands) => {
			discord.fail(posting, fault);
			const trying = platform.post(channel, saying("Steel"), key);
			await expect(trying).rejects.toMatchObject(failure);
			expect(said()).toHaveLength(stands);
			discord.channels.forgetNonces();
			const found = await platform.find(channel, key, since);
			if (found === "absent")
				await platform.post(channel, saying("Steel"), key);
			else expect(found).toEqual({ channel, id: said()[0]?.id });
			expect(said()).toHaveLength(1);
		},
	);

	test("gives the wait of a rate limit in milliseconds, and asks no more meanwhile", async () => {
		discord.fail(posting, {
			kind: "limit",
			retryAfterSeconds: 30,
			global: true,
		});
		const wait = { kind: "busy", retryAfterMs: expect.closeTo(30_000, -3) };
		const first = platform.post(channel, saying("Steel"), key);
		await expect(first).rejects.toMatchObject(wait);
		const again = platform.post(channel, saying("Steel"), key);
		await expect(again).rejects.toMatchObject(wait);
		expect(discord.requests).toHaveLength(1);
	});

	test("waits out a limit of a moment itself", async () => {
		discord.fail(posting, { kind: "limit", retryAfterSeconds: 0.05 });
		await platform.post(channel, saying("Steel"), key);
		expect(said()).toHaveLength(1);
	});

	test("makes no second message of a key posted again within Discord's memory", async () => {
		discord.fail(posting, { kind: "500 after" });
		await platform.post(channel, saying("Steel"), key).catch(() => {});
		const message = await platform.post(channel, saying("Steel"), key);
		expect(said()).toMatchObject([{ id: message.id }]);
	});

	test("refuses what Discord refuses", async () => {
		const nowhere = { channel, id: "1" };
		await expect(platform.update(nowhere, saying("Lost"))).rejects.toThrow(
			expect.objectContaining({
				kind: "refused",
				message: expect.stringContaining("10008"),
			}),
		);
	});
});

describe("the end of a Discord channel", () => {
	test.each<[string, () => void, RegExp]>([
		["deleted", () => discord.channels.remove(channel.id), /no longer exists/],
		[
			"hidden from the bot",
			() => discord.channels.withhold(channel.id, "view"),
			/View Channel/,
		],
		[
			"closed to the bot's words",
			() => discord.channels.withhold(channel.id, "send"),
			/Send Messages/,
		],
		["of a revoked token", () => discord.revokeToken(), /DISCORD_TOKEN/],
	])("%s: says what to do about it", async (_, end, words) => {
		end();
		const gone = { kind: "gone", message: expect.stringMatching(words) };
		const trying = platform.post(channel, saying("Steel"), key);
		await expect(trying).rejects.toMatchObject(gone);
	});

	test("asks no more once the token is refused", async () => {
		discord.revokeToken();
		for (const title of ["One", "Two", "Three"]) {
			const trying = platform.post(channel, saying(title), title);
			await expect(trying).rejects.toMatchObject({ kind: "gone" });
		}
		expect(discord.requests).toHaveLength(1);
	});
});

describe("finding a post on Discord", () => {
	test.each([
		["in the id of a button", [{ label: "Why?", line: "/why 1a2b" }]],
		["in the footer", []],
	])(
		"knows it by its mark %s when nonces are forgotten",
		async (_, actions) => {
			const card = { ...saying("Steel"), actions, footer: "CBC News" };
			const message = await platform.post(channel, card, key);
			discord.channels.forgetNonces();
			expect(await platform.find(channel, key, since)).toEqual(message);
			expect(await platform.find(channel, `${key}8`, since)).toBe("absent");
		},
	);

	test("looks through pages of what others said, before and after", async () => {
		discord.channels.chatter(channel.id, 150);
		const message = await platform.post(channel, saying("Steel"), key);
		discord.channels.chatter(channel.id, 150);
		expect(await platform.find(channel, key, since)).toEqual(message);
		expect(await platform.find(channel, "another", since)).toBe("absent");
	});

	test("cannot tell in a history too long to read", async () => {
		discord.channels.chatter(channel.id, 2_100);
		expect(await platform.find(channel, key, since)).toBe("unknown");
	});

	test("believes no empty history that it has no right to read", async () => {
		await platform.post(channel, saying("Steel"), key);
		discord.channels.withhold(channel.id, "history");
		expect(await platform.find(channel, key, since)).toBe("unknown");
	});

	test("believes an empty stretch of a history that it can read", async () => {
		discord.channels.chatter(channel.id, 3);
		const later = new Date(Date.now() + 3_600_000);
		expect(await platform.find(channel, key, later)).toBe("absent");
	});

	test.each<["view" | "gone"]>([["view"], ["gone"]])(
		"says that the channel is out of sight: %s",
		async (how) => {
			if (how === "gone") discord.channels.remove(channel.id);
			else discord.channels.withhold(channel.id, how);
			const looking = platform.find(channel, key, since);
			await expect(looking).rejects.toMatchObject({ kind: "gone" });
		},
	);
});

describe("a Discord that answers nothing", () => {
	test("does not keep the house from stopping", async () => {
		discord.fail(posting, { kind: "hang" });
		const trying = platform.post(channel, saying("Steel"), key);
		const failed = expect(trying).rejects.toMatchObject({
			kind: "unreachable",
		});
		const start = Date.now();
		await platform.stop();
		await failed;
		expect(Date.now() - start).toBeLessThan(3_000);
	});
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
