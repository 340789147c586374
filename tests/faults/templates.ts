import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChannelRef, Weekday } from "../../src/chat/channel.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { startPostgres } from "../fakes/postgres-server.ts";
import { startTradewire, ticks } from "../fakes/tradewire-process.ts";
import { type NewsWire, newsWire } from "./news-wire.ts";
import type { Rung } from "./rungs.ts";

/** What every run begins with, made once: channels that follow steel, feeds that were read before. */
export interface Templates {
	/** Settings and data of a run on the embedded store. */
	readonly home: string;
	/** Files of a Postgres server that was shut down; null where there is none. */
	readonly postgresFiles: string | null;
	/** Node keeps compiled sources there: a third less to each start. */
	readonly compileCache: string;
	close(): Promise<void>;
}

const topicId = "steel-tariffs";
/** One hour that the clocks go twice, one that they skip. */
const digestTimes = ["01:30", "02:30"];
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const log = makeLog("error", () => {});

/** Makes them for these channels, as these rungs need them. */
export async function makeTemplates(
	channels: readonly ChannelRef[],
	rungs: readonly Rung[],
): Promise<Templates> {
	const directory = await mkdtemp(join(tmpdir(), "tradewire-faults-"));
	const home = join(directory, "home");
	const compileCache = join(directory, "compiled");
	const env = { TRADEWIRE_HOME: home, NODE_COMPILE_CACHE: compileCache };
	await prepare(channels, env);
	const isServed = rungs.some(
		({ store, missing }) => store === "postgres" && missing === null,
	);
	const postgres = isServed ? await startPostgres() : null;
	if (postgres) {
		const aside = join(directory, "home beside Postgres");
		const served = { TRADEWIRE_HOME: aside, DATABASE_URL: postgres.url };
		await prepare(channels, { ...env, ...served });
		await postgres.shutDown();
	}
	return {
		home,
		postgresFiles: postgres?.files ?? null,
		compileCache,
		async close() {
			await postgres?.stop();
			await rm(directory, { recursive: true, force: true });
		},
	};
}

interface Env extends Record<string, string> {
	readonly TRADEWIRE_HOME: string;
}

async function prepare(
	channels: readonly ChannelRef[],
	env: Env,
): Promise<void> {
	const wire = await newsWire(Date.now, 0);
	await subscribe(channels, env);
	const feedsFile = await writeFeeds(env.TRADEWIRE_HOME, wire);
	const program = await startTradewire({ env: { ...env, ...feedsFile } });
	for await (const _ of ticks(30_000))
		if (wire.feeds.every((feed) => wire.asked(feed) > 1)) break;
	await program.stop();
	await wire.close();
}

async function subscribe(
	channels: readonly ChannelRef[],
	env: Partial<Env>,
): Promise<void> {
	const { DATABASE_URL: databaseUrl = null, TRADEWIRE_HOME: home = "" } = env;
	const store = await openStore({ databaseUrl, home, log });
	const since = new Date();
	for (const [nth, channel] of channels.entries()) {
		const mode = "both";
		await store.subscriptions.subscribe({ channel, topicId, mode, since });
		const at = digestTimes[nth % digestTimes.length] ?? "";
		const digest = { at, zone: "America/Toronto", days: everyDay, since };
		await store.channels.change(channel, { digest });
	}
	await store.close();
}

/** Writes the feeds file of a run, and gives the settings that name it. */
export async function writeFeeds(directory: string, wire: NewsWire) {
	await mkdir(directory, { recursive: true });
	const file = join(directory, "feeds.json");
	const feeds = wire.feeds.map((id) => ({ id, url: wire.url(id), title: id }));
	await writeFile(file, JSON.stringify(feeds));
	return {
		TRADEWIRE_FEEDS: file,
		TRADEWIRE_POLL_SECONDS: "1",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
	};
}
