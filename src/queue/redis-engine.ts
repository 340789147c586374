import { Queue, Worker } from "bullmq";
import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "../log.ts";
import type { Engine } from "./engine.ts";

const longestRetryMs = 2_000;

/**
 * BullMQ on Redis or Valkey. A lost connection is logged once, retried for
 * ever, and logged once more when it is back.
 */
export function openRedisEngine(redisUrl: string, log: Log): Engine {
	const connect = (options: RedisOptions) =>
		new Redis(redisUrl, {
			retryStrategy: (times) => Math.min(times * 100, longestRetryMs),
			...options,
		});
	// What enqueues must fail at once: the ledger and the sweep stand behind it.
	const asking = connect({
		maxRetriesPerRequest: 1,
		enableOfflineQueue: false,
	});
	// What works must wait: BullMQ demands it of blocking connections.
	const working = connect({ maxRetriesPerRequest: null });
	watch(asking, log);
	working.on("error", () => undefined);
	return {
		queue: (name) => new Queue(name, { connection: asking }),
		worker: (name, processor, options) =>
			new Worker(name, processor, { ...options, connection: working }),
		isUp: () => asking.status === "ready",
		onUp: (heard) => void asking.on("ready", heard),
		async ping() {
			if (asking.status !== "ready") throw new Error("Redis is not connected");
			await asking.ping();
		},
		async close() {
			asking.disconnect();
			working.disconnect();
		},
	};
}

function watch(redis: Redis, log: Log): void {
	let isLost = false;
	redis.on("error", (error: Error) => {
		if (!isLost) log.error("queue connection failed, retrying", { error });
		isLost = true;
	});
	redis.on("close", () => {
		if (!isLost) log.warn("queue connection lost, retrying");
		isLost = true;
	});
	redis.on("ready", () => {
		log.info("queue connected", { engine: "redis" });
		isLost = false;
	});
}
