import { expect, test } from "vitest";
import { unpolled } from "../../src/feeds/feed.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import {
	addFeeds,
	at,
	desk,
	follow,
	type House,
	now,
	openHouse,
} from "./house.ts";

const steel = {
	id: "1",
	title: "Ottawa imposes steel tariffs of 25 percent on Chinese imports",
};

async function openFollowed(...feeds: string[]): Promise<House> {
	const house = openHouse();
	await addFeeds(house, ...feeds);
	await follow(house);
	return house;
}

function deliveries(house: House) {
	return [...house.store.tables.deliveries.values()];
}

test("a new item that meets a topic is planned for those who follow it", async () => {
	const house = await openFollowed("cbc");
	house.servers.set("cbc", [steel, { id: "2", title: "Hockey tonight" }]);
	await pollFeed("cbc", house.poll, now);
	expect(deliveries(house)).toMatchObject([
		{ channel: desk, card: { title: steel.title }, state: "queued" },
	]);
	expect(house.enqueued).toEqual([{ channel: desk, at: at(2) }]);
	expect(house.store.tables.articles.size).toBe(2);
});

test.each([
	["undated, by their place: newest first", [null, null, null]],
	["by their dates, wherever they stand", [60, 0, 30]],
])("items that come at once are told oldest first: %s", async (_how, dates) => {
	const house = await openFollowed("cbc");
	const titles = ["Steel duty", "Steel quota", "Steel talks"];
	const items = titles.map((title, nth) => {
		const ago = dates[nth] ?? null;
		const published = ago === null ? null : at(-ago).toISOString();
		return { id: String(nth), title, published };
	});
	house.servers.set("cbc", items);
	await pollFeed("cbc", house.poll, now);
	const told = deliveries(house).map(({ card }) => card.title);
	const [duty, quota, talks] = titles;
	const isDated = dates[0] !== null;
	expect(told).toEqual(isDated ? [duty, talks, quota] : [talks, quota, duty]);
});

test("a model's summary goes on the post and on its later editions", async () => {
	const house = await openFollowed("cbc", "reuters");
	const text = "Ottawa imposes steel tariffs, in a model's words.";
	const shown: (string | undefined)[] = [];
	const poll: House["poll"] = {
		...house.poll,
		writeSummaries: async (read) =>
			new Map(
				read
					.filter(({ article }) => article.feedId === "cbc")
					.map(({ article }) => [article.id, { text, model: "small-1" }]),
			),
		storyCard: (told, say) => {
			shown.push(told.written?.text);
			return house.poll.storyCard(told, say);
		},
	};
	for (const feed of ["cbc", "reuters"]) {
		house.servers.set(feed, [steel]);
		await pollFeed(feed, poll, now);
	}
	expect(shown).toEqual([text, text]);
});

test("a feed's first poll asks no model", async () => {
	const house = await openFollowed("cbc");
	await house.store.feeds.keepState("cbc", unpolled);
	house.servers.set("cbc", [steel]);
	const writeSummaries = () => Promise.reject(new Error("asked"));
	await pollFeed("cbc", { ...house.poll, writeSummaries }, now);
	expect(house.store.tables.articles.size).toBe(1);
});

test("a feed's first poll keeps what it finds and tells nobody", async () => {
	const house = await openFollowed("cbc");
	await house.store.feeds.keepState("cbc", unpolled);
	house.servers.set("cbc", [steel]);
	await pollFeed("cbc", house.poll, now);
	expect(deliveries(house)).toEqual([]);
	expect(house.store.tables.articles.size).toBe(1);
	const state = await house.store.feeds.state("cbc");
	expect(state.primedAt).toEqual(now);
});

test("one event from three feeds in a moment is one message that names them", async () => {
	const house = await openFollowed("cbc", "reuters", "bbc");
	for (const feed of ["cbc", "reuters", "bbc"]) {
		house.servers.set(feed, [steel]);
	}
	await Promise.all(
		["cbc", "reuters", "bbc"].map((feed) => pollFeed(feed, house.poll, now)),
	);
	await sendDeliveries(desk, house.send, () => at(2));
	expect(house.slack.shown).toHaveLength(1);
	expect(house.slack.shown[0]?.cards.map(({ title }) => title)).toEqual([
		`${steel.title} also REUTERS also BBC`,
	]);
});

test("an item seen again, its bytes changed or not, is told no more", async () => {
	const house = await openFollowed("cbc");
	for (const items of [[steel], [steel], [{ ...steel, title: "Edited" }]]) {
		house.servers.set("cbc", items);
		await pollFeed("cbc", house.poll, now);
	}
	expect(deliveries(house)).toHaveLength(1);
	expect(deliveries(house)[0]?.edition).toBe(1);
});

test("a channel that came later hears the story with its next article", async () => {
	const house = openHouse();
	await addFeeds(house, "cbc", "bbc");
	house.servers.set("cbc", [steel]);
	house.servers.set("bbc", [steel]);
	await pollFeed("cbc", house.poll, now);
	await follow(house);
	await pollFeed("bbc", house.poll, at(60));
	expect(deliveries(house)).toHaveLength(1);
});

test("a failing feed keeps its trouble in a sentence and rests", async () => {
	const house = await openFollowed("cbc");
	house.servers.set("cbc", new FeedError("cbc.example answered 500"));
	await pollFeed("cbc", house.poll, now);
	const state = await house.store.feeds.state("cbc");
	expect(state).toMatchObject({
		failures: 1,
		trouble: "cbc.example answered 500",
	});
	house.servers.set("cbc", [steel]);
	await pollFeed("cbc", house.poll, at(0.5));
	expect(deliveries(house)).toEqual([]);
	await pollFeed("cbc", house.poll, at(7 * 3600));
	expect(deliveries(house)).toHaveLength(1);
	expect((await house.store.feeds.state("cbc")).trouble).toBeNull();
});

test.each([
	["cannot be read", "readArticle"],
	["cannot be given a story", "tellStory"],
	["cannot be put on a card", "storyCard"],
] as const)(
	"an item that %s stops no other, and is tried again",
	async (_what, tool) => {
		const house = await openFollowed("cbc");
		const bad = { id: "bad", title: "Poisoned steel" };
		house.servers.set("cbc", [bad, steel]);
		const isBad = (words: unknown) =>
			JSON.stringify(words).includes("Poisoned");
		const breaking = {
			...house.poll,
			[tool]: (...given: [never, never, never]) => {
				if (isBad(given)) throw new Error("our fault");
				return house.poll[tool](...given);
			},
		};
		await pollFeed("cbc", breaking, now);
		expect(deliveries(house)).toHaveLength(1);
		expect(house.errors).toHaveLength(1);
		await pollFeed("cbc", house.poll, at(300));
		expect(deliveries(house)).toHaveLength(2);
	},
);

test("a broken store is thrown, and nothing is marked as read", async () => {
	const house = await openFollowed("cbc");
	house.servers.set("cbc", [steel]);
	const newsroom = {
		inTurn: () => Promise.reject(new Error("store is down")),
	};
	const polling = pollFeed("cbc", { ...house.poll, newsroom }, now);
	await expect(polling).rejects.toThrow("store is down");
	expect((await house.store.feeds.state("cbc")).contentHash).toBeNull();
});

test("a feed that is no more is not polled", async () => {
	const house = openHouse();
	await expect(pollFeed("gone", house.poll, now)).resolves.toBeNull();
});

test("comes back when its host's turn is there, and asks nothing before", async () => {
	const house = await openFollowed("cbc");
	house.servers.set("cbc", [steel]);
	const turn = at(30);
	const waits = new Map([["cbc.example", 30_000]]);
	const turnOf = async (_feed: string, host: string) => waits.get(host) ?? null;
	const tools = { ...house.poll, hostTurns: { turnOf, end: () => {} } };
	expect(await pollFeed("cbc", tools, now)).toEqual(turn);
	expect(deliveries(house)).toEqual([]);
	expect(await pollFeed("cbc", tools, at(5))).toEqual(turn);
	waits.clear();
	await pollFeed("cbc", tools, turn);
	expect(deliveries(house)).toHaveLength(1);
});

test("a rest from a clock that was set back since keeps no feed waiting", async () => {
	const house = await openFollowed("cbc");
	const hour = 3_600;
	await pollFeed("cbc", house.poll, at(hour));
	house.servers.set("cbc", [steel]);
	await pollFeed("cbc", house.poll, now);
	expect(deliveries(house)).toHaveLength(1);
});

test("while our own network is out no feed is blamed, and all are well at once after it", async () => {
	const house = await openFollowed("a", "b", "c", "d");
	const out = new FeedError("no way there", { unreachable: true });
	for (const id of ["a", "b", "c", "d"]) house.servers.set(id, out);
	for (const id of ["a", "b", "c", "d"]) await pollFeed(id, house.poll, now);
	const failures = async (id: string) =>
		(await house.store.feeds.state(id)).failures;
	expect(await failures("c")).toBe(0);
	expect(await failures("d")).toBe(0);
	house.servers.set("d", [steel]);
	await pollFeed("d", house.poll, at(1));
	expect(deliveries(house)).toHaveLength(1);
});
