import { expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { fakeDiscordProcess } from "./fake-discord-process.ts";

test("Discord in another process holds ten thousand channels and tells what it has", async () => {
	const discord = await fakeDiscordProcess(10_000);
	const { token, apiUrl, channels } = discord;
	const platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ ...platformTools(), log: makeLog("error", () => {}), say: sayIn("en") },
	);
	expect(channels).toHaveLength(10_002);
	const id = channels.at(-1) ?? "";
	const channel = { platform: "discord", id };
	const card = {
		title: "Steel",
		url: null,
		tone: "news",
		blocks: [],
		actions: [],
		footer: null,
	} as const;
	await discord.wish("fail", {
		matching: "^POST",
		faults: [{ kind: "500 before" }],
	});
	const failing = platform.post(channel, card, "k1");
	await expect(failing).rejects.toMatchObject({ kind: "unreachable" });
	const { id: message } = await platform.post(channel, card, "k1");
	expect(await discord.wish("messages", { channel: id })).toMatchObject({
		messages: [{ id: message }],
	});
	expect(await discord.wish("tally")).toMatchObject({
		requests: 2,
		posted: 1,
		limited: 0,
	});
	await platform.stop();
	await discord.close();
});
