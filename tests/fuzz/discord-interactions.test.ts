import fc from "fast-check";
import { afterAll, beforeAll, describe, test } from "vitest";
import { discordPlatform } from "../../adapters/discord/discord-platform.ts";
import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import { makeAnswer } from "../../src/flows/answer-command.ts";
import { makeLog } from "../../src/log.ts";
import { sayIn } from "../../src/phrases/say.ts";
import {
	type FakeDiscord,
	fakeDiscord,
} from "../adapters/discord/fake-discord.ts";
import { now, openCommandHouse } from "../commands/command-house.ts";
import { platformTools } from "../fakes/platform-tools.ts";
import { until } from "../fakes/until.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { fuzz, fuzzTimeoutMs, paced } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

describe("Discord's gateway", { timeout: fuzzTimeoutMs }, () => {
	let discord: FakeDiscord;
	let platform: ChatPlatform;
	let channel: string;

	beforeAll(async () => {
		discord = await fakeDiscord();
		channel = discord.channels.ids[0];
		const rooms = openCommandHouse();
		const log = makeLog("error", () => {});
		const { token, apiUrl } = discord;
		platform = discordPlatform(
			{ token, apiUrl, applicationId: null },
			{ log, say: sayIn("en"), ...platformTools() },
		);
		const answer = makeAnswer(rooms.commands, {
			channels: rooms.channels,
			resume: async () => undefined,
			mayAsk: () => true,
			log,
			now: () => now,
		});
		await platform.start(rooms.commands, answer);
	}, 60_000);

	afterAll(async () => {
		await platform.stop();
		await discord.close();
	});

	/** A good command is answered, whatever came before. */
	const expectAlive = async () => {
		const data = { id: "1", type: 1, name: "help" };
		const asked = discord.interactions.send(2, data, { channel });
		await until(() => asked.said.length > 0);
	};

	const option = (name: string, value: unknown) => ({ name, type: 3, value });
	const shapes: readonly (readonly [number, object])[] = [
		[
			2,
			{
				id: "1",
				type: 1,
				name: "tariff",
				options: [option("product", "steel")],
			},
		],
		[
			2,
			{
				...{ id: "1", type: 1, name: "topic" },
				options: [
					{
						name: "show",
						type: 1,
						options: [option("topic", "steel-tariffs")],
					},
				],
			},
		],
		[3, { component_type: 2, custom_id: "0||/help" }],
		[
			4,
			{
				...{ id: "1", type: 1, name: "tariff" },
				options: [{ ...option("product", "ste"), focused: true }],
			},
		],
	];

	test("takes any shape of an interaction, and answers the next", async () => {
		const inputs = fc
			.constantFrom(...shapes)
			.chain(([type, data]) => fc.tuple(fc.constant(type), mutated(data)));
		const send = ([type, data]: [number, unknown]) =>
			void discord.interactions.send(type, data as object, { channel });
		await fuzz(inputs, 120, paced(send, expectAlive));
		await expectAlive();
	});

	test("takes any event, with anything where an interaction has its people and places", async () => {
		const whole = {
			...{ id: "500", application_id: "1", type: 2, token: "t", version: 1 },
			...{ channel_id: channel, locale: "en-US", app_permissions: "0" },
			...{ entitlements: [], authorizing_integration_owners: {}, context: 0 },
			...{ data: shapes[0]?.[1], channel: { id: channel, type: 0 } },
			member: {
				user: { id: "4", username: "ada" },
				permissions: "0",
				roles: [],
			},
		};
		const names = fc.constantFrom(
			...["INTERACTION_CREATE", "CHANNEL_DELETE", "CHANNEL_UPDATE"],
			...["GUILD_CREATE", "GUILD_DELETE", "NO_SUCH_EVENT"],
		);
		const inputs = fc.tuple(names, mutated(whole));
		const send = ([name, event]: [string, unknown]) => {
			const isObject = typeof event === "object" && event !== null;
			discord.gateway.dispatch(name, isObject ? event : {});
		};
		await fuzz(inputs, 120, paced(send, expectAlive));
		await expectAlive();
	});

	test("answers whatever stands in an option or in a button", async () => {
		const inputs = fc.record({ text: hostileText(), isButton: fc.boolean() });
		await fuzz(inputs, 80, async ({ text, isButton }) => {
			const asked = isButton
				? discord.interactions.send(
						3,
						{ component_type: 2, custom_id: `0||${text}` },
						{ channel },
					)
				: discord.interactions.send(
						2,
						{
							id: "1",
							type: 1,
							name: "news",
							options: [option("words", text)],
						},
						{ channel },
					);
			await until(() => asked.said.length > 0);
		});
	});
});
