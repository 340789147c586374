import { setTimeout as sleep } from "node:timers/promises";
import {
	type FakeDiscord,
	fakeDiscord,
} from "../adapters/discord/fake-discord.ts";
import { postgresMissing } from "../fakes/postgres-server.ts";
import { redisMissing } from "../fakes/redis-server.ts";
import { until } from "../fakes/until.ts";
import { type Benchmark, quantile, type Row } from "./benchmark.ts";
import { openFanOut } from "./fan-out-house.ts";

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
		const ids = discord.channels.add(channels);
		const house = await openFanOut(
			{
				channels: ids.map((id) => ({ platform: "discord", id })),
				settings: {
					DISCORD_API_URL: discord.apiUrl,
					DISCORD_TOKEN: discord.token,
				},
			},
			opened,
		);
		await askAway(discord, warmUpSeconds);
		house.publish();
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
