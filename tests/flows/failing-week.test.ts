import { expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { addFeeds, at, follow, now, openHouse } from "./house.ts";

const hour = 3600;

test("a feed that fails for a week is read within its probing interval, and loses nothing that is still in it", async () => {
	const house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house);
	house.servers.set("cbc", new FeedError("cbc.example answered 503"));
	let next = now;
	let longest = 0;
	while (next < at(7 * 24 * hour)) {
		const then = await pollFeed(
			"cbc",
			{ ...house.poll, minSeconds: 300 },
			next,
		);
		longest = Math.max(longest, Number(then) - Number(next));
		next = then ?? next;
	}
	expect(longest).toBeLessThanOrEqual(24 * hour * 1000);
	const items = ["Steel duty of 25%", "Steel quota opens", "Steel talks end"];
	house.servers.set(
		"cbc",
		items.map((title, id) => ({ id: String(id), title })),
	);
	await pollFeed("cbc", house.poll, next);
	expect(Number(next) - Number(at(7 * 24 * hour))).toBeLessThan(
		24 * hour * 1000,
	);
	const told = [...house.store.tables.deliveries.values()];
	expect(told.map(({ card }) => card.title)).toEqual(items.toReversed());
	expect(await house.store.feeds.state("cbc")).toMatchObject({
		failures: 0,
		trouble: null,
	});
});
