import { expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { readerApart } from "../../src/feeds/read-apart.ts";

const rss = (items: string) =>
	Buffer.from(`<rss><channel><title>Trade</title>${items}</channel></rss>`);
const dated = (at: number) =>
	`<item><guid>${at}</guid><title>News ${at}</title><pubDate>${new Date(at * 60_000).toUTCString()}</pubDate></item>`;
/** Large is what we say it is: the way through the other process is the same. */
const apart = { smallBytes: 0, idleMs: 0 };

test("reads a large feed as a small one, one after another", async () => {
	const read = readerApart(apart);
	const feeds = [1, 2, 3].map((at) => rss(dated(at)));
	const origin = { url: "https://a.example/feed" };
	expect(await Promise.all(feeds.map((bytes) => read(bytes, origin)))).toEqual(
		await Promise.all(feeds.map((bytes) => parseFeed(bytes, origin))),
	);
});

test("says what a large page is that is no feed, and reads the next", async () => {
	const read = readerApart(apart);
	const page = read(Buffer.from("<html><body>404</body></html>"), {});
	await expect(page).rejects.toThrow("the page is HTML, not a feed");
	await expect(page).rejects.toBeInstanceOf(FeedError);
	expect((await read(rss(dated(1)), {})).items).toHaveLength(1);
});

test("ends the reading of what takes too long, and reads the next", async () => {
	const read = readerApart({ ...apart, timeoutMs: 1 });
	const long = read(
		rss(Array.from({ length: 20_000 }, (_, at) => dated(at)).join("")),
		{},
	);
	await expect(long).rejects.toThrow("reading it takes over 0.001 s");
	expect(await readerApart(apart)(rss(dated(1)), {})).toMatchObject({
		title: "Trade",
	});
});

test("ends the reading of what takes too much memory, and reads the next", async () => {
	const read = readerApart({ ...apart, heapMegabytes: 32 });
	const keys = Array.from({ length: 700_000 }, (_, at) => `"a key ${at}":{}`);
	const json = `{"version":"https://jsonfeed.org/version/1","items":[{${keys.join(",")}}]}`;
	const large = read(Buffer.from(json), {});
	await expect(large).rejects.toThrow("reading it takes too much memory");
	expect((await read(rss(dated(1)), {})).items).toHaveLength(1);
}, 60_000);

test("takes the newest items of a feed without end, in its order", async () => {
	const items = Array.from({ length: 1500 }, (_, at) => dated(at));
	const { items: read } = await readerApart()(rss(items.join("")), {});
	expect(read).toHaveLength(1000);
	expect(read[0]?.title).toBe("News 500");
	expect(read.at(-1)?.title).toBe("News 1499");
});

const feedOf = (items: string) =>
	`{"version":"https://jsonfeed.org/version/1","items":[${items}]}`;

test.each([
	["it is nested without end", "[".repeat(300)],
	["it is nested without end", `{"a":${"[".repeat(300)}`],
	[
		"it holds more values than any feed",
		feedOf(`{"id":"1","tags":[${'"t",'.repeat(200_000)}"t"]}`),
	],
])("reads no JSON of which it says that %s", async (why, text) => {
	await expect(parseFeed(Buffer.from(text))).rejects.toThrow(why);
});

test("reads JSON of very many short items", async () => {
	const items = Array.from(
		{ length: 60_000 },
		(_, at) => `{"id":${at},"title":"Steel tariffs"}`,
	);
	const feed = await parseFeed(Buffer.from(feedOf(items.join(","))));
	expect(feed.items).toHaveLength(60_000);
});

test("reads of elements in each other no more than any feed has", async () => {
	const nested = "<media:group>".repeat(100_000);
	const { items } = await parseFeed(
		rss(`<item><guid>1</guid><title>News</title>${nested}</item>${dated(2)}`),
	);
	expect(items.map(({ title }) => title)).toContain("News 2");
});
