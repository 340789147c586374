import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { readConfig } from "../../src/config.ts";
import { openHouse } from "../../src/house/open-house.ts";
import { startErrands } from "../../src/house/start-errands.ts";
import { makeLog } from "../../src/log.ts";
import { openQueue } from "../../src/queue/open-queue.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { newHome } from "../fakes/tradewire-process.ts";
import { type Benchmark, quantile } from "./benchmark.ts";

const feeds = 10_000;
const hosts = 2_000;
const everySeconds = 600;
const watchedSeconds = 120;

/**
 * Ten thousand feeds, each asked every ten minutes, as the program does it on
 * the embedded store: two minutes of it are watched. The feeds' server is
 * another process; five feeds share each host.
 */
export const pollMany: Benchmark = {
	name: "poll-many",
	async *run(say) {
		const server = await startServer();
		const log = makeLog("error");
		const store = await openStore({ databaseUrl: null, home: newHome(), log });
		const config = readConfig({
			TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
			TRADEWIRE_POLL_SECONDS: String(everySeconds),
		});
		const queue = await openQueue({ redisUrl: null, pool: store.pool, log });
		const house = await openHouse({
			...{ config, store, log },
			enqueueChannels: queue.enqueueChannels.bind(queue),
			enqueuePolls: queue.enqueuePolls.bind(queue),
		});
		say(`writing down ${feeds} feeds`);
		const started = await fill(store, server.addresses);
		const lateMs: number[] = [];
		const watched = watchLateness(house, store, lateMs);
		await startErrands({
			store,
			queue,
			house: watched,
			platforms: [],
			feeds: [],
		});
		say(`watching ${watchedSeconds} s of polls`);
		const [cpu, began] = [process.cpuUsage(), performance.now()];
		let most = process.memoryUsage().rss;
		while (performance.now() - began < watchedSeconds * 1000) {
			await sleep(250);
			most = Math.max(most, process.memoryUsage().rss);
		}
		const { user, system } = process.cpuUsage(cpu);
		const seconds = (performance.now() - began) / 1000;
		const { answers, shortestGapMs } = await server.tally();
		await queue.close(2000);
		await store.close();
		server.stop();
		yield {
			figure: `polls in ${watchedSeconds} s of ${feeds} feeds every ${everySeconds} s`,
			value: answers,
			comparison: { of: "due", value: (feeds * seconds) / everySeconds },
		};
		yield {
			figure: "share of one core",
			value: (user + system) / 1e6 / seconds,
			comparison: { of: "wanted at most", value: 0.25 },
		};
		yield {
			figure: "MB of memory above the store's own",
			value: (most - started) / 1e6,
			comparison: { of: "wanted at most", value: 350 },
		};
		yield {
			figure: "ms late, p99",
			value: quantile(lateMs, 0.99),
			comparison: { of: "wanted at most", value: 30_000 },
		};
		yield {
			figure: "ms between two requests to one host, the shortest",
			value: shortestGapMs ?? Number.NaN,
			comparison: { of: "its spacing", value: 1000 },
		};
	},
};

/** Feeds polled before, their rests spread over one round. Gives the memory of the store alone. */
async function fill(
	store: Store,
	addresses: readonly string[],
): Promise<number> {
	const memory = process.memoryUsage().rss;
	const list = Array.from({ length: feeds }, (_, at) => {
		const url = `${addresses[at % addresses.length]}/feed-${at}`;
		const shape = { kind: "media", language: "en", verified: true } as const;
		return { id: `feed-${at}`, url, title: `Feed ${at}`, ...shape };
	});
	await store.feeds.takeList(list);
	await store.pool.query(
		`update feeds set listed = false, etag = '"0"', primed_at = now(), polled_at = now(),
		rest_until = now() + random() * interval '${everySeconds} seconds'`,
	);
	return memory;
}

type House = Awaited<ReturnType<typeof openHouse>>;

function watchLateness(house: House, store: Store, lateMs: number[]): House {
	return {
		...house,
		errands(platforms) {
			const errands = house.errands(platforms);
			return {
				...errands,
				async poll(feedId) {
					const { restUntil } = await store.feeds.state(feedId);
					if (restUntil) lateMs.push(Date.now() - restUntil.getTime());
					return errands.poll(feedId);
				},
			};
		},
	};
}

const tally = z.object({
	answers: z.number(),
	shortestGapMs: z.number().nullable(),
});

async function startServer() {
	const file = new URL("serve-many-feeds.ts", import.meta.url).pathname;
	const child = spawn(process.execPath, [file, String(hosts)], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const lines = createInterface({ input: child.stdout });
	const nextLine = async () => String((await once(lines, "line"))[0]);
	return {
		addresses: z.array(z.string()).parse(JSON.parse(await nextLine())),
		async tally() {
			child.stdin.write("\n");
			return tally.parse(JSON.parse(await nextLine()));
		},
		stop: () => child.stdin.end(),
	};
}
