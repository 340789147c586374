import { expect, test } from "vitest";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import type { Article } from "../../src/news/article.ts";
import { addFeeds, at, follow, now, openHouse } from "./house.ts";

interface Item {
	readonly id: string;
	readonly title: string;
	readonly url: string;
	readonly published: string;
}

const items: readonly Item[] = Array.from({ length: 12 }, (_, n) => ({
	id: `guid-${n}`,
	title: `Steel notice ${n}`,
	url: `https://cbc.example/steel/${n}?src=rss`,
	published: "2026-10-06T10:00:00Z",
}));

/** A house that has heard all of these items from one feed. */
async function openTold() {
	const house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house);
	let served: readonly Item[] = items;
	const articlesFrom = async (feed: { id: string }): Promise<Article[]> =>
		served.map(({ id, title, url, published }) => ({
			...{ id: `${feed.id}/${id}`, feedId: feed.id, url, title },
			...{ outlet: "CBC", kind: "media", language: "en" },
			...{ summary: "", body: "" },
			...{ published: new Date(published), detected: now },
		}));
	const poll = async (next: readonly Item[], when: Date) => {
		served = next;
		house.servers.set("cbc", [{ id: JSON.stringify(next), title: "" }]);
		await pollFeed("cbc", { ...house.poll, articlesFrom }, when);
	};
	await poll(items, now);
	const posts = () => [...house.store.tables.deliveries.values()];
	const kept = async () => (await house.store.archive.counts()).articles;
	return { poll, posts, kept };
}

const later = at(6 * 86_400);

test.each<[string, (item: Item) => Item]>([
	["edited", (item) => ({ ...item, title: `${item.title}, corrected` })],
	["re-dated", (item) => ({ ...item, published: "2026-10-12T10:00:00Z" })],
	["re-guid-ed", (item) => ({ ...item, id: `new-${item.id}` })],
	[
		"moved to another host with other guids",
		(item) => ({
			...item,
			id: item.url,
			url:
				item.url.replace("cbc.example", "www.cbc.example").split("?")[0] ?? "",
		}),
	],
])(
	"a feed whose items are all %s posts nothing again, even days later",
	async (_, change) => {
		const { poll, posts } = await openTold();
		expect(posts()).toHaveLength(items.length);
		await poll(items.map(change), later);
		await poll(items.map(change).toReversed(), at(7 * 86_400));
		expect(posts()).toHaveLength(items.length);
	},
);

test("a new item with an old title and a page of its own is taken", async () => {
	const { poll, kept } = await openTold();
	const [first] = items;
	if (!first) throw new Error("no items");
	const notice = { ...first, id: "n", url: "https://cbc.example/steel/99" };
	await poll([...items, notice], later);
	expect(await kept()).toBe(items.length + 1);
});

test("items that all lead to the front page are told apart by their ids alone", async () => {
	const { poll, kept } = await openTold();
	const front = {
		title: "Steel",
		url: "https://cbc.example/",
		published: now.toISOString(),
	};
	await poll([{ ...front, id: "x" }], at(60));
	await poll([{ ...front, id: "y" }], later);
	expect(await kept()).toBe(items.length + 2);
});
