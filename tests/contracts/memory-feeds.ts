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
	failingSince: at(0),
	troubleToldOf: at(0),
	trouble: "news.example answered 503",
	restUntil: at(9),
	intervalMs: 300_000.5,
	gapMs: 86_400_000,
	newestAt: at(0),
	bytes: 12_000,
	tookMs: 80,
	movedTo: "https://new.example/rss",
	movedTimes: 2,
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

	test("a feed keeps the reader it chose until it chooses none", async () => {
		const { feeds } = await make();
		await feeds.takeList([{ ...wire, reader: "rss-parser" }]);
		expect(await feeds.feed("wire")).toEqual({ ...wire, reader: "rss-parser" });
		await feeds.keepFeed(wire);
		expect(await feeds.feed("wire")).toEqual(wire);
	});

	test("a feed never polled is unpolled; its state outlives a new description", async () => {
		const { feeds } = await make();
		await feeds.keepFeed(wire);
		expect(await feeds.state("wire")).toEqual(unpolled);
		await feeds.keepState("wire", polled);
		await feeds.keepFeed({ ...wire, url: "https://news.example/atom" });
		expect(await feeds.state("wire")).toEqual(polled);
		const { feed, state } = (await feeds.known("wire")) ?? {};
		expect(feed).toEqual({ ...wire, url: "https://news.example/atom" });
		expect(state).toEqual(polled);
		expect(await feeds.known("other")).toBeNull();
	});

	test("feeds are due when their rest is over, the longest over first", async () => {
		const { feeds } = await make();
		const rests = { late: at(1), later: at(2), resting: at(9), never: null };
		for (const [id, restUntil] of Object.entries(rests)) {
			await feeds.keepFeed({ ...wire, id });
			await feeds.keepState(id, { ...polled, restUntil });
		}
		await feeds.keepFeed({ ...wire, id: "removed" });
		await feeds.removeFeed("removed");
		expect(await feeds.due(at(5), 10)).toEqual([
			{ feedId: "never", at: null },
			{ feedId: "late", at: at(1) },
			{ feedId: "later", at: at(2) },
		]);
		expect(await feeds.due(at(5), 2)).toHaveLength(2);
	});

	test("a rest that a clock gave which was set back since is over", async () => {
		const { feeds } = await make();
		const dated: Record<string, Partial<FeedState>> = {
			"polled later": { polledAt: at(60), failures: 3, restUntil: at(600) },
			"rests too long": { failures: 0, intervalMs: 60_000, restUntil: at(60) },
			"rests as usual": { failures: 0, intervalMs: 60_000, restUntil: at(4) },
			"failed long": { failures: 9, intervalMs: 60_000, restUntil: at(60) },
		};
		for (const [id, state] of Object.entries(dated)) {
			await feeds.keepFeed({ ...wire, id });
			await feeds.keepState(id, { ...polled, polledAt: at(0), ...state });
		}
		expect(await feeds.due(at(0), 10)).toEqual([
			{ feedId: "rests too long", at: at(0) },
			{ feedId: "polled later", at: at(0) },
		]);
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

	test("a list is taken, renewed and replaced; what people did to it stays", async () => {
		const { feeds } = await make();
		const titles = async () => (await feeds.feeds()).map(({ title }) => title);
		const named = (id: string): Feed => ({ ...wire, id, title: id });
		await feeds.keepFeed(named("by hand"));
		await feeds.takeList([named("a"), named("b"), named("c")]);
		await feeds.keepState("a", polled);
		await feeds.removeFeed("b");
		expect(await titles()).toEqual(["a", "by hand", "c"]);

		await feeds.takeList([{ ...named("a"), title: "a again" }, named("b")]);
		expect(await titles()).toEqual(["a again", "by hand"]);
		expect(await feeds.state("a")).toEqual(polled);
		await feeds.keepFeed(named("b"));
		expect(await titles()).toEqual(["a again", "b", "by hand"]);

		await feeds.takeList([]);
		expect(await titles()).toEqual(["by hand"]);
	});
}
