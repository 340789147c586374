import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { unpolled } from "../../src/feeds/feed.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { openHouse } from "../../src/house/open-house.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { channelOf, makeSlackHouse } from "../adapters/slack/slack-house.ts";
import { messageFault, pingsOf } from "../adapters/slack/slack-rules.ts";
import { newHome } from "../fakes/tradewire-process.ts";
import { until } from "../fakes/until.ts";
import { namedTexts, spread, textFamilies } from "./hostile-texts.ts";
import { hostileAddresses } from "./markup-texts.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

const texts = Object.values(textFamilies).flatMap(spread);

test("a feed of hostile items goes from its bytes into a channel, and none is lost on the way", {
	timeout: 240_000,
}, async () => {
	const url = await served(JSON.stringify(feedOf(texts)));
	const faults: string[] = [];
	const log = makeLog("warn", (line) => faults.push(line));
	const store = await openStore({ databaseUrl: null, home: newHome(), log });
	closing.push(() => store.close());
	const { slack, platform } = await makeSlackHouse({}, { log });
	closing.push(() => slack.close());
	const later = async () => {};
	const house = await openHouse({
		config: readConfig({ TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1" }),
		...{ store, log, enqueueChannels: later, enqueuePolls: later },
	});
	const channel = channelOf("C1");
	const followed = { channel, topicId: "steel-tariffs", since: new Date(0) };
	await store.channels.change(channel, { limitPerHour: null });
	await store.subscriptions.subscribe({ ...followed, mode: "live" });
	const feed = { ...feedFromUrl(url), language: "en" };
	await store.feeds.keepFeed(feed);
	await store.feeds.keepState(feed.id, { ...unpolled, primedAt: new Date(0) });
	const { poll, send } = house.errands([platform]);

	await poll(feed.id);
	expect((await store.archive.counts()).articles).toBe(texts.length);
	// New posts gather others for two seconds.
	await until(async () => {
		await send(channel);
		const { queued, sending, sent } = await store.ledger.counts();
		return sent > 0 && queued + sending === 0;
	}, 200_000);
	const { dead, unknown, held } = await store.ledger.counts();
	expect({ dead, unknown, held }).toEqual({ dead: 0, unknown: 0, held: 0 });
	expect(faults.filter((line) => !line.includes("picture"))).toEqual([]);
	const messages = slack.channels.get("C1") ?? [];
	expect(messages).toHaveLength((await store.archive.counts()).stories);
	for (const message of messages) {
		expect(messageFault(message)).toBeNull();
		expect(pingsOf(message)).toEqual([]);
	}
});

/** A JSON Feed, for XML cannot hold most of it; each item is an event of its own. */
function feedOf(all: readonly string[]) {
	return {
		version: "https://jsonfeed.org/version/1.1",
		title: namedTexts[0]?.[1],
		items: all.map((text, at) => ({
			id: `${at} ${text}`.slice(0, 200),
			url: hostileAddresses[at % hostileAddresses.length],
			title: `Steel tariffs, notice ${at}: ${text}`,
			content_text: `Notice ${at} on tariffs for steel goods. ${text}`,
			authors: [{ name: text }],
			tags: [text],
		})),
	};
}

async function served(body: string): Promise<string> {
	const server = createServer((_request, response) => {
		response.setHeader("content-type", "application/feed+json");
		response.end(body);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	closing.push(async () => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo; // It listens on a port.
	return `http://127.0.0.1:${port}/feed.json`;
}
