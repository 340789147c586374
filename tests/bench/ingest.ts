import { readConfig } from "../../src/config.ts";
import { unpolled } from "../../src/feeds/feed.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { openHouse } from "../../src/house/open-house.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { type FeedItem, rssOf, serveFeeds } from "../fakes/feed-server.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { newHome } from "../fakes/tradewire-process.ts";
import { type Benchmark, median, type Row } from "./benchmark.ts";

const itemsPerPoll = 50;
const polls = 9;

/** Items a second from feed bytes to the ledger: fetch, parse, statements, topics, story, one transaction. */
export const ingest: Benchmark = {
	name: "ingest",
	async *run(say) {
		yield await measure(null, say);
		if (postgresMissing) {
			say(`left out on Postgres: ${postgresMissing}`);
			return;
		}
		const postgres = await startPostgres();
		try {
			yield await measure(postgres.url, say);
		} finally {
			await postgres.stop();
		}
	},
};

async function measure(
	databaseUrl: string | null,
	say: (progress: string) => void,
): Promise<Row> {
	const engine = databaseUrl ? "Postgres" : "embedded";
	say(`${polls} polls of ${itemsPerPoll} items, ${engine}`);
	const log = makeLog("error");
	const feeds = await serveFeeds();
	const store = await openStore({ databaseUrl, home: newHome(), log });
	const config = readConfig({ TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1" });
	const later = async () => {};
	const house = await openHouse({
		...{ config, store, log },
		enqueueChannels: later,
		enqueuePolls: later,
	});
	const feed = { ...feedFromUrl(feeds.url("bench")), language: "en" };
	await store.feeds.keepFeed(feed);
	await store.feeds.keepState(feed.id, { ...unpolled, primedAt: new Date() });
	const { poll } = house.errands([]);
	const rates: number[] = [];
	for (let round = 0; round < polls; round++) {
		for (const item of itemsOf(round)) feeds.publish("bench", item);
		const state = await store.feeds.state(feed.id);
		await store.feeds.keepState(feed.id, { ...state, restUntil: null });
		const began = performance.now();
		await poll(feed.id);
		rates.push(itemsPerPoll / ((performance.now() - began) / 1000));
		feeds.clear("bench");
	}
	await store.close();
	await feeds.close();
	return {
		figure: `items/s, feed bytes to ledger, ${engine}`,
		value: median(rates),
		comparison: { of: "parsing alone", value: await parsingAlone() },
	};
}

async function parsingAlone(): Promise<number> {
	const bytes = new TextEncoder().encode(rssOf("bench", itemsOf(0)));
	const rates: number[] = [];
	for (let round = 0; round < polls; round++) {
		const began = performance.now();
		await parseFeed(bytes, { contentType: "application/rss+xml" });
		rates.push(itemsPerPoll / ((performance.now() - began) / 1000));
	}
	return median(rates);
}

const goods = ["steel", "aluminum", "lumber", "copper", "canola", "potash"];
const places = ["Ottawa", "Detroit", "Monterrey", "Halifax", "Brussels"];
const acts = ["raised", "suspended", "extended", "reviewed", "challenged"];

/** Made-up items of about 200 words, each an event of its own. */
function itemsOf(round: number): readonly FeedItem[] {
	return Array.from({ length: itemsPerPoll }, (_, index) => {
		const n = round * itemsPerPoll + index;
		const [good, place, act] = [goods, places, acts].map(
			(words, which) => words[Math.floor(n / 7 ** which) % words.length],
		);
		return {
			id: `item-${n}`,
			title: `Tariffs on ${good} ${act} in ${place}, docket ${1000 + n}`,
			text: Array.from(
				{ length: 8 },
				(_, sentence) =>
					`In sentence ${sentence} of docket ${1000 + n}, officials in ${place} said that the tariffs on ${good} would be ${act} before shipment ${n * 31 + sentence} arrived, and importers asked for time.`,
			).join(" "),
		};
	});
}
