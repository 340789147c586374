import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { discordPlatform } from "../../../adapters/discord/discord-platform.ts";
import { invalidRequests } from "../../../adapters/discord/invalid-requests.ts";
import { makeTurns } from "../../../adapters/discord/turns.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { ChatPlatform } from "../../../src/chat/chat-platform.ts";
import { type Pace, paceAlone } from "../../../src/chat/pace.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { type FakeDiscord, fakeDiscord } from "./fake-discord.ts";

const log = makeLog("error", () => {});
const say = sayIn("en");

let discord: FakeDiscord;
let platforms: ChatPlatform[];

beforeEach(async () => {
	discord = await fakeDiscord();
	platforms = [];
});

afterEach(async () => {
	await Promise.all(platforms.map((platform) => platform.stop()));
	await discord.close();
});

/** As in a process of its own. */
function opened(pace: Pace): ChatPlatform {
	const { token, apiUrl } = discord;
	const platform = discordPlatform(
		{ token, apiUrl, applicationId: null },
		{ ...platformTools(), log, say, pace },
	);
	platforms.push(platform);
	return platform;
}

/** Posts once in each channel, some at a time. */
async function fanOut(platform: ChatPlatform, channels: readonly string[]) {
	const left = [...channels];
	const sender = async () => {
		for (let id = left.pop(); id !== undefined; id = left.pop()) {
			await platform.post({ platform: "discord", id }, saying("Steel"), id);
		}
	};
	await Promise.all(Array.from({ length: 8 }, sender));
}

const count = (channels: readonly string[]) =>
	channels.flatMap((id) => discord.channels.messages(id)).length;

describe("Discord's fifty requests a second", () => {
	test("are kept by two processes that share a pace", async () => {
		const pace = paceAlone();
		const channels = discord.channels.add(110);
		await Promise.all([
			fanOut(opened(pace), channels.slice(0, 40)),
			fanOut(opened(pace), channels.slice(40)),
		]);
		expect(count(channels)).toBe(110);
		expect(discord.limits.limited()).toBe(0);
	});

	test("are passed by two that do not, and nothing is lost of it", async () => {
		const channels = discord.channels.add(80);
		await Promise.all([
			fanOut(opened(paceAlone()), channels.slice(0, 40)),
			fanOut(opened(paceAlone()), channels.slice(40)),
		]);
		expect(count(channels)).toBe(80);
		expect(discord.limits.limited()).toBeGreaterThan(0);
	});

	test("are not what answers to people wait for", async () => {
		const platform = opened({ book: async () => 60_000, rest: async () => {} });
		const [id] = discord.channels.ids;
		const trying = platform.post(
			{ platform: "discord", id },
			saying("Later"),
			"k",
		);
		await expect(trying).rejects.toMatchObject({
			kind: "busy",
			retryAfterMs: 60_000,
		});
		expect(discord.requests).toEqual([]);
	});
});

test("a route's bucket is learnt from headers and kept", async () => {
	discord.limits.limitPosts(3, 200);
	const platform = opened(paceAlone());
	const channel = { platform: "discord", id: discord.channels.ids[0] };
	for (let at = 0; at < 8; at++) {
		await platform.post(channel, saying(`Number ${at}`), `k${at}`);
	}
	expect(count([channel.id])).toBe(8);
	expect(discord.limits.limited()).toBe(0);
});

test("a limit of the whole bot rests every process", async () => {
	const pace = paceAlone();
	const [one, other] = [opened(pace), opened(pace)];
	const channel = { platform: "discord", id: discord.channels.ids[0] };
	const limit = { kind: "limit", retryAfterSeconds: 30, global: true } as const;
	discord.fail(/^POST/, limit);
	const wait = { kind: "busy", retryAfterMs: expect.closeTo(30_000, -3) };
	for (const platform of [one, other]) {
		const trying = platform.post(channel, saying("Steel"), "k1");
		await expect(trying).rejects.toMatchObject(wait);
	}
	expect(discord.requests).toHaveLength(1);
});

describe("turns", () => {
	test("are not bunched after this process was held up", async () => {
		const turns = makeTurns(paceAlone());
		const sent: number[] = [];
		const sending = Array.from({ length: 30 }, async () => {
			await turns.next();
			sent.push(performance.now());
		});
		await turns.next();
		const until = performance.now() + 250;
		while (performance.now() < until) {
			// Nothing else runs in this process meanwhile.
		}
		await Promise.all(sending);
		// Over five, because a busy machine may note one of them late.
		const fives = sent.slice(5).map((at, first) => at - (sent[first] ?? at));
		expect(sent).toHaveLength(30);
		expect(Math.min(...fives)).toBeGreaterThan(5 * 15);
	});

	test("are given up, not waited for, when the lane is full", async () => {
		const turns = makeTurns(paceAlone());
		const outcomes = await Promise.allSettled(
			Array.from({ length: 140 }, () => turns.next(AbortSignal.timeout(50))),
		);
		const refused = outcomes.flatMap((outcome) =>
			outcome.status === "rejected" ? [outcome.reason] : [],
		);
		const busy = refused.filter(({ kind }) => kind === "busy");
		expect(busy.length).toBeGreaterThan(30);
		expect(busy[0].retryAfterMs).toBeGreaterThan(1_900);
	});

	test("are busy when the pace cannot be booked: nothing was sent", async () => {
		const broken = async () => {
			throw new Error("store is away");
		};
		const turns = makeTurns({ book: broken, rest: broken });
		await expect(turns.next()).rejects.toMatchObject({ kind: "busy" });
	});
});

describe("requests that Discord refuses", () => {
	test("stop long before it bans the address, until their ten minutes are over", () => {
		let now = 0;
		const invalid = invalidRequests(() => now);
		const refuse = (times: number) => {
			for (let at = 0; at < times; at++) invalid.count(403, null);
		};
		refuse(2_499);
		invalid.count(404, null);
		invalid.count(429, "shared");
		invalid.refuseWhenMany();
		now = 60_000;
		refuse(1);
		expect(() => invalid.refuseWhenMany()).toThrow(
			expect.objectContaining({ kind: "busy", retryAfterMs: 540_000 }),
		);
		now = 600_000;
		invalid.refuseWhenMany();
		refuse(1);
		invalid.refuseWhenMany();
	});
});

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
