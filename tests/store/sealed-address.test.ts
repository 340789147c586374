import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Feed } from "../../src/feeds/feed.ts";
import { makeLog } from "../../src/log.ts";
import { openDatabase } from "../../src/store/database.ts";
import { feedMemory } from "../../src/store/feed-memory.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { sealedVault } from "../../src/store/sealed-vault.ts";
import { secretKeys } from "../../src/store/secret-keys.ts";

let home: string;
let store: Store;
const feed: Omit<Feed, "url"> = {
	...{ id: "wire", title: "The Wire", kind: "media" },
	...{ language: "en", verified: true },
};

beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "sealed-address-"));
	const log = makeLog("error", () => {});
	store = await openStore({ databaseUrl: null, home, log });
}, 60_000);
beforeEach(async () => {
	await store.pool.query("delete from feeds");
	await store.pool.query("delete from secrets");
});
afterAll(async () => {
	await store.close();
	await rm(home, { recursive: true });
});

/** Everything that the tables hold of feeds and secrets, as text. */
async function tables(): Promise<string> {
	const feeds = await store.pool.query("select * from feeds");
	const secrets = await store.pool.query("select * from secrets");
	return JSON.stringify([feeds.rows, secrets.rows]);
}

test.each([
	"https://me:pass@x.example/rss",
	"https://me@x.example",
	"http://me:p@ss@x.example:8080/a@b?c=@d#@",
	"https://x.example/rss?all=1&api_key=p@ss",
])(
	"the credentials of %s lie sealed, and come back as they were",
	async (url) => {
		await store.feeds.keepFeed({ ...feed, url });
		expect((await store.feeds.feed("wire"))?.url).toBe(url);
		expect((await store.feeds.feeds())[0]?.url).toBe(url);
		expect((await store.feeds.known("wire"))?.feed.url).toBe(url);
		expect(await tables()).not.toMatch(/me:|me@|p@ss|p%40ss/);
	},
);

test("an address without credentials lies as it is", async () => {
	const url = "https://x.example/rss?mail=me@x.example";
	await store.feeds.takeList([{ ...feed, url }]);
	expect(await tables()).toContain(url);
});

test("a list is taken with its credentials, and what is removed is forgotten", async () => {
	const url = "https://me:pass@x.example/rss";
	await store.feeds.takeList([{ ...feed, url }]);
	expect((await store.feeds.feed("wire"))?.url).toBe(url);
	await store.feeds.removeFeed("wire");
	const { rows } = await store.pool.query("select * from secrets");
	expect(rows).toEqual([]);
});

test("with another key the feed is asked without, and nothing breaks", async () => {
	const url = "https://me:pass@x.example/rss";
	await store.feeds.keepFeed({ ...feed, url });
	const db = openDatabase(store.pool);
	const vault = sealedVault(db, secretKeys("another key", home));
	const [found] = await feedMemory(db, vault).feeds();
	expect(found?.url).toBe("https://x.example/rss");
});
