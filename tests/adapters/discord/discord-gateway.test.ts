import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import type { Answer } from "../../../src/chat/command.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { until } from "../../fakes/until.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";
import type { GatewaySettings } from "./fake-gateway.ts";

const readyAgainMs = 15_000;

let discord: FakeDiscord;
let platform: ChatPlatform;
let answer: Answer;

beforeEach(() => {
	answer = async ({ line: title }) => ({
		card: {
			title,
			url: null,
			tone: "answer",
			blocks: [],
			actions: [],
			footer: null,
		},
		audience: "asker",
	});
});

afterEach(async () => {
	await platform.stop();
	await discord.close();
});

async function start(settings: Partial<GatewaySettings> = {}) {
	discord = await fakeDiscord(settings);
	const { token, apiUrl } = discord;
	platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ ...platformTools(), log: makeLog("error", () => {}), say: sayIn("en") },
	);
	return platform.start([], (invocation) => answer(invocation));
}

const ask = (asking = {}) =>
	discord.interactions.send(
		2,
		{ id: "1", type: 1, name: "help" },
		{ channel: discord.channels.ids[0], ...asking },
	);

describe("many servers", () => {
	test("are shared among as many shards as Discord says, and each hears its own", async () => {
		expect(await start({ shards: 2, atOnce: 2 })).toBe("connected");
		expect([...discord.gateway.identified()].sort()).toEqual([
			[0, 2],
			[1, 2],
		]);
		const [inServer, direct] = [ask(), ask({ direct: true })];
		await until(() => inServer.said.length + direct.said.length === 2);
	});

	test("wait for the sessions that Discord allows", async () => {
		const settings = { shards: 2, atOnce: 2, sessionsLeft: 1 };
		expect(await start(settings)).toBe("connecting");
		expect(discord.gateway.identified()).toEqual([]);
	});
});

describe("a connection to the gateway", () => {
	test("beats, and is made again when nothing beats back", async () => {
		await start({ heartbeatMs: 60 });
		await until(() => discord.gateway.beats() >= 3);
		discord.gateway.fallSilent();
		await until(() => discord.gateway.resumed() === 1, readyAgainMs);
		expect(discord.gateway.identified()).toHaveLength(1);
	});

	test.each<[string, () => void]>([
		["is asked to come back", () => discord.gateway.askToReconnect()],
		["is closed", () => discord.gateway.drop(4000)],
		["is cut", () => discord.gateway.cut()],
	])("that %s loses nothing asked meanwhile or later", async (_, end) => {
		await start();
		end();
		const meanwhile = ask();
		await until(() => discord.gateway.resumed() === 1, readyAgainMs);
		const later = ask();
		await until(() => meanwhile.said.length + later.said.length === 2);
		expect(discord.gateway.identified()).toHaveLength(1);
	});

	test("whose session Discord ended is begun anew", {
		timeout: 20_000,
	}, async () => {
		await start();
		discord.gateway.invalidate();
		await until(() => discord.gateway.identified().length === 2, readyAgainMs);
		const later = ask();
		await until(() => later.said.length === 1);
	});
});

test("a promise is made in time by a process that is busy", async () => {
	await start();
	let finish = () => {};
	const finished = new Promise<void>((resolve) => {
		finish = resolve;
	});
	const quick = answer;
	answer = async (invocation) => {
		await finished;
		return quick(invocation);
	};
	let isBusy = true;
	const work = () => {
		const until = Date.now() + 120;
		while (Date.now() < until) {
			// Nothing else runs in this process meanwhile.
		}
		if (isBusy) setTimeout(work, 0);
	};
	setTimeout(work, 0);
	const asked = Array.from({ length: 10 }, () => ask());
	await until(() => asked.every(({ promised }) => promised !== null));
	isBusy = false;
	finish();
	await until(() => asked.every(({ said }) => said.length === 1));
	const longest = Math.max(
		...asked.map(({ firstResponseMs }) => firstResponseMs ?? 0),
	);
	expect(longest).toBeLessThan(3_000);
});
