import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, listen } from "../fakes/chat-client.ts";
import { type FeedServer, serveFeeds } from "../fakes/feed-server.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { redisMissing, startRedis } from "../fakes/redis-server.ts";
import {
	newHome,
	type RunningTradewire,
	startTradewire,
	ticks,
} from "../fakes/tradewire-process.ts";

interface Stopping {
	stop(): Promise<unknown>;
}

interface Rung {
	readonly name: string;
	readonly missing: string | null;
	/** Starts its servers and gives the settings that name them. */
	open(running: Stopping[]): Promise<Record<string, string>>;
}

/** The three rungs that one code path runs on. */
const rungs: readonly Rung[] = [
	{ name: "embedded", missing: null, open: async () => ({}) },
	{
		name: "Postgres",
		missing: postgresMissing,
		open: async (running) => {
			const postgres = await startPostgres();
			running.unshift(postgres);
			return { DATABASE_URL: postgres.url };
		},
	},
	{
		name: "Postgres and Redis",
		missing: postgresMissing ?? redisMissing,
		open: async (running) => {
			const [postgres, redis] = [await startPostgres(), await startRedis()];
			running.unshift(postgres, redis);
			return { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
		},
	},
];

const outlets = ["harbour", "wire", "ledger"];

for (const { name, missing, open } of rungs) {
	if (missing) console.warn(`skipped on ${name}: ${missing}`);
	describe.skipIf(missing)(`on ${name}`, () => {
		const running: Stopping[] = [];
		let feeds: FeedServer;
		let env: Record<string, string>;
		let tradewire: RunningTradewire;

		beforeAll(async () => {
			feeds = await serveFeeds();
			running.unshift({ stop: () => feeds.close() });
			env = { ...settingsFor(feeds), ...(await open(running)) };
			tradewire = await startTradewire({ env });
		}, 120_000);

		afterAll(async () => {
			await tradewire?.stop();
			for (const one of running) await one.stop();
		}, 60_000);

		test("a channel hears one story from three feeds once, within five seconds, and not again after a crash", {
			timeout: 120_000,
		}, async () => {
			const quiet = () => everyFeedAskedAgain(feeds, tradewire);
			const ear = await listen(tradewire.address, "desk");
			const line = "/subscribe cusma-review";
			expect((await ask(tradewire.address, "desk", line)).tone).toBe("done");
			await quiet();
			expect(ear.heard).toEqual([]);

			for (const outlet of outlets) publishReview(feeds, outlet);
			const heard = await ear.until(1, 5_000);
			expect(heard).toHaveLength(1);
			expect(heard[0]?.card.title).toContain("CUSMA review");
			await quiet();
			expect(ear.heard).toHaveLength(1);
			ear.close();

			await tradewire.kill();
			tradewire = await startTradewire({ env });
			const again = await listen(tradewire.address, "desk");
			await quiet();
			await quiet();
			expect(again.heard).toEqual([]);
			again.close();

			const resumed = await listen(tradewire.address, "desk", "0");
			const replayed = await resumed.until(1, 5_000);
			expect(replayed.map(({ key }) => key)).toEqual([heard[0]?.key]);
			resumed.close();
		});
	});
}

function settingsFor(feeds: FeedServer): Record<string, string> {
	const home = newHome();
	const list = outlets.map((id) => ({ id, url: feeds.url(id), title: id }));
	writeFileSync(join(home, "feeds.json"), JSON.stringify(list));
	for (const outlet of outlets) {
		feeds.publish(outlet, {
			id: "old",
			title: `CUSMA review news from before, by ${outlet}`,
			text: "The review of CUSMA was there before anyone subscribed.",
		});
	}
	return {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: join(home, "feeds.json"),
		TRADEWIRE_POLL_SECONDS: "1",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
	};
}

function publishReview(feeds: FeedServer, outlet: string): void {
	feeds.publish(outlet, {
		id: "review",
		title: "Formal CUSMA review to begin in January, ministers say",
		text: `Ministers of the three countries said on Monday that the formal review of CUSMA will begin in January in Ottawa. Reported by ${outlet}.`,
	});
}

/** Three more polls of every feed, so that anything to come has come. */
async function everyFeedAskedAgain(
	feeds: FeedServer,
	{ output }: RunningTradewire,
): Promise<void> {
	const before = outlets.map((outlet) => feeds.asked(outlet));
	for await (const _ of ticks(20_000)) {
		const more = (outlet: string, i: number) =>
			feeds.asked(outlet) >= (before[i] ?? 0) + 3;
		if (outlets.every(more)) return;
	}
	throw new Error(`the feeds are not polled:\n${output()}`);
}
