import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { ChannelRef } from "../../src/chat/channel.ts";
import { makeLog } from "../../src/log.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { serveFeeds } from "../fakes/feed-server.ts";
import { startPostgres } from "../fakes/postgres-server.ts";
import { startRedis } from "../fakes/redis-server.ts";
import { newHome, startTradewire } from "../fakes/tradewire-process.ts";
import { until } from "../fakes/until.ts";

/** A gateway and a worker on Postgres and Redis, with one feed and channels that follow steel tariffs. */
export interface FanOutHouse {
	/** Has every channel told one story from now on. */
	publish(): void;
}

interface Wanted {
	readonly channels: readonly ChannelRef[];
	/** Settings of the platform. */
	readonly settings: Readonly<Record<string, string>>;
	/** Keeps more in the store before anything starts. */
	prepare?(store: Store): Promise<void>;
}

const secretKey = "for-benchmarks-alone-it-seals-nothing-true";

/** Opens it; what was opened is closed with `opened`. */
export async function openFanOut(
	{ channels, settings, prepare }: Wanted,
	opened: AsyncDisposableStack,
): Promise<FanOutHouse> {
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
	const databaseUrl = postgres.url;
	const log = makeLog("error", () => {});
	const store = await openStore({ databaseUrl, home, secretKey, log });
	await prepare?.(store);
	await subscribeAll(channels, store);
	await store.close();
	const env = {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: join(home, "feeds.json"),
		TRADEWIRE_POLL_SECONDS: "1",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		TRADEWIRE_SECRET_KEY: secretKey,
		DATABASE_URL: databaseUrl,
		REDIS_URL: redis.url,
		LOG_LEVEL: "error",
		...settings,
	};
	for (const role of ["gateway", "worker"]) {
		const process = await startTradewire({ env, words: ["--role", role] });
		opened.defer(() => process.kill());
	}
	await until(() => feeds.asked("wire") > 2, 60_000);
	return {
		publish: () =>
			feeds.publish("wire", {
				id: "steel",
				title: "Steel tariffs rise to 50 percent",
				text: "The steel tariff doubles to 50 percent on Monday, officials said.",
			}),
	};
}

async function subscribeAll(channels: readonly ChannelRef[], store: Store) {
	const since = new Date();
	const topicId = "steel-tariffs";
	for (const channel of channels) {
		await store.subscriptions.subscribe({
			channel,
			topicId,
			mode: "live",
			since,
		});
	}
}
