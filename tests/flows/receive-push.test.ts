import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { unpolled } from "../../src/feeds/feed.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { keepHubLeases } from "../../src/flows/keep-hub-leases.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { type Push, receivePush } from "../../src/flows/receive-push.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { verifyLease } from "../../src/flows/verify-lease.ts";
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

/** A house that follows steel, whose one feed is pushed by its hub. */
async function openPushed(): Promise<{ house: House; token: string }> {
	const house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house);
	house.hubOf.set("cbc", "https://hub.example/");
	house.servers.set("cbc", [{ id: "0", title: "Hockey" }]);
	await pollFeed("cbc", house.poll, now);
	await keepHubLeases(house.hubs, now);
	const lease = await house.store.hubLeases.ofFeed("cbc");
	if (!lease) throw new Error("no lease");
	const { token, topic } = lease;
	const asked = { token, topic, leaseSeconds: 864_000, reason: null };
	await verifyLease({ ...asked, mode: "subscribe" }, house.hubs, now);
	return { house, token };
}

async function pushOf(
	{ house, token }: { house: House; token: string },
	items: unknown,
	algorithm = "sha256",
): Promise<Push> {
	const body = Buffer.from(
		typeof items === "string" ? items : JSON.stringify(items),
	);
	const secret = (await house.store.hubLeases.secret(token)) ?? "";
	const hex = createHmac(algorithm, secret).update(body).digest("hex");
	const signature = `${algorithm}=${hex}`;
	return { token, signature, contentType: "application/rss+xml", body };
}

const deliveries = (house: House) => [
	...house.store.tables.deliveries.values(),
];

test("what a hub pushes is told like what is polled, but at once", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	const push = await pushOf(pushed, [steel]);
	expect(await receivePush(push, house.hubs, at(9))).toBe("told");
	expect(deliveries(house)).toMatchObject([
		{ channel: desk, card: { title: steel.title }, notBefore: at(9) },
	]);
	expect(house.enqueued).toEqual([{ channel: desk, at: at(9) }]);
	await sendDeliveries(desk, house.send, () => at(9));
	expect(house.slack.shown).toHaveLength(1);
});

test("the poll that finds it later tells it no more, nor does the same push again", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	const push = await pushOf(pushed, [steel]);
	await receivePush(push, house.hubs, at(9));
	expect(await receivePush(push, house.hubs, at(10))).toBe("replayed");
	house.servers.set("cbc", [steel, { id: "0", title: "Hockey" }]);
	await pollFeed("cbc", house.poll, at(3600));
	expect(deliveries(house)).toHaveLength(1);
	expect(deliveries(house)[0]?.edition).toBe(1);
	const lease = await house.store.hubLeases.byToken(pushed.token);
	expect(lease).toMatchObject({ pushedAt: at(9), missedAt: null });
});

test("the same push twice at one moment is told once", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	const push = await pushOf(pushed, [steel]);
	await Promise.all([1, 2].map(() => receivePush(push, house.hubs, at(9))));
	expect(deliveries(house)).toHaveLength(1);
});

test.each<[string, (push: Push) => Partial<Push>]>([
	["unsigned", () => ({ signature: null })],
	["forged", () => ({ signature: `sha256=${"0".repeat(64)}` })],
	[
		"changed",
		({ body }) => ({ body: Buffer.concat([body, Buffer.from(" ")]) }),
	],
	["cut", ({ body }) => ({ body: body.subarray(0, -1) })],
	["empty", () => ({ body: Buffer.alloc(0) })],
])("an %s push is refused and tells nothing", async (_what, change) => {
	const pushed = await openPushed();
	const { house } = pushed;
	const push = await pushOf(pushed, [steel]);
	const bad = { ...push, ...change(push) };
	expect(await receivePush(bad, house.hubs, at(9))).toBe("forged");
	expect(deliveries(house)).toEqual([]);
	expect(house.polled).toEqual([]);
	expect(await receivePush(push, house.hubs, at(10))).toBe("told");
});

test("a push signed with SHA-1 is refused, but has the feed asked", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	const state = await house.store.feeds.state("cbc");
	const resting = { ...state, restUntil: at(1200) };
	await house.store.feeds.keepState("cbc", resting);
	const push = await pushOf(pushed, [steel], "sha1");
	expect(await receivePush(push, house.hubs, at(9))).toBe("forged");
	expect(deliveries(house)).toEqual([]);
	expect(house.polled).toEqual([{ feedId: "cbc", at: at(9) }]);
	house.servers.set("cbc", [steel]);
	await pollFeed("cbc", house.poll, at(9));
	expect(deliveries(house)).toHaveLength(1);
});

test("a feed in trouble is not asked sooner for a push that is no feed", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	const state = await house.store.feeds.state("cbc");
	const resting = { ...state, failures: 2, restUntil: at(1200) };
	await house.store.feeds.keepState("cbc", resting);
	const hubs = {
		...house.hubs,
		parseFeed: () => Promise.reject(new FeedError("that is HTML")),
	};
	const push = await pushOf(pushed, "<html>");
	expect(await receivePush(push, hubs, at(9))).toBe("polled");
	expect(house.polled).toEqual([]);
	expect((await house.store.feeds.state("cbc")).restUntil).toEqual(at(1200));
});

test("a push to a feed whose first poll is still to come keeps it and posts nothing", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	await house.store.feeds.keepState("cbc", unpolled);
	const push = await pushOf(pushed, [steel]);
	expect(await receivePush(push, house.hubs, at(9))).toBe("told");
	expect(deliveries(house)).toEqual([]);
	expect(house.store.tables.articles.size).toBe(2);
	expect((await house.store.feeds.state("cbc")).primedAt).toBeNull();
});

test("what could not be told is sent again, and found by the poll as well", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	const push = await pushOf(pushed, [steel]);
	const broken = {
		...house.hubs,
		readArticle: () => {
			throw new Error("our fault");
		},
	};
	expect(await receivePush(push, broken, at(9))).toBe("unfinished");
	const down = {
		...house.hubs,
		newsroom: { inTurn: () => Promise.reject(new Error("store is down")) },
	};
	await expect(receivePush(push, down, at(10))).rejects.toThrow(
		"store is down",
	);
	house.servers.set("cbc", [steel]);
	await pollFeed("cbc", house.poll, at(3600));
	expect(deliveries(house)).toHaveLength(1);
	expect(await receivePush(push, house.hubs, at(3601))).toBe("told");
	expect(deliveries(house)).toHaveLength(1);
});

test("another outlet's poll joins what was pushed by an edit", async () => {
	const pushed = await openPushed();
	const { house } = pushed;
	await addFeeds(house, "bbc");
	house.servers.set("bbc", [steel]);
	await receivePush(await pushOf(pushed, [steel]), house.hubs, at(9));
	await sendDeliveries(desk, house.send, () => at(9));
	await pollFeed("bbc", house.poll, at(10));
	await sendDeliveries(desk, house.send, () => at(45));
	expect(house.slack.shown).toHaveLength(1);
	expect(house.slack.shown[0]?.cards.map(({ title }) => title)).toEqual([
		steel.title,
		`${steel.title} also BBC`,
	]);
});

test("nothing is taken for a lease that does not stand", async () => {
	const pushed = await openPushed();
	const { house, token } = pushed;
	const push = await pushOf(pushed, [steel]);
	const { hubLeases, feeds } = house.store;
	expect(
		await receivePush({ ...push, token: "guess" }, house.hubs, at(9)),
	).toBe("unknown");
	await hubLeases.change(token, { state: "requested" });
	expect(await receivePush(push, house.hubs, at(9))).toBe("unknown");
	await hubLeases.change(token, { state: "active" });
	await feeds.removeFeed("cbc");
	expect(await receivePush(push, house.hubs, at(9))).toBe("gone");
	expect(await hubLeases.byToken(token)).toMatchObject({ state: "ending" });
	expect(await receivePush(push, house.hubs, at(10))).toBe("gone");
	expect(deliveries(house)).toEqual([]);
});
