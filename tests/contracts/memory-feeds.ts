import { expect, test } from "vitest";
import { type Feed, type FeedState, unpolled } from "../../src/feeds/feed.ts";
import type { MakeMemories } from "./memories.ts";
import { at } from "./sample-news.ts";

const wire: Feed = {
	id: "wire",
	url: "https://news.example/rss",
	title: "The Wire",
	kind: "media",
	language: "en",
	verified: true,
};
const polled: FeedState = {
	etag: 'W/"1"',
	lastModified: "Thu, 04 Jun 2026 12:00:00 GMT",
	contentHash: "abc",
	primedAt: at(0),
	polledAt: at(1),
	workedAt: at(1),
	failures: 2,
	trouble: "news.example answered 503",
	restUntil: at(9),
};

/** What every FeedMemory does. */
export function feedMemoryContract(make: MakeMemories): void {
	test("a feed is kept, described anew, and listed once", async () => {
		const { feeds } = await make();
		await feeds.keepFeed(wire);
		await feeds.keepFeed({ ...wire, title: "The New Wire" });
		expect(await feeds.feeds()).toEqual([{ ...wire, title: "The New Wire" }]);
		expect(await feeds.feed("wire")).toEqual({
			...wire,
			title: "The New Wire",
		});
		expect(await feeds.feed("other")).toBeNull();
	});

	test("a feed never polled is unpolled; its state outlives a new description", async () => {
		const { feeds } = await make();
		await feeds.keepFeed(wire);
		expect(await feeds.state("wire")).toEqual(unpolled);
		await feeds.keepState("wire", polled);
		await feeds.keepFeed({ ...wire, url: "https://news.example/atom" });
		expect(await feeds.state("wire")).toEqual(polled);
	});

	test("a removed feed is forgotten with its state", async () => {
		const { feeds } = await make();
		await feeds.keepFeed(wire);
		await feeds.keepState("wire", polled);
		expect(await feeds.removeFeed("wire")).toBe(true);
		expect(await feeds.removeFeed("wire")).toBe(false);
		await feeds.keepFeed(wire);
		expect(await feeds.state("wire")).toEqual(unpolled);
	});
}
