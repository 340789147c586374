import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import type {
	Choice,
	CommandSpec,
	Invocation,
	Reply,
} from "../../../src/chat/command.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { until } from "../../fakes/until.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";

const tools = {
	log: makeLog("error", () => {}),
	say: sayIn("en"),
	...platformTools(),
};
const manageChannels = String(1 << 4);
const guildsIntent = 1;

let discord: FakeDiscord;
let platform: ChatPlatform;
let channel: string;
let heard: Invocation[];
let reply: (invocation: Invocation) => Promise<Reply>;
let suggested: readonly Choice[];

const commands: readonly CommandSpec[] = [
	{
		...spec("tariff", "channel"),
		options: [
			option("on", false),
			{ ...option("product", true), suggest: async () => suggested },
		],
	},
	{
		...spec("feeds", "asker"),
		right: "manager",
		subcommands: [
			{ name: "list", about: "web.name", options: [] },
			{ name: "add", about: "web.name", options: [option("url", true)] },
		],
	},
];

beforeEach(async () => {
	discord = await fakeDiscord();
	channel = discord.channels.ids[0];
	heard = [];
	suggested = [];
	reply = async ({ line }) => ({ card: saying(line), audience: "asker" });
	platform = await started();
});

afterEach(async () => {
	await platform.stop();
	await discord.close();
});

async function started(specs = commands): Promise<ChatPlatform> {
	const { token, apiUrl } = discord;
	const opened = discordPlatform({ token, apiUrl, applicationId: null }, tools);
	await opened.start(specs, (invocation) => {
		heard.push(invocation);
		return reply(invocation);
	});
	return opened;
}

/** Someone chooses a command and fills in its options. */
function type(name: string, options: readonly object[] = [], asking = {}) {
	const data = { id: "1", type: 1, name, options };
	return discord.interactions.send(2, data, { channel, ...asking });
}

const puts = () =>
	discord.requests.filter(({ method }) => method === "PUT").length;

describe("slash commands", () => {
	test("are registered with their options, required ones first", () => {
		expect(discord.commands()).toMatchObject([
			{
				name: "tariff",
				default_member_permissions: null,
				options: [
					{ name: "product", required: true, autocomplete: true },
					{ name: "on", required: false, autocomplete: false },
				],
			},
			{
				name: "feeds",
				default_member_permissions: manageChannels,
				options: [
					{ name: "list", type: 1 },
					{ name: "add", type: 1, options: [{ name: "url", type: 3 }] },
				],
			},
		]);
	});

	test("are registered again only when they have changed", async () => {
		expect(puts()).toBe(1);
		await platform.stop();
		platform = await started();
		expect(puts()).toBe(1);
		await platform.stop();
		platform = await started(commands.slice(1));
		expect(puts()).toBe(2);
		expect(discord.commands()).toHaveLength(1);
	});

	test("ask the gateway for servers and nothing else", () => {
		expect(discord.gateway.intents()).toBe(guildsIntent);
	});

	test.each<[string, readonly object[], string]>([
		["tariff", [], "/tariff"],
		[
			"tariff",
			[
				{ name: "product", type: 3, value: "kitchen cabinets" },
				{ name: "on", type: 3, value: "2027-01-02" },
			],
			'/tariff product:"kitchen cabinets" on:2027-01-02',
		],
		["feeds", [{ name: "list", type: 1, options: [] }], "/feeds list"],
		[
			"feeds",
			[
				{
					name: "add",
					type: 1,
					options: [{ name: "url", type: 3, value: "https://a.example/?q" }],
				},
			],
			"/feeds add url:https://a.example/?q",
		],
	])("become a command line: %s %j", async (name, options, line) => {
		type(name, options);
		await until(() => heard.length > 0);
		expect(heard[0]).toMatchObject({
			line,
			channel: { platform: "discord", id: channel },
			asker: { name: "Ada" },
		});
	});

	test.each([
		[{ permissions: "0" }, false],
		[{ permissions: manageChannels }, true],
		[{ permissions: String(1 << 3) }, true],
		[{ direct: true }, true],
	])("know who may manage the channel: %j", async (asking, mayManage) => {
		type("tariff", [], asking);
		await until(() => heard.length > 0);
		expect(heard[0]?.asker.mayManage).toBe(mayManage);
	});
});

describe("answers", () => {
	test.each<[Reply["audience"], boolean]>([
		["asker", true],
		["channel", false],
	])("go to the %s", async (audience, ephemeral) => {
		reply = async ({ line }) => ({ card: saying(line), audience });
		const asked = type("tariff");
		await until(() => asked.said.length > 0);
		expect(asked.said).toMatchObject([
			{ ephemeral, body: { allowed_mentions: { parse: [] } } },
		]);
	});

	test.each<[string, string, Reply["audience"], boolean]>([
		["an answer for the channel", "tariff", "channel", false],
		["an answer for the asker", "feeds", "asker", true],
		["a mistake in a command for the channel", "tariff", "asker", true],
	])(
		"that take long are promised first: %s",
		async (_, name, audience, ephemeral) => {
			let finish = () => {};
			const finished = new Promise<void>((resolve) => {
				finish = resolve;
			});
			reply = async ({ line }) => {
				await finished;
				return { card: saying(line), audience };
			};
			const asked = type(name);
			await until(() => asked.promised !== null);
			expect(asked.firstResponseMs).toBeLessThan(1_000);
			expect(asked.said).toEqual([]);
			finish();
			await until(() => asked.said.length > 0);
			expect(asked).toMatchObject({ promised: null, said: [{ ephemeral }] });
		},
	);

	test("say in words that the house is broken", async () => {
		reply = async () => {
			throw new Error("store is away");
		};
		const asked = type("tariff");
		await until(() => asked.said.length > 0);
		expect(asked.said).toMatchObject([
			{
				ephemeral: true,
				body: {
					embeds: [{ title: expect.stringContaining("could not answer") }],
				},
			},
		]);
	});

	test("under way are sent before it stops", async () => {
		reply = async ({ line }) => {
			await new Promise((resolve) => setImmediate(resolve));
			return { card: saying(line), audience: "asker" };
		};
		const asked = type("tariff");
		await until(() => heard.length > 0);
		await platform.stop();
		expect(asked.said).toHaveLength(1);
	});
});

describe("buttons", () => {
	const press = (custom_id: string) =>
		discord.interactions.send(3, { component_type: 2, custom_id }, { channel });

	test("of a post are command lines, whichever process made it", async () => {
		const { token, apiUrl } = discord;
		const settings = { token, apiUrl, applicationId: null };
		const worker = discordPlatform(settings, tools);
		const lines = ["/why 1a2b", "/story 1a2b"];
		const actions = lines.map((line) => ({ label: line, line }));
		const place = { platform: "discord", id: channel };
		await worker.post(place, { ...saying("Steel"), actions }, "k1");
		await worker.stop();
		const [post] = discord.channels.messages(channel);
		for (const button of post?.components[0]?.components ?? []) {
			press(button.custom_id);
		}
		await until(() => heard.length === lines.length);
		expect(heard.map(({ line }) => line)).toEqual(lines);
	});

	test("of another time say that they no longer work", async () => {
		const asked = press("some-old-id");
		await until(() => asked.said.length > 0);
		expect(asked.said).toMatchObject([{ ephemeral: true }]);
		expect(heard).toEqual([]);
	});
});

describe("suggestions", () => {
	const typeProduct = () =>
		discord.interactions.send(
			4,
			{
				id: "1",
				type: 1,
				name: "tariff",
				options: [{ name: "product", type: 3, value: "st", focused: true }],
			},
			{ channel },
		);

	test("are offered while an option is typed", async () => {
		suggested = [{ value: "steel", label: "Steel (72, 73)" }];
		const asked = typeProduct();
		await until(() => asked.choices !== null);
		expect(asked.choices).toEqual([{ name: "Steel (72, 73)", value: "steel" }]);
	});

	test("keep Discord's rules: at most 25, none too long, none twice", async () => {
		suggested = [
			{ value: "v".repeat(101), label: "cannot be offered" },
			{ value: "steel", label: "l".repeat(200) },
			{ value: "steel", label: "again" },
			{ value: "nameless", label: "" },
			...Array.from({ length: 40 }, (_, at) => ({
				value: `value ${at}`,
				label: `Label ${at}`,
			})),
		];
		const asked = typeProduct();
		await until(() => asked.choices !== null);
		expect(asked.choices).toHaveLength(25);
		expect(asked.choices).toContainEqual({
			name: "nameless",
			value: "nameless",
		});
	});
});

describe("the gateway", () => {
	test("is found again after it drops", async () => {
		discord.gateway.drop(4000);
		await until(() => {
			try {
				discord.gateway.dispatch("IGNORED", {});
				return true;
			} catch {
				return false;
			}
		});
		const asked = type("tariff");
		await until(() => asked.said.length > 0);
	});

	test("says which setting to mend when the token is refused, and asks no more", async () => {
		await platform.stop();
		discord.revokeToken();
		await expect(started()).rejects.toThrow("DISCORD_TOKEN");
		expect(discord.requests.at(-1)?.path).toBe("/gateway/bot");
	});

	test("does not keep the house from starting while Discord is away", async () => {
		await platform.stop();
		discord.fail(/gateway/, ...Array(3).fill({ kind: "500 before" }));
		platform = await started();
	});
});

function spec(name: string, audience: Reply["audience"]): CommandSpec {
	return {
		name,
		about: "web.name",
		example: `/${name}`,
		audience,
		right: "anyone",
		options: [],
		subcommands: [],
	};
}

function option(name: string, required: boolean) {
	return { name, about: "web.name", required } as const;
}

function saying(title: string): Card {
	const tone = "answer";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
