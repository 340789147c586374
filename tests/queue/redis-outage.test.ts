import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { type HouseQueue, openQueue } from "../../src/queue/open-queue.ts";
import type { StorePool } from "../../src/store/store-pool.ts";
import { freePort } from "../fakes/free-port.ts";
import {
	type RedisServer,
	redisMissing,
	startRedis,
} from "../fakes/redis-server.ts";
import { until } from "../fakes/until.ts";

const channel = { platform: "web", id: "desk" };

/** With Redis, the store's pool is not touched. */
const untouched: StorePool = {
	options: {},
	query: () => Promise.reject(new Error("the pool was used")),
	connect: () => Promise.reject(new Error("the pool was used")),
	end: async () => undefined,
	on: () => untouched,
	removeAllListeners: () => untouched,
};

interface Line {
	readonly level: string;
	readonly event: string;
}

function open(redisUrl: string, lines: Line[]): Promise<HouseQueue> {
	const log = makeLog("info", (line) => lines.push(JSON.parse(line)));
	const often = { sweepEveryMs: 100, digestsEveryMs: 100, tendEveryMs: 100 };
	return openQueue({ redisUrl, pool: untouched, log, ...often });
}

const answers = (house: HouseQueue) =>
	house.ping().then(
		() => true,
		() => false,
	);

test("without Redis, enqueueing gives up at once and is reported once", async () => {
	const lines: Line[] = [];
	const house = await open(`redis://127.0.0.1:${await freePort()}`, lines);
	await until(() => lines.some(({ event }) => event.includes("failed")));
	const began = Date.now();
	for (let i = 0; i < 20; i++) {
		await house.enqueueChannels([{ channel: channel, at: new Date() }], "told");
	}
	await house.enqueuePolls([{ feedId: "a", at: null }]);
	expect(Date.now() - began).toBeLessThan(1_000);
	expect(await answers(house)).toBe(false);
	const failures = lines.filter(({ event }) => event.includes("connection"));
	expect(failures).toHaveLength(1);
	await house.close(500);
}, 20_000);

if (redisMissing) console.warn(`Redis outage not tested: ${redisMissing}`);
describe.skipIf(redisMissing)("a Redis that fails for a while", () => {
	let server: RedisServer;
	let house: HouseQueue;
	const lines: Line[] = [];
	const ran = { polls: 0, sweeps: 0, sends: 0 };

	beforeAll(async () => {
		server = await startRedis();
		house = await open(server.url, lines);
		await until(() => answers(house));
		await house.startWorkers(
			{
				async poll() {
					ran.polls++;
					return null;
				},
				async sweep() {
					ran.sweeps++;
					await house.enqueuePolls([{ feedId: "a", at: new Date() }]);
				},
				digests: async () => undefined,
				rates: async () => undefined,
				hubs: async () => undefined,
				async send() {
					ran.sends++;
					return null;
				},
			},
			["web"],
			{ poll: 2, send: 2 },
		);
		await until(() => ran.polls > 0 && ran.sweeps > 0);
	}, 60_000);

	afterAll(async () => {
		await house?.close(2_000);
		await server?.stop();
	}, 60_000);

	async function expectAllToGoOn() {
		const { polls, sweeps, sends } = ran;
		await until(() => ran.polls > polls + 1 && ran.sweeps > sweeps + 1);
		await house.enqueueChannels([{ channel: channel, at: new Date() }], "told");
		await until(() => ran.sends > sends);
	}

	test("is lost once in the log, and all goes on when it is back", async () => {
		await server.kill();
		await until(async () => !(await answers(house)));
		await house.enqueueChannels([{ channel: channel, at: new Date() }], "told");
		await server.start();
		await until(() => answers(house));
		await expectAllToGoOn();
		const told = lines.filter(({ event }) => event.includes("connection"));
		expect(told).toHaveLength(1);
	}, 30_000);

	test("gets its schedules back when it was emptied", async () => {
		const redis = new Redis(server.url);
		await redis.flushall();
		redis.disconnect();
		await expectAllToGoOn();
	}, 30_000);
});
