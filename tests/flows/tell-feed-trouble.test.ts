import { expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { addFeeds, at, follow, type House, now, openHouse } from "./house.ts";

const hour = 3600;
const down = new FeedError("cbc.example answered 503");

/** A house whose desk has heard of steel from cbc. */
async function openFed(): Promise<House> {
	const house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house);
	house.servers.set("cbc", [{ id: "1", title: "Steel quota opens" }]);
	await pollFeed("cbc", house.poll, now);
	return house;
}

async function pollHourly(house: House, from: number, to: number) {
	for (let hours = from; hours <= to; hours++) {
		const state = await house.store.feeds.state("cbc");
		await house.store.feeds.keepState("cbc", { ...state, restUntil: null });
		await pollFeed("cbc", house.poll, at(hours * hour));
	}
}

const notices = (house: House) =>
	[...house.store.tables.deliveries.values()]
		.filter(({ kind }) => kind === "notice")
		.map(({ card }) => card.title);

test("those whom a feed brings news hear once that it fails for a day, and once that it is back", async () => {
	const house = await openFed();
	house.servers.set("cbc", down);
	await pollHourly(house, 1, 24);
	expect(notices(house)).toEqual([]);
	await pollHourly(house, 25, 60);
	expect(notices(house)).toEqual(["cbc: cbc.example answered 503"]);
	house.servers.set("cbc", []);
	await pollHourly(house, 61, 70);
	expect(notices(house)).toEqual([
		"cbc: cbc.example answered 503",
		"cbc: back",
	]);
	house.servers.set("cbc", down);
	await pollHourly(house, 71, 100);
	expect(notices(house)).toHaveLength(3);
});

test("a short failure, and a feed that brought nobody anything, are told to nobody", async () => {
	const house = await openFed();
	await addFeeds(house, "other");
	house.servers.set("cbc", down);
	house.servers.set("other", down);
	await pollHourly(house, 1, 20);
	await pollFeed("other", house.poll, at(hour));
	await pollFeed("other", house.poll, at(48 * hour));
	house.servers.set("cbc", []);
	await pollHourly(house, 21, 30);
	expect(notices(house)).toEqual([]);
});

test("a notice that was written before a crash is not written twice", async () => {
	const house = await openFed();
	house.servers.set("cbc", down);
	await pollHourly(house, 1, 24);
	const before = await house.store.feeds.state("cbc");
	await pollHourly(house, 25, 25);
	// The crash came before the state was kept.
	await house.store.feeds.keepState("cbc", before);
	await pollHourly(house, 26, 26);
	expect(notices(house)).toHaveLength(1);
});

test("a notice waits for the end of quiet hours", async () => {
	const house = await openFed();
	const { channels } = house.store;
	const desk = { platform: "slack", id: "T1/C1" };
	await channels.change(desk, {
		zone: "UTC",
		quietHours: { from: "14:00", to: "18:00" },
	});
	house.servers.set("cbc", down);
	await pollHourly(house, 1, 26);
	const [notice] = [...house.store.tables.deliveries.values()].filter(
		({ kind }) => kind === "notice",
	);
	expect(notice?.notBefore).toEqual(at(28 * hour));
});
