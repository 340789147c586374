import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import {
	type FakeDiscord,
	fakeDiscord,
} from "../adapters/discord/fake-discord.ts";
import { serveFeeds } from "../fakes/feed-server.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { redisMissing, startRedis } from "../fakes/redis-server.ts";
import { newHome, startTradewire } from "../fakes/tradewire-process.ts";
import { until } from "../fakes/until.ts";
import { type Benchmark, quantile, type Row } from "./benchmark.ts";

/** `npm run bench -- fan-out 1000` for fewer channels. */
const channels = Number(process.argv[3] ?? 10_000);
const allowedPerSecond = 50;
const commandsPerSecond = 50;
const commandSeconds = 20;
const warmUpSeconds = 4;
const secondMs = 1_000;

/**
 * One story to thousands of Discord channels, from its feed to their posts,
 * by a gateway and a worker on Postgres and Redis, against a Discord that
 * takes fifty requests in any second; with slash commands asked meanwhile.
 */
export const fanOut: Benchmark = {
	name: "fan-out",
	async *run(say) {
		const missing = postgresMissing ?? redisMissing;
		if (missing) return say(`left out: ${missing}`);
		await using opened = new AsyncDisposableStack();
		const discord = await fakeDiscord();
		opened.defer(() => discord.close());
		const feeds = await serveFeeds();
		opened.defer(() => feeds.close());
		const postgres = await startPostgres();
		opened.defer(() => postgres.stop());
		const redis = await startRedis();
		opened.defer(() => redis.stop());
		const home = newHome();
		opened.defer(() => rm(home, { recursive: true, force: true }));
		const list = [{ id: "wire", title: "wire", url: feeds.url("wire") }];
		writeFileSync(join(home, "feeds.json"), JSON.stringify(list));
		feeds.publish("wire", { id: "old", title: "Weather", text: "Rain." });
		const ids = discord.channels.add(channels);
		await subscribeAll(ids, postgres.url, home);
		const env = {
			TRADEWIRE_HOME: home,
			TRADEWIRE_FEEDS: join(home, "feeds.json"),
			TRADEWIRE_POLL_SECONDS: "1",
			TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
			DATABASE_URL: postgres.url,
			REDIS_URL: redis.url,
			DISCORD_API_URL: discord.apiUrl,
			DISCORD_TOKEN: discord.token,
			LOG_LEVEL: "error",
		};
		for (const role of ["gateway", "worker"]) {
			const process = await startTradewire({ env, words: ["--role", role] });
			opened.defer(() => process.kill());
		}
		await until(() => feeds.asked("wire") > 2, 60_000);
		await askAway(discord, warmUpSeconds);
		feeds.publish("wire", {
			id: "steel",
			title: "Steel tariffs rise to 50 percent",
			text: "The steel tariff doubles to 50 percent on Monday, officials said.",
		});
		yield* measure(discord, ids, say);
	},
};

async function* measure(
	discord: FakeDiscord,
	ids: readonly string[],
	say: (progress: string) => void,
): AsyncGenerator<Row> {
	const posted = () =>
		ids.filter((id) => discord.channels.messages(id).length > 0).length;
	await until(() => posted() > 0, 120_000);
	const begun = { at: performance.now(), posted: posted() };
	const asked = askAway(discord, commandSeconds);
	const longestMs = 10_000 + (2 * ids.length * secondMs) / allowedPerSecond;
	let told = posted();
	while (told < ids.length && performance.now() - begun.at < longestMs) {
		await sleep(250);
		told = posted();
		if (told % 1_000 < 15) say(`${told} of ${ids.length} channels`);
	}
	const seconds = (performance.now() - begun.at) / secondMs;
	yield {
		figure: `posts/s, one story to ${ids.length} Discord channels`,
		value: (told - begun.posted) / seconds,
		comparison: { of: "allowed", value: allowedPerSecond },
	};
	const messages = ids.reduce(
		(sum, id) => sum + discord.channels.messages(id).length,
		0,
	);
	yield {
		figure: "messages in those channels",
		value: messages,
		comparison: { of: "channels", value: ids.length },
	};
	yield {
		figure: "429s caused by us",
		value: discord.limits.limited(),
		comparison: null,
	};
	yield {
		figure: "requests in the busiest second",
		value: discord.limits.busiest(),
		comparison: { of: "allowed", value: allowedPerSecond },
	};
	const took = await asked;
	for (const share of [0.5, 0.99]) {
		yield {
			figure: `ms, slash command to first response at ${commandsPerSecond}/s meanwhile, p${share * 100}`,
			value: quantile(took, share),
			comparison: null,
		};
	}
}

/** Slash commands at a steady rate; how long each waited for its first response, unanswered ones for ever. */
async function askAway(
	discord: FakeDiscord,
	forSeconds: number,
): Promise<number[]> {
	const [channel] = discord.channels.ids;
	const option = { name: "product", type: 3, value: "steel" };
	const data = { id: "1", type: 1, name: "tariff", options: [option] };
	const asked: { readonly firstResponseMs: number | null }[] = [];
	const begun = performance.now();
	for (let at = 0; at < commandsPerSecond * forSeconds; at++) {
		const dueMs = begun + (at * secondMs) / commandsPerSecond;
		await sleep(Math.max(0, dueMs - performance.now()));
		asked.push(discord.interactions.send(2, data, { channel }));
	}
	await sleep(3 * secondMs);
	return asked.map(
		({ firstResponseMs }) => firstResponseMs ?? Number.POSITIVE_INFINITY,
	);
}

async function subscribeAll(
	ids: readonly string[],
	databaseUrl: string,
	home: string,
): Promise<void> {
	const log = makeLog("error", () => {});
	const store = await openStore({ databaseUrl, home, log });
	const since = new Date();
	for (const id of ids) {
		const channel = { platform: "discord", id };
		const topicId = "steel-tariffs";
		await store.subscriptions.subscribe({
			channel,
			topicId,
			mode: "live",
			since,
		});
	}
	await store.close();
}
