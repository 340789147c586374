import { beforeEach, expect, test } from "vitest";
import type { Weekday } from "../../src/chat/channel.ts";
import { toldId } from "../../src/deliveries/rate-watch.ts";
import { makeDigests } from "../../src/flows/make-digests.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { addFeeds, at, desk, follow, type House, openHouse } from "./house.ts";

let house: House;
beforeEach(async () => {
	items.length = 0;
	house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house, "digest");
	const days: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
	const zone = "America/Toronto";
	const digest = { at: "18:00", zone, days, since: at(-86_400) };
	await house.store.channels.change(desk, { digest });
});

/** 18:00 in Toronto on the day that `at` counts from. */
const evening = 8 * 3600;
const day = 86_400;

const first = "Ottawa imposes steel tariffs on Chinese imports";
const second = "Nucor raises prices at Alabama steel plant";
const items: { id: string; title: string }[] = [];

async function tell(title: string, seconds: number, published?: Date) {
	items.push({ id: title, title });
	house.servers.set("cbc", [...items]);
	const articlesFrom: typeof house.poll.articlesFrom = async (...given) => {
		const articles = await house.poll.articlesFrom(...given);
		return articles.map((one) => ({ ...one, published: published ?? null }));
	};
	await pollFeed("cbc", { ...house.poll, articlesFrom }, at(seconds));
}

const digests = () =>
	[...house.store.tables.deliveries.values()].map((one) => one.card.title);

test("tells the day's stories once its hour has come, and once only", async () => {
	await tell(first, 0);
	await makeDigests(house.digest, at(evening - 1));
	expect(digests()).toEqual([]);
	for (const seconds of [0, 30, 60]) {
		await makeDigests(house.digest, at(evening + seconds));
	}
	expect(digests()).toEqual([`2026-10-07: ${first}`]);
	expect(house.enqueued).toEqual([{ channel: desk, at: at(evening) }]);
});

test("each story is told by one digest, and none by none", async () => {
	await tell(first, 0);
	await makeDigests(house.digest, at(evening + 20));
	// Told at noon, but our poll found it after the digest of that day.
	await tell(second, evening + 600, at(0));
	await makeDigests(house.digest, at(evening + day));
	expect(digests()).toEqual([`2026-10-07: ${first}`, `2026-10-08: ${second}`]);
});

test("a late digest leaves what came after its hour to the next", async () => {
	await tell(first, 0);
	await tell(second, evening + 600);
	await makeDigests(house.digest, at(evening + 3600));
	await makeDigests(house.digest, at(evening + day));
	expect(digests()).toEqual([
		`2026-10-07 late: ${first}`,
		`2026-10-08: ${second}`,
	]);
});

test("a day with nothing to tell is made in silence, and bridged", async () => {
	await makeDigests(house.digest, at(evening));
	expect(digests()).toEqual([]);
	expect(await house.store.digests.last(desk)).toMatchObject({
		date: "2026-10-07",
	});
});

test("a suspended channel's digest is held", async () => {
	const suspended = { reason: "is_archived", since: at(0) };
	await house.store.channels.change(desk, { suspended });
	await tell(first, 0);
	await makeDigests(house.digest, at(evening));
	expect(await house.store.ledger.counts()).toMatchObject({ held: 1 });
});

test("one channel's failure keeps no other from its digest", async () => {
	const other = { platform: "slack", id: "T1/A0" };
	await follow(house, "digest", other);
	const { digest } = await house.store.channels.settings(desk);
	const broken = digest && { ...digest, zone: "Nowhere/Land" };
	await house.store.channels.change(other, { digest: broken });
	await tell(first, 0);
	await makeDigests(house.digest, at(evening));
	expect(digests()).toHaveLength(1);
	expect(house.errors).toHaveLength(1);
});

test("tells of the duties that changed since the last, and of nothing else", async () => {
	const watch = {
		...{ goods: "steel", importer: "US", origin: "CA", id: "w1" },
		...{ channel: desk, mode: "digest" as const, since: at(0), revision: 0 },
	};
	const told = (day: string) => ({ day, steps: [], edition: "" });
	await house.store.rateWatches.watch(watch, told(""));
	const notice = { title: "Steel: 25% → 50%", url: null, source: "Proc." };
	await house.store.rateWatches.tell({
		standing: { question: watch, toldId: toldId(told("")) },
		told: told("2026-10-07"),
		tellings: [{ watch, deliveries: [], notices: [notice] }],
		now: at(60),
	});
	await makeDigests(house.digest, at(evening));
	await makeDigests(house.digest, at(evening + day));
	expect(digests()).toEqual(["2026-10-07: Steel: 25% → 50%"]);
});
