import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterEach, describe, expect, test } from "vitest";
import { ask, listen } from "../fakes/chat-client.ts";
import { serveFeeds } from "../fakes/feed-server.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { redisMissing, startRedis } from "../fakes/redis-server.ts";
import { steelEvents } from "../fakes/steel-events.ts";
import { newHome, startTradewire, ticks } from "../fakes/tradewire-process.ts";

const missing = postgresMissing ?? redisMissing;
if (missing) console.warn(`skipped, outages: ${missing}`);

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

/** A program on real servers, one feed polled every second, one channel that follows steel. */
async function openWorld(withRedis: boolean) {
	const postgres = await startPostgres();
	closing.push(() => postgres.stop());
	const redis = withRedis ? await startRedis() : null;
	if (redis) closing.push(() => redis.stop());
	const feeds = await serveFeeds();
	closing.push(() => feeds.close());
	const home = newHome();
	const file = join(home, "feeds.json");
	const wire = { id: "wire", url: feeds.url("wire"), title: "Wire" };
	writeFileSync(file, JSON.stringify([wire]));
	const tradewire = await startTradewire({
		env: {
			TRADEWIRE_HOME: home,
			TRADEWIRE_FEEDS: file,
			TRADEWIRE_POLL_SECONDS: "1",
			TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
			DATABASE_URL: postgres.url,
			...(redis && { REDIS_URL: redis.url }),
		},
	});
	closing.push(() => tradewire.stop());
	await ask(tradewire.address, "desk", "/subscribe steel-tariffs");
	const asked = async (times: number) => {
		const before = feeds.asked("wire");
		for await (const _ of ticks(60_000)) {
			if (feeds.asked("wire") >= before + times) return;
		}
		throw new Error(`the feed is not polled:\n${tradewire.output()}`);
	};
	await asked(2);
	const publish = (n: 0 | 1 | 2) =>
		feeds.publish("wire", { id: `event-${n}`, ...steelEvents[n] });
	return { postgres, redis, tradewire, asked, publish };
}

describe.skipIf(missing)(
	"what is published around an outage is told once",
	() => {
		test("when Postgres is gone for a while", {
			timeout: 120_000,
		}, async () => {
			const { postgres, tradewire, asked, publish } = await openWorld(false);
			publish(0);
			await postgres.kill();
			publish(1);
			await postgres.start();
			await asked(3);
			publish(2);
			await toldOnce(tradewire.address);
		});

		test("when Redis is gone for a while", { timeout: 120_000 }, async () => {
			const { redis, tradewire, asked, publish } = await openWorld(true);
			publish(0);
			await redis?.kill();
			publish(1);
			await redis?.start();
			await asked(3);
			publish(2);
			await toldOnce(tradewire.address);
		});

		test("when Redis is emptied", { timeout: 120_000 }, async () => {
			const { redis, tradewire, asked, publish } = await openWorld(true);
			publish(0);
			const client = new Redis(redis?.url ?? "");
			await client.flushall();
			client.disconnect();
			publish(1);
			await asked(3);
			publish(2);
			await toldOnce(tradewire.address);
		});
	},
);

/** All are heard, each under its own key, and nothing more comes. */
async function toldOnce(address: string): Promise<void> {
	const ear = await listen(address, "desk", "0");
	await ear.until(steelEvents.length, 60_000);
	const heard = await ear.until(steelEvents.length + 1, 5_000);
	ear.close();
	const titles = heard.map(({ card }) => card.title).sort();
	expect(titles).toEqual(steelEvents.map(({ title }) => title).sort());
}
