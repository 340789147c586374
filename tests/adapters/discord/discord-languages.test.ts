import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import type { Speakers } from "../../../adapters/discord/localised.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import type { CommandSpec } from "../../../src/chat/command.ts";
import { makeLog } from "../../../src/log.ts";
import { type Say, sayIn } from "../../../src/phrases/say.ts";
import { openCommandHouse } from "../../commands/command-house.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";

let discord: FakeDiscord;
let platform: ChatPlatform | null = null;

beforeEach(async () => {
	discord = await fakeDiscord();
});

afterEach(async () => {
	await platform?.stop();
	await discord.close();
});

/** A language in which these phrases differ from English. */
function speaking(phrases: Readonly<Record<string, string>>): Say {
	const english = sayIn("en");
	return (key, values) => phrases[key] ?? english(key, values);
}

async function register(commands: readonly CommandSpec[], speakers?: Speakers) {
	await platform?.stop();
	const { token, apiUrl } = discord;
	const log = makeLog("error", (line) => {
		throw new Error(line);
	});
	const tools = { ...platformTools(), log, say: sayIn("en") };
	platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		speakers ? { ...tools, speakers } : tools,
	);
	const answer = async () => {
		throw new Error("nobody asks");
	};
	await platform.start(commands, answer);
	return discord.commands();
}

const puts = () =>
	discord.requests.filter(({ method }) => method === "PUT").length;

describe("commands in other languages", () => {
	test("have the names and descriptions that differ from English", async () => {
		const fr = speaking({
			"names.topics": "sujets",
			"web.name": "En français",
		});
		const [command] = await register([spec("topics", "words")], { fr });
		expect(command).toMatchObject({
			name: "topics",
			name_localizations: { fr: "sujets" },
			description_localizations: { fr: "En français" },
			options: [
				{
					name: "words",
					name_localizations: {},
					description_localizations: { fr: "En français" },
				},
			],
		});
	});

	test.each([
		["no name", "deux mots"],
		["in capitals", "Sujets"],
		["too long", "s".repeat(33)],
		["empty", ""],
		["a sibling's", "news"],
		["the English one", "topics"],
	])("keep the English name where theirs is %s", async (_, name) => {
		const fr = speaking({ "names.topics": name });
		const commands = [spec("topics", "words"), spec("news", "words")];
		const registered = await register(commands, { fr });
		expect(registered).toMatchObject([
			{ name: "topics", name_localizations: {} },
			{ name: "news", name_localizations: {} },
		]);
	});

	test("keep one name of two alike among siblings", async () => {
		const es = speaking({ "names.topics": "temas", "names.news": "temas" });
		const commands = [spec("topics", "words"), spec("news", "words")];
		const registered = await register(commands, { "es-ES": es });
		expect(registered).toMatchObject([
			{ name_localizations: { "es-ES": "temas" } },
			{ name_localizations: {} },
		]);
	});

	test("are registered again when a translation has changed, and only then", async () => {
		const commands = [spec("topics", "words")];
		const fr = speaking({ "names.topics": "sujets" });
		await register(commands, { fr });
		await register(commands, { fr });
		expect(puts()).toBe(1);
		const better = speaking({ "names.topics": "thèmes" });
		await register(commands, { fr: better });
		expect(puts()).toBe(2);
	});

	test("are taken by Discord as they are, in French and in Spanish", async () => {
		const { commands } = openCommandHouse();
		const registered = await register(commands);
		expect(registered).toHaveLength(commands.length);
		expect(registered[0]).toMatchObject({
			description_localizations: {
				fr: sayIn("fr")(commands[0]?.about ?? "web.name"),
				"es-ES": sayIn("es")(commands[0]?.about ?? "web.name"),
				"es-419": sayIn("es")(commands[0]?.about ?? "web.name"),
			},
		});
		await register(commands);
		expect(puts()).toBe(1);
	});
});

function spec(name: string, option: string): CommandSpec {
	return {
		name,
		about: "web.name",
		example: `/${name}`,
		audience: "asker",
		right: "anyone",
		options: [{ name: option, about: "web.name", required: false }],
		subcommands: [],
	};
}
