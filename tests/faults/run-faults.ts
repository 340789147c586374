import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Card } from "../../src/chat/card.ts";
import { channelKey } from "../../src/chat/channel.ts";
import { newDelivery } from "../../src/deliveries/new-delivery.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import {
	newHome,
	type RunningTradewire,
	refusedFeeds,
	startTradewire,
	ticks,
} from "../fakes/tradewire-process.ts";
import { type Fault, faultProxy } from "./fault-proxy.ts";
import type { FaultWorld, OpenWorld } from "./fault-world.ts";

export interface FaultRun {
	readonly open: OpenWorld;
	readonly fault: Fault | null;
	/** The fault meets every so many posts. */
	readonly every: number;
	readonly channels: number;
	/** To each channel. */
	readonly deliveries: number;
	/** More settings: servers to run on instead of the embedded store. */
	readonly env?: Readonly<Record<string, string>>;
	/** Called about every second while the program sends. */
	disturb?(): Promise<unknown>;
}

/** What became of the deliveries, by the platform's own account. */
export interface Outcome {
	readonly platform: string;
	readonly written: number;
	readonly faults: number;
	readonly lost: number;
	readonly doubled: number;
	readonly misplaced: number;
}

const longestMs = 10 * 60_000;
/** A repeat would come by then: the sweep goes round every five seconds. */
const afterwardsMs = 6_000;
const log = makeLog("error", () => {});

/** Has the real program send deliveries to a platform while a fault befalls every so many posts. */
export async function runFaults(run: FaultRun): Promise<Outcome> {
	const world = await run.open(run.channels);
	const home = newHome();
	let sender: RunningTradewire | null = null;
	const proxy = await faultProxy({
		...run,
		target: world.target,
		isPost: world.isPost,
		kill: () => sender?.process.kill("SIGKILL"),
	});
	writeFileSync(join(home, "feeds.json"), refusedFeeds);
	const env = {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: join(home, "feeds.json"),
		LOG_LEVEL: "error",
		...run.env,
		...world.settings(proxy.address),
	};
	try {
		const titles = await writeDeliveries(world, run, env);
		let doneAt = Number.POSITIVE_INFINITY;
		let disturbedAt = 0;
		for await (const _ of ticks(longestMs)) {
			if (!sender || sender.process.signalCode !== null) {
				sender = await startTradewire({ env }).catch(() => null);
			}
			if (run.disturb && Date.now() - disturbedAt > 1_000) {
				disturbedAt = Date.now();
				await run.disturb();
			}
			const isAll = world.channels.every(
				(channel) => new Set(world.heard(channel)).size >= run.deliveries,
			);
			doneAt = isAll ? Math.min(doneAt, Date.now()) : doneAt;
			if (Date.now() > doneAt + afterwardsMs) break;
		}
		return outcomeOf(world, titles, proxy.happened());
	} finally {
		await sender?.kill();
		await proxy.close();
		await world.close();
		await rm(home, { recursive: true, force: true });
	}
}

/** Writes them as a poll would have; gives each channel's titles in order. */
async function writeDeliveries(
	world: FaultWorld,
	{ deliveries }: FaultRun,
	env: Readonly<Partial<Record<string, string>>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const databaseUrl = env.DATABASE_URL ?? null;
	const store = await openStore({
		databaseUrl,
		home: env.TRADEWIRE_HOME ?? "",
		log,
	});
	const titles = Array.from(
		{ length: deliveries },
		(_, at) => `Story ${at + 1}`,
	);
	const at = new Date();
	try {
		for (const title of titles) {
			await store.ledger.write(
				world.channels.map((channel) =>
					newDelivery({
						channel,
						kind: "story",
						subject: title,
						card: saying(title),
						notBefore: at,
						createdAt: at,
					}),
				),
			);
		}
	} finally {
		await store.close();
	}
	return new Map(world.channels.map((one) => [channelKey(one), titles]));
}

function outcomeOf(
	world: FaultWorld,
	titles: ReadonlyMap<string, readonly string[]>,
	faults: number,
): Outcome {
	let [written, lost, doubled, misplaced] = [0, 0, 0, 0];
	for (const channel of world.channels) {
		const wanted = titles.get(channelKey(channel)) ?? [];
		const heard = world.heard(channel);
		const first = [...new Set(heard)];
		written += wanted.length;
		lost += wanted.filter((title) => !first.includes(title)).length;
		doubled += heard.length - first.length;
		const inOrder = wanted.filter((title) => first.includes(title));
		misplaced += first.filter((title, at) => title !== inOrder[at]).length;
	}
	return { platform: world.name, written, faults, lost, doubled, misplaced };
}

function saying(title: string): Card {
	const tone = "news";
	return { title, url: null, tone, blocks: [], actions: [], footer: null };
}
