import { channelKey } from "../chat/channel.ts";
import type { Finding } from "../chat/finding.ts";
import { type Config, ConfigError, configFromProcess } from "../config.ts";
import type { Floods } from "../deliveries/flood.ts";
import type { FeedMemory } from "../feeds/feed.ts";
import { shownAddress } from "../feeds/shown-address.ts";
import { makeLog } from "../log.ts";
import { openQueue } from "../queue/open-queue.ts";
import type { Store } from "../store/open-store.ts";
import { StoreError } from "../store/store-error.ts";
import { askModel } from "../summaries/ask-model.ts";
import type { ScheduleMemory } from "../tariffs/tariff-line.ts";
import { examineHubs } from "./examine-hubs.ts";
import { listedFeeds } from "./listed-feeds.ts";
import { openStoreHere } from "./open-store-here.ts";
import { runningAddress } from "./running-address.ts";
import { endpointIn } from "./writer-for.ts";

const silent = makeLog("error", () => {});

/** Looks at settings, feeds file, store, queue and feeds in turn; what cannot be looked at ends the round. */
export async function* examine(): AsyncGenerator<Finding> {
	const config = readSettings();
	if (config instanceof ConfigError) {
		for (const fault of config.faults) {
			yield ill("settings", fault, "correct it in the environment or in .env");
		}
		return;
	}
	yield well("settings", "all in order");
	yield await examineFeedsFile(config);
	yield await examineModel(config);
	const store = await openStoreHere(config, silent).catch(asError);
	if (store instanceof Error) {
		yield await findStoreFault(store, config);
		return;
	}
	try {
		yield well(
			"store",
			config.DATABASE_URL ? "Postgres answers" : "embedded store opens",
		);
		yield await examineSchedules(store.schedules);
		yield await examineQueue(config, store);
		yield* examineFeeds(store.feeds);
		yield* examineFloods(store.floods);
		yield* examineHubs(config, store.hubLeases);
	} finally {
		await store.close();
	}
}

function readSettings(): Config | ConfigError {
	try {
		return configFromProcess();
	} catch (error) {
		if (error instanceof ConfigError) return error;
		throw error;
	}
}

async function examineFeedsFile(config: Config): Promise<Finding> {
	try {
		const { length } = await listedFeeds(config);
		return well("feeds list", `${length} feeds named`);
	} catch (error) {
		return ill("feeds list", asError(error).message, "correct the file");
	}
}

async function findStoreFault(error: Error, config: Config): Promise<Finding> {
	if (!(error instanceof StoreError && error.kind === "in-use")) {
		return ill("store", error.message, null);
	}
	const address = await runningAddress(config);
	const ready = await fetch(`${address}/readyz`).catch(() => null);
	const desk = `its desk tells of queue and feeds: ${address}/desk`;
	if (ready?.ok) return off("running Tradewire", `is ready; ${desk}`);
	if (ready) return ill("running Tradewire", await ready.text(), desk);
	const mend = "wait if it has just started; else look at its log";
	return ill("running Tradewire", `${error.message}; it does not answer`, mend);
}

async function examineSchedules(memory: ScheduleMemory): Promise<Finding> {
	const held = await memory.revisions();
	if (held.length === 0) {
		const none = "none imported: the book's own list answers";
		return off("tariff schedule", `${none} (tariffs import-hts FILE)`);
	}
	const named = held.map(({ name, from }) => `HTS ${name} from ${from}`);
	return well("tariff schedule", named.join(", "));
}

async function examineQueue(config: Config, store: Store): Promise<Finding> {
	const engine = config.REDIS_URL ? "Redis" : "the store";
	try {
		const queue = await openQueue({
			redisUrl: config.REDIS_URL,
			pool: store.pool,
			log: silent,
		});
		try {
			await queue.ping();
		} finally {
			await queue.close();
		}
		return well("queue", `answers, on ${engine}`);
	} catch (error) {
		const mend = "start Redis, or correct REDIS_URL; nothing is lost meanwhile";
		return ill("queue", asError(error).message, mend);
	}
}

/** One small question: the endpoint, its key and the model's name are tried at once. */
async function examineModel(config: Config): Promise<Finding> {
	const endpoint = endpointIn(config);
	if (endpoint === null) {
		return off("summaries", "the articles' own sentences; no model is set");
	}
	try {
		await askModel(endpoint, {
			system: "Answer with one word.",
			user: "ready?",
			signal: AbortSignal.timeout(10_000),
		});
		return well("summaries", `${endpoint.model} answers`);
	} catch (error) {
		const mend =
			"correct TRADEWIRE_LLM_URL, _MODEL or _KEY; until then cards quote the articles";
		return ill("summaries", asError(error).message, mend);
	}
}

async function* examineFeeds(memory: FeedMemory): AsyncGenerator<Finding> {
	const feeds = await memory.feeds();
	if (feeds.length === 0) yield off("feeds", "none polled yet; npm start does");
	for (const feed of feeds) {
		const { trouble, polledAt, restUntil } = await memory.state(feed.id);
		const what = `feed ${feed.id}`;
		if (trouble !== null) {
			const again = restUntil
				? `asked again at ${restUntil.toISOString()}`
				: "";
			yield ill(what, `${trouble} (${shownAddress(feed.url)})`, again || null);
		} else if (polledAt === null) yield off(what, "not polled yet");
		else yield well(what, `polled ${polledAt.toISOString()}`);
	}
}

async function* examineFloods(memory: Floods): AsyncGenerator<Finding> {
	const open = await memory.open(new Date());
	for (const { feedId, channel, count, until } of open) {
		const says = `brought an unusual share of its items at once: ${count} posts wait in ${channelKey(channel)} until ${until.toISOString()}`;
		const mend = `say there whether they are news: /feeds tell ${feedId}, or /feeds drop ${feedId}`;
		yield ill(`feed ${feedId}`, says, mend);
	}
}

const well = (what: string, says: string): Finding => ({
	what,
	state: "well",
	says,
	mend: null,
});
const off = (what: string, says: string): Finding => ({
	what,
	state: "off",
	says,
	mend: null,
});
const ill = (what: string, says: string, mend: string | null): Finding => ({
	what,
	state: "ill",
	says,
	mend,
});

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
