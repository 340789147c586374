import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import { speakInTranscript } from "../../src/chat/speak-in-transcript.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { makeLog } from "../../src/log.ts";
import { type HouseQueue, openQueue } from "../../src/queue/open-queue.ts";
import type { Store } from "../../src/store/open-store.ts";
import { until } from "../fakes/until.ts";
import { type House, openHouse } from "../flows/house.ts";
import { engines, openStoreOn } from "./engines.ts";

const log = makeLog("error", () => undefined);
const channel = { platform: "web", id: "desk" };
const feeds = ["cbc", "reuters", "bbc"];

for (const engine of engines) {
	if (engine.missing) console.warn(`${engine.name}: ${engine.missing}`);
	describe.skipIf(engine.missing)(
		`from feed to channel on ${engine.name}`,
		() => {
			test("an event that three feeds carry is said once, within five seconds", async () => {
				const home = await mkdtemp(join(tmpdir(), "seen-"));
				const servers = await engine.open();
				const { databaseUrl, redisUrl } = servers;
				const store = await openStoreOn(databaseUrl, home);
				const queue = await openQueue({ redisUrl, pool: store.pool, log });
				try {
					await expectSaidOnce(store, queue);
				} finally {
					await queue.close(2_000);
					await store.close();
					await servers.stop();
					await rm(home, { recursive: true, force: true });
				}
			}, 60_000);
		},
	);
}

async function expectSaidOnce(store: Store, queue: HouseQueue): Promise<void> {
	const house = openHouse();
	await follow(store);
	await startFlows(house, store, queue);
	await queue.enqueuePolls(feeds.map((feedId) => ({ feedId, at: null })));
	// The first poll of each feed marks what it finds, and tells nobody.
	await until(async () => {
		const states = await Promise.all(feeds.map((id) => store.feeds.state(id)));
		return states.every(({ primedAt }) => primedAt !== null);
	});
	const item = { id: "1", title: "Steel quota agreed" };
	const appeared = Date.now();
	for (const feed of feeds) house.servers.set(feed, [item]);
	await until(async () => (await said(store)).length > 0);
	const seconds = (Date.now() - appeared) / 1000;
	expect(seconds).toBeLessThan(5);
	// All three have told it when the story has three tellings.
	await until(async () => (await store.archive.counts()).articles === 3);
	const utterances = await said(store);
	expect(new Set(utterances.map(({ key }) => key)).size).toBe(1);
	expect(utterances).toHaveLength(1);
	console.info(`seen to said: ${seconds.toFixed(2)} s`);
}

const said = (store: Store) => store.transcript.latest(channel.id, 10);

async function follow(store: Store): Promise<void> {
	for (const id of feeds) {
		const url = `https://${id}.example/feed`;
		const shape = { kind: "media", language: "en", verified: true } as const;
		await store.feeds.keepFeed({ id, url, title: id, ...shape });
	}
	const topicId = "steel-tariffs";
	const since = new Date();
	await store.subscriptions.subscribe({
		channel,
		topicId,
		mode: "live",
		since,
	});
}

async function startFlows(
	house: House,
	store: Store,
	queue: HouseQueue,
): Promise<void> {
	const web: ChatPlatform = {
		name: "web",
		start: async () => "connected",
		stop: async () => undefined,
		...speakInTranscript("web", store.transcript),
	};
	const enqueueChannels: HouseQueue["enqueueChannels"] = (...job) =>
		queue.enqueueChannels(...job);
	const enqueuePolls: HouseQueue["enqueuePolls"] = (due) =>
		queue.enqueuePolls(due);
	const memories = { ...store, enqueueChannels, enqueuePolls };
	const poll = { ...house.poll, ...memories, minSeconds: 1 };
	const platforms = new Map([["web", web]]);
	const suspendedCard = sayNothing;
	const send = { ...store, log, platforms, aloneSince: null, suspendedCard };
	const clock = () => new Date();
	await queue.startWorkers(
		{
			poll: (feedId) => pollFeed(feedId, poll, clock()),
			send: (to) => sendDeliveries(to, send, clock),
			sweep: () => sweep({ ...house.sweep, ...memories }, clock()),
			digests: async () => undefined,
			rates: async () => undefined,
			hubs: async () => undefined,
		},
		["web"],
		{ poll: 4, send: 4 },
	);
}

/** No channel is closed here. */
function sayNothing(): never {
	throw new Error("no channel is closed here");
}
