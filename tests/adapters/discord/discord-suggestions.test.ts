import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { openCommandHouse } from "../../commands/command-house.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { until } from "../../fakes/until.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";

const { commands } = openCommandHouse();

let discord: FakeDiscord;
let platform: ChatPlatform;

beforeEach(async () => {
	discord = await fakeDiscord();
	const { token, apiUrl } = discord;
	platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ ...platformTools(), log: makeLog("error", () => {}), say: sayIn("en") },
	);
	await platform.start(commands, async () => {
		throw new Error("nobody asks");
	});
});

afterEach(async () => {
	await platform.stop();
	await discord.close();
});

/** Someone types this much of an option; gives the choices that Discord takes. */
async function typing(command: string, option: string, value: string) {
	const [name = "", subcommand] = command.split(" ");
	const typed = { name: option, type: 3, value, focused: true };
	const options = subcommand
		? [{ name: subcommand, type: 1, options: [typed] }]
		: [typed];
	const asked = discord.interactions.send(
		4,
		{ id: "1", type: 1, name, options },
		{ channel: discord.channels.ids[0] },
	);
	await until(() => asked.choices !== null);
	return asked.choices ?? [];
}

describe("every command of ours on Discord", () => {
	test.each([
		["tariff", "product", "stee", /steel/i],
		["subscribe", "topic", "ste", /steel/i],
		["topic show", "topic", "softw", /softwood/i],
		["digest at", "zone", "toron", /Toronto/],
		["said", "person", "gre", /Greer/],
	])(
		"offers the best first: /%s %s %s",
		async (command, option, value, best) => {
			const [first] = await typing(command, option, value);
			expect(JSON.stringify(first)).toMatch(best);
		},
	);

	test.each([
		["tariff", "product"],
		["subscribe", "topic"],
		["digest at", "zone"],
		["said", "person"],
		["help", "command"],
		["settings", "name"],
	])(
		"offers something before anything is typed, 25 at most: /%s %s",
		async (command, option) => {
			const choices = await typing(command, option, "");
			expect(choices.length).toBeGreaterThan(0);
			expect(choices.length).toBeLessThanOrEqual(25);
		},
	);

	const suggesting = commands.flatMap(({ name, options, subcommands }) => [
		...options.map((option) => [name, option] as const),
		...subcommands.flatMap((sub) =>
			sub.options.map((option) => [`${name} ${sub.name}`, option] as const),
		),
	]);

	test.each(
		suggesting
			.filter(([, { suggest }]) => suggest)
			.map(([command, { name }]) => [command, name] as const),
	)(
		"keeps Discord's limits, whatever is typed: /%s %s",
		async (command, option) => {
			for (const value of ["a", "zzzz", "é", "@everyone", "x".repeat(6000)]) {
				const choices = await typing(command, option, value);
				expect(choices.length).toBeLessThanOrEqual(25);
			}
		},
	);
});
