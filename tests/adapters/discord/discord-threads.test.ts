import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { ChannelRef } from "../../../src/chat/channel.ts";
import type {
	ChatPlatform,
	MessageRef,
} from "../../../src/chat/chat-platform.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";

const since = new Date();
const thread = /\/threads$/;

let discord: FakeDiscord;
let platform: ChatPlatform;
let channel: ChannelRef;
let first: MessageRef;

beforeEach(async () => {
	discord = await fakeDiscord();
	const { token, apiUrl } = discord;
	platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ ...platformTools(), log: makeLog("error", () => {}), say: sayIn("en") },
	);
	channel = { platform: "discord", id: discord.channels.ids[0] };
	first = await platform.post(channel, saying("Steel at 25%"), "first");
});

afterEach(async () => {
	await platform.stop();
	await discord.close();
});

const followUp = (title = "Now at 50%", key = "next") =>
	platform.post(channel, saying(title), key, first);
const inChannel = () => discord.channels.messages(channel.id);
const inThread = () => discord.channels.messages(first.id);

describe("follow-ups on Discord", () => {
	test("share the thread of their first message", async () => {
		const one = await followUp("Now at 50%", "one");
		const other = await followUp("Again at 25%", "other");
		expect(inChannel()).toHaveLength(1);
		expect(inThread().map(({ id }) => `${first.id}/${id}`)).toEqual([
			one.id,
			other.id,
		]);
		expect(discord.channels.nameOf(first.id)).toBe("Now at 50%");
	});

	test("to a follow-up stand in the same thread, below it", async () => {
		const one = await followUp();
		await platform.post(channel, saying("And this"), "k3", one);
		const below = inThread().map(
			({ message_reference }) => message_reference?.message_id,
		);
		expect(below).toEqual([undefined, one.id.split("/")[1]]);
	});

	test.each([
		["long ".repeat(60), /^(long ){10,19}long…$/],
		["𠮷".repeat(80), /^𠮷{49}…$/u],
		["@everyone <#1>\nlook", /^@everyone <#1> look$/],
		["\u200b", /^More on this$/],
	])("name their thread within a hundred letters: %j", async (title, name) => {
		await followUp(title);
		expect(discord.channels.nameOf(first.id)).toMatch(name);
	});

	test("are found where they stand, nonces forgotten", async () => {
		const message = await followUp();
		discord.channels.forgetNonces();
		expect(await platform.find(channel, "next", since, first)).toEqual(message);
		expect(await platform.find(channel, "k9", since, first)).toBe("absent");
		expect(await platform.find(channel, "next", since, message)).toEqual(
			message,
		);
	});

	test("are updated in place", async () => {
		const message = await followUp();
		await platform.update(message, saying("At 30%"));
		expect(inThread()).toMatchObject([{ embeds: [{ title: "At 30%" }] }]);
	});

	test.each([
		["while the thread is made", thread],
		["once the thread is there", /\/messages$/],
	])("are said once when Discord fails after accepting %s", async (_, path) => {
		discord.fail(path, { kind: "500 after" });
		await expect(followUp()).rejects.toMatchObject({ kind: "unreachable" });
		discord.channels.forgetNonces();
		const found = await platform.find(channel, "next", since, first);
		if (found === "absent") await followUp();
		expect([...inChannel(), ...inThread()]).toHaveLength(2);
	});
});

describe("without a thread, a follow-up is a plain reply", () => {
	test.each<[string, () => void]>([
		[
			"without the right to begin one",
			() => discord.channels.withhold(channel.id, "thread"),
		],
		[
			"without the right to speak in one",
			() => discord.channels.withhold(channel.id, "sendInThreads"),
		],
	])("%s", async (_, hinder) => {
		hinder();
		const message = await followUp();
		expect(inThread()).toEqual([]);
		expect(inChannel()[1]).toMatchObject({
			id: message.id,
			message_reference: { message_id: first.id, fail_if_not_exists: false },
		});
		expect(await platform.find(channel, "next", since, first)).toEqual(message);
	});

	test("in a channel that is itself a thread", async () => {
		const id = discord.channels.addThread(channel.id);
		channel = { platform: "discord", id };
		first = await platform.post(channel, saying("Steel"), "k1");
		const message = await followUp();
		expect(inChannel()[1]).toMatchObject({
			id: message.id,
			message_reference: { message_id: first.id },
		});
	});

	test("in direct messages", async () => {
		const keeper = await platform.keeperOf(channel);
		if (!keeper) throw new Error("nobody keeps the channel");
		channel = keeper;
		first = await platform.post(channel, saying("Steel"), "k1");
		const message = await followUp();
		expect(await platform.find(channel, "next", since, first)).toEqual(message);
		await platform.update(message, saying("At 30%"));
		expect(inChannel()[1]).toMatchObject({ embeds: [{ title: "At 30%" }] });
	});

	test("when the thread was locked", async () => {
		await followUp();
		discord.channels.archive(first.id, { locked: true });
		const message = await followUp("Later", "later");
		expect(inChannel()[1]).toMatchObject({ id: message.id });
		expect(await platform.find(channel, "later", since, first)).toEqual(
			message,
		);
	});
});

describe("a thread that has changed", () => {
	test("is opened again when it was archived for its age", async () => {
		const message = await followUp();
		discord.channels.archive(first.id);
		await platform.update(message, saying("At 30%"));
		expect(inThread()).toMatchObject([{ embeds: [{ title: "At 30%" }] }]);
		discord.channels.archive(first.id);
		await followUp("Later", "later");
		expect(inThread()).toHaveLength(2);
	});

	test("outlives its first message", async () => {
		await followUp();
		discord.channels.remove(channel.id, first.id);
		await followUp("Later", "later");
		expect(inThread()).toHaveLength(2);
	});

	test("whose first message is gone before it began leaves the reply alone", async () => {
		discord.channels.remove(channel.id, first.id);
		const message = await followUp();
		expect(inChannel().map(({ id }) => id)).toEqual([message.id]);
	});

	test("and is locked is no reason to leave its channel", async () => {
		const message = await followUp();
		discord.channels.archive(first.id, { locked: true });
		const trying = platform.update(message, saying("At 30%"));
		await expect(trying).rejects.toMatchObject({ kind: "refused" });
	});

	test("and is out of sight with its channel is one", async () => {
		const message = await followUp();
		discord.channels.withhold(channel.id, "view");
		const trying = platform.update(message, saying("At 30%"));
		await expect(trying).rejects.toMatchObject({ kind: "gone" });
	});
});

test("a followed thread that was locked says how to mend it", async () => {
	const id = discord.channels.addThread(channel.id);
	discord.channels.archive(id, { locked: true });
	const place = { platform: "discord", id };
	const trying = platform.post(place, saying("Steel"), "k1");
	await expect(trying).rejects.toMatchObject({
		kind: "gone",
		message: expect.stringContaining("unlock"),
	});
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
