import { z } from "zod";
import { readConfig } from "../../src/config.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { openHouse } from "../../src/house/open-house.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { watchMemory } from "./process-memory.ts";
import { newHome } from "./tradewire-process.ts";

/**
 * Polls bombs as the program does, in a process of its own: `node
 * poll-bombs.ts '{"together":true,"ordinary":"http://…","bombs":[["name","http://…"]]}'`
 * on an embedded store. Together: all at once, while the ordinary feed is
 * polled again and again; else one by one. It prints lines of JSON.
 */
const { together, ordinary, bombs } = z
	.object({
		together: z.boolean(),
		ordinary: z.string(),
		bombs: z.array(z.tuple([z.string(), z.string()])),
	})
	.parse(JSON.parse(process.argv[2] ?? ""));

const log = makeLog("error");
const store = await openStore({ databaseUrl: null, home: newHome(), log });
const house = await openHouse({
	config: readConfig({
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		TRADEWIRE_POLL_SECONDS: "1",
	}),
	...{ store, log },
	enqueueChannels: async () => {},
	enqueuePolls: async () => {},
});
const errands = house.errands([]);
const idOf = (url: string) => feedFromUrl(url).id;

for (const url of [ordinary, ...bombs.map(([, url]) => url)])
	await store.feeds.keepFeed(feedFromUrl(url));
// Idle is a program that has been at work.
for (let polls = 0; polls < 20; polls++) await poll(ordinary);
if (together) await pollTogether();
else await pollOneByOne();
await store.close();

async function pollTogether(): Promise<void> {
	const memory = watchMemory();
	let polling = bombs.length;
	const done = bombs.map(([, url]) => poll(url).finally(() => polling--));
	let longestPollMs = 0;
	let polls = 0;
	let failures = 0;
	while (polling > 0) {
		longestPollMs = Math.max(longestPollMs, await poll(ordinary));
		polls++;
		failures += (await store.feeds.state(idOf(ordinary))).failures;
	}
	await Promise.all(done);
	const peak = memory.peak();
	memory.stop();
	const { rows } = await store.pool.query(
		"select id from articles where feed_id = $1",
		[idOf(ordinary)],
	);
	const unpolled = [];
	for (const [name, url] of bombs) {
		const { polledAt } = await store.feeds.state(idOf(url));
		if (polledAt === null) unpolled.push(name);
	}
	const kept = rows.length;
	const told = { kept, polls, failures, longestPollMs, peak, unpolled };
	console.log(JSON.stringify(told));
}

async function pollOneByOne(): Promise<void> {
	for (const [name, url] of bombs) {
		const memory = watchMemory();
		const tookMs = await poll(url);
		const peak = memory.peak();
		memory.stop();
		const { trouble } = await store.feeds.state(idOf(url));
		console.log(JSON.stringify({ name, peak, tookMs, trouble }));
	}
}

/** Polls a feed now, as soon as its host's turn comes; gives how long that took, in ms. */
async function poll(url: string): Promise<number> {
	const began = performance.now();
	const id = idOf(url);
	const before = await store.feeds.state(id);
	for (;;) {
		const state = await store.feeds.state(id);
		if (Number(state.polledAt) > Number(before.polledAt)) break;
		await store.feeds.keepState(id, { ...state, restUntil: null });
		const at = await errands.poll(id);
		const waitMs = Math.min(Number(at) - Date.now(), 300);
		if (waitMs > 0) await new Promise((turn) => setTimeout(turn, waitMs));
	}
	return performance.now() - began;
}
