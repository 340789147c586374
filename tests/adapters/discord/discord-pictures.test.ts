import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import { type Block, type Card, textBlock } from "../../../src/chat/card.ts";
import type { ChannelRef } from "../../../src/chat/channel.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import type { Reply } from "../../../src/chat/command.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { until } from "../../fakes/until.ts";
import { bodyText } from "./discord-world.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";

const mebibyte = 1024 * 1024;
const svg =
	'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#fff"/></svg>';

let discord: FakeDiscord;
let platform: ChatPlatform;
let channel: ChannelRef;

beforeEach(async () => {
	discord = await fakeDiscord();
	platform = opened();
	channel = { platform: "discord", id: discord.channels.ids[0] };
});

afterEach(async () => {
	await platform.stop();
	await discord.close();
});

function opened(more: Partial<ReturnType<typeof platformTools>> = {}) {
	const { token, apiUrl } = discord;
	const log = makeLog("error", () => {});
	return discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ ...platformTools(), ...more, log, say: sayIn("en") },
	);
}

const post = (...blocks: Block[]) =>
	platform.post(channel, card(...blocks), "key");
const message = () => {
	const [found] = discord.channels.messages(channel.id);
	if (!found) throw new Error("nothing was posted");
	return found;
};

describe("pictures on Discord", () => {
	test("are attachments that tell their story, below the text before them", async () => {
		await post(
			textBlock("Before"),
			picture("From 25% to 50%"),
			textBlock("After"),
		);
		expect(message().attachments).toMatchObject([
			{
				filename: "picture-1.png",
				content_type: "image/png",
				description: "From 25% to 50%",
			},
		]);
		expect(message().embeds).toMatchObject([
			{
				title: "Rates",
				description: "Before",
				image: { url: "attachment://picture-1.png" },
			},
			{ description: "After" },
		]);
	});

	test("stand in an embed each, and what has no room is said", async () => {
		await post(
			...Array.from({ length: 13 }, (_, at) => picture(`Alt ${at + 1}`)),
		);
		const { embeds, attachments } = message();
		expect(embeds).toHaveLength(10);
		expect(attachments).toHaveLength(10);
		expect(embeds.every(({ image }) => image)).toBe(true);
		expect(bodyText(message())).toMatch(/No room here for 3 more parts/);
	});

	test("whose story is too long tell the rest below", async () => {
		const alt = `Steps ${"up and down ".repeat(120)}to the end`;
		await post(picture(alt));
		expect(message().attachments[0]?.description).toHaveLength(1024);
		expect(bodyText(message())).toContain("to the end");
	});

	test("are replaced by an update, and taken away", async () => {
		const sent = await post(picture("Old"));
		const [old] = message().attachments;
		await platform.update(sent, card(picture("New"), picture("Newer")));
		expect(message().attachments).toMatchObject([
			{ description: "New" },
			{ description: "Newer" },
		]);
		expect(message().attachments.map(({ id }) => id)).not.toContain(old?.id);
		await platform.update(sent, card(textBlock("No more")));
		expect(message()).toMatchObject({
			attachments: [],
			embeds: [{ description: "No more" }],
		});
	});

	test("that cannot be drawn are told in words", async () => {
		await platform.stop();
		platform = opened({
			drawPng: async () => {
				throw new Error("no SVG");
			},
		});
		await post(picture("From 25% to 50%"));
		expect(message()).toMatchObject({
			attachments: [],
			embeds: [{ description: "From 25% to 50%" }],
		});
	});

	test("too big for a message together are told in words from there on", async () => {
		await platform.stop();
		platform = opened({
			drawPng: async () => new Uint8Array(6 * mebibyte),
		});
		await post(picture("First"), picture("Second"));
		expect(message().attachments).toHaveLength(1);
		expect(bodyText(message())).toContain("Second");
	});

	test("are told in words where the bot may attach nothing", async () => {
		discord.channels.withhold(channel.id, "attach");
		const sent = await post(picture("From 25% to 50%"));
		await platform.update(sent, card(picture("Now 30%")));
		expect(message()).toMatchObject({
			attachments: [],
			embeds: [{ description: "Now 30%" }],
		});
	});
});

describe("pictures in answers", () => {
	test.each([
		["at once", false],
		["after a promise", true],
	])("are attachments too: %s", async (_, isSlow) => {
		let finish = () => {};
		const finished = new Promise<void>((resolve) => {
			finish = resolve;
		});
		await platform.start([], async (): Promise<Reply> => {
			if (isSlow) await finished;
			return { card: card(picture("Steps")), audience: "channel" };
		});
		const asked = discord.interactions.send(
			2,
			{ id: "1", type: 1, name: "tariff" },
			{ channel: channel.id },
		);
		if (isSlow) await until(() => asked.promised !== null);
		finish();
		await until(() => asked.said.length > 0);
		expect(asked.said).toMatchObject([
			{
				body: {
					embeds: [{ image: { url: "attachment://picture-1.png" } }],
					attachments: [{ filename: "picture-1.png", description: "Steps" }],
				},
			},
		]);
	});
});

function picture(alt: string): Block {
	return { kind: "picture", svg, alt };
}

function card(...blocks: Block[]): Card {
	const tone = "answer";
	return { title: "Rates", url: null, tone, blocks, actions: [], footer: null };
}
