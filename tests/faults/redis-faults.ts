import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import type { RedisServer } from "../fakes/redis-server.ts";
import type { FaultKind, Injection } from "./fault-kinds.ts";
import { onRedis } from "./rungs.ts";

type Harm = (redis: RedisServer, injection: Injection) => Promise<void>;

/** What may happen to the queue's server. */
export const redisFaults: readonly FaultKind[] = [
	redisFault("Redis killed", killed),
	redisFault("Redis restarted, all lost", restartedEmpty),
	redisFault("Redis emptied", emptied),
	redisFault("Redis out of memory", outOfMemory),
];

function redisFault(name: string, harm: Harm): FaultKind {
	return {
		name,
		rungs: [onRedis],
		async inject(injection) {
			const { scene, chance, happened } = injection;
			if (!scene.redis) throw new Error("this rung has no Redis");
			for (let times = chance.between(1, 2); times > 0; times--) {
				await wait(chance.between(0, 1_500));
				await harm(scene.redis, injection);
				happened();
			}
		},
	};
}

async function killed(redis: RedisServer, { chance }: Injection) {
	await redis.kill();
	await wait(chance.between(200, 2_000));
	await redis.start();
}

async function restartedEmpty(redis: RedisServer, injection: Injection) {
	await emptied(redis);
	await killed(redis, injection);
}

async function emptied(redis: RedisServer) {
	await asking(redis, (client) => client.flushall());
}

/** It then refuses to take anything in, jobs and the marks of those that are done alike. */
async function outOfMemory(redis: RedisServer, { chance }: Injection) {
	await asking(redis, (client) => client.config("SET", "maxmemory", "1"));
	await wait(chance.between(500, 3_000));
	await asking(redis, (client) => client.config("SET", "maxmemory", "0"));
}

async function asking(
	{ url }: RedisServer,
	ask: (client: Redis) => Promise<unknown>,
): Promise<void> {
	const client = new Redis(url);
	try {
		await ask(client);
	} finally {
		client.disconnect();
	}
}
