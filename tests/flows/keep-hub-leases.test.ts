import { expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { type HubLease, isPushed } from "../../src/feeds/hub-lease.ts";
import { followAddress } from "../../src/flows/follow-address.ts";
import { keepHubLeases } from "../../src/flows/keep-hub-leases.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { verifyLease } from "../../src/flows/verify-lease.ts";
import { addFeeds, at, type House, now, openHouse } from "./house.ts";

const hub = "https://hub.example/";
const topic = "https://cbc.example/feed";
const hour = 3600;
const day = 24 * hour;

/** A house whose one feed was polled and named its hub. */
async function openWithHub(): Promise<House> {
	const house = openHouse();
	await addFeeds(house, "cbc");
	house.hubOf.set("cbc", hub);
	await pollAgain(house, 1, 0);
	return house;
}

async function pollAgain(house: House, item: number, seconds: number) {
	house.servers.set("cbc", [{ id: `${item}`, title: `Hockey ${item}` }]);
	const state = await house.store.feeds.state("cbc");
	await house.store.feeds.keepState("cbc", { ...state, restUntil: null });
	await pollFeed("cbc", house.poll, at(seconds));
}

async function onlyLease(house: House): Promise<HubLease> {
	const [lease, ...others] = await house.store.hubLeases.all();
	if (!lease || others.length > 0) throw new Error("not one lease");
	return lease;
}

/** What the hub asks back about the one lease. */
async function verify(house: House, question: object, seconds: number) {
	const { token } = await onlyLease(house);
	const usual = { token, mode: "subscribe", topic, reason: null };
	const asked = { ...usual, leaseSeconds: 10 * 86_400, ...question };
	return verifyLease(asked, house.hubs, at(seconds));
}

/** Rounds every minute up to then; gives the minutes at which hubs were asked. */
async function roundsUntil(house: House, from: number, to: number) {
	const minutes: number[] = [];
	for (let seconds = from; seconds <= to; seconds += 60) {
		const before = house.asked.length;
		await keepHubLeases(house.hubs, at(seconds));
		if (house.asked.length > before) minutes.push(seconds / 60);
	}
	return minutes;
}

test("asks a hub that a feed names, once it is verified no more until four fifths in", async () => {
	const house = await openWithHub();
	await keepHubLeases(house.hubs, now);
	const { token, state } = await onlyLease(house);
	const secret = await house.store.hubLeases.secret(token);
	expect(token).toMatch(/^[\w-]{43}$/);
	expect(secret).toMatch(/^[\da-f]{64}$/);
	expect(state).toBe("requested");
	const callback = `https://us.example/websub/${token}`;
	const wish = { hub, mode: "subscribe", topic, callback, secret };
	expect(house.asked).toEqual([wish]);
	expect(await verify(house, {}, 5)).toBe(true);
	const lease = await onlyLease(house);
	expect(lease).toMatchObject({
		state: "active",
		leaseUntil: at(5 + 10 * day),
	});
	await keepHubLeases(house.hubs, at(7 * day));
	expect(house.asked).toHaveLength(1);
	await keepHubLeases(house.hubs, at(9 * day));
	expect(house.asked).toEqual([wish, wish]);
	await verify(house, {}, 9 * day);
	expect((await onlyLease(house)).leaseUntil).toEqual(at(19 * day));
});

test("asks a hub that does not verify less and less often, but for ever", async () => {
	const house = await openWithHub();
	const minutes = await roundsUntil(house, 0, 2 * day);
	const rests = minutes.slice(1).map((minute, n) => minute - (minutes[n] ?? 0));
	const wanted = [10, 20, 40, 80, 160, 320, 640, 1280];
	expect(rests.length).toBeGreaterThanOrEqual(7);
	for (const [n, rest] of rests.entries()) {
		expect(rest / (wanted[n] ?? 0)).toBeGreaterThan(0.85);
		expect(rest / (wanted[n] ?? 0)).toBeLessThan(1.25);
	}
	await house.store.hubLeases.change((await onlyLease(house)).token, {
		failures: 500,
		askAt: at(3 * day),
	});
	expect(await roundsUntil(house, 3 * day, 6 * day)).not.toHaveLength(0);
	expect((await onlyLease(house)).askAt <= at(7.5 * day)).toBe(true);
});

test("keeps why a hub refused, waits as long as it asks, and keeps none of the others", async () => {
	const house = await openWithHub();
	await addFeeds(house, "bbc");
	house.hubOf.set("bbc", "https://other.example/");
	house.servers.set("bbc", []);
	await pollFeed("bbc", house.poll, now);
	const refusing = {
		...house.hubs,
		askHub: async (wish: Parameters<typeof house.hubs.askHub>[0]) => {
			await house.hubs.askHub(wish);
			if (wish.hub === hub)
				throw new FeedError("hub.example answered 429", {
					retryAfterMs: 7_200_000,
				});
		},
	};
	await keepHubLeases(refusing, now);
	expect(house.asked).toHaveLength(2);
	expect(await house.store.hubLeases.ofFeed("cbc")).toMatchObject({
		state: "requested",
		trouble: "hub.example answered 429",
		askAt: at(7200),
	});
});

test("where a feed names several hubs, one that never grants gives way to the next", async () => {
	const house = await openWithHub();
	house.hubOf.set("cbc", `${hub} https://two.example/`);
	const askedBy: string[] = [];
	for (let round = 0; round < 8; round++) {
		const seconds = round * day;
		await keepHubLeases(house.hubs, at(seconds));
		await pollAgain(house, round + 2, seconds + 60);
		askedBy.push(house.asked.at(-1)?.hub ?? "");
	}
	const one = Array(3).fill(hub);
	const two = Array(3).fill("https://two.example/");
	expect(askedBy).toEqual([...one, ...two, hub, hub]);
	expect(await verify(house, {}, 8 * day)).toBe(true);
	await pollAgain(house, 20, 8 * day + 60);
	expect(await onlyLease(house)).toMatchObject({ hub, state: "active" });
});

test("a hub that asks for a century is asked again after a day", async () => {
	const house = await openWithHub();
	const retryAfterMs = 3e12;
	const refusing = {
		...house.hubs,
		askHub: () =>
			Promise.reject(new FeedError("it answered 503", { retryAfterMs })),
	};
	await keepHubLeases(refusing, now);
	expect((await onlyLease(house)).askAt).toEqual(at(day));
});

test("asks hubs anew that know us by an address that is not ours any more", async () => {
	const house = await openWithHub();
	await keepHubLeases(house.hubs, now);
	await verify(house, {}, 5);
	await followAddress(house.hubs, at(60));
	await keepHubLeases(house.hubs, at(60));
	expect(house.asked).toHaveLength(1);
	const callbackOf = (token: string) => `https://new.example/websub/${token}`;
	const moved = { ...house.hubs, callbackOf };
	await followAddress(moved, at(60));
	const state = await onlyLease(house);
	expect(isPushed(state, at(60))).toBe(false);
	await keepHubLeases(moved, at(60));
	expect(house.asked.at(-1)?.callback).toMatch(/^https:\/\/new\.example/);
	expect(await verify(house, {}, 61)).toBe(true);
});

test("confirms only what we asked for", async () => {
	const house = await openWithHub();
	expect(await verify(house, {}, 1)).toBe(false);
	await keepHubLeases(house.hubs, now);
	const other = "https://evil.example/feed";
	expect(await verify(house, { topic: other }, 1)).toBe(false);
	expect(await verify(house, { token: "guess" }, 1)).toBe(false);
	expect(await verify(house, { mode: "unsubscribe" }, 1)).toBe(false);
	expect(await verify(house, { mode: "publish" }, 1)).toBe(false);
	expect((await onlyLease(house)).state).toBe("requested");
	expect(await verify(house, {}, 2)).toBe(true);
	expect(await verify(house, { mode: "unsubscribe" }, 3)).toBe(false);
	// An answer of ours may have been lost on the way.
	expect(await verify(house, {}, 4)).toBe(true);
});

test("takes a denial for what it is, with its reason, and asks again later", async () => {
	const house = await openWithHub();
	await keepHubLeases(house.hubs, now);
	await verify(house, {}, 5);
	const denial = { mode: "denied", reason: "no such topic" };
	expect(await verify(house, denial, 60)).toBe(true);
	const lease = await onlyLease(house);
	expect(lease).toMatchObject({
		state: "requested",
		trouble: "the hub denies it: no such topic",
	});
	expect(lease.askAt < at(60 + 2 * hour)).toBe(true);
});

test("grants of a second and of a century are kept within reason", async () => {
	const house = await openWithHub();
	await keepHubLeases(house.hubs, now);
	await verify(house, { leaseSeconds: 1 }, 0);
	expect((await onlyLease(house)).leaseUntil).toEqual(at(60));
	await verify(house, { leaseSeconds: 3e9 }, 0);
	expect((await onlyLease(house)).leaseUntil).toEqual(at(90 * day));
	await verify(house, { leaseSeconds: null }, 0);
	expect((await onlyLease(house)).leaseUntil).toEqual(at(10 * day));
});

test.each([
	["names another hub", "https://new.example/"],
	["names none any more", null],
])("lets a hub go when its feed %s", async (_what, next) => {
	const house = await openWithHub();
	await keepHubLeases(house.hubs, now);
	await verify(house, {}, 5);
	const { token } = await onlyLease(house);
	if (next) house.hubOf.set("cbc", next);
	else house.hubOf.delete("cbc");
	await pollAgain(house, 2, 60);
	await keepHubLeases(house.hubs, at(60));
	const modes = house.asked.slice(1).map((wish) => `${wish.mode} ${wish.hub}`);
	const begun = next ? [`subscribe ${next}`] : [];
	expect(modes.sort()).toEqual([...begun, `unsubscribe ${hub}`]);
	const goodbye = { token, mode: "unsubscribe", topic, leaseSeconds: null };
	const asked = { ...goodbye, reason: null };
	expect(await verifyLease(asked, house.hubs, at(61))).toBe(true);
	expect(await house.store.hubLeases.byToken(token)).toBeNull();
});

test("a feed that is no more has its hub let go, and a hub that does not listen is left to lapse", async () => {
	const house = await openWithHub();
	await keepHubLeases(house.hubs, now);
	await verify(house, {}, 5);
	await house.store.feeds.removeFeed("cbc");
	await roundsUntil(house, 7 * day, 9.8 * day);
	const modes = house.asked.map(({ mode }) => mode);
	expect(modes.slice(1)).toEqual(Array(4).fill("unsubscribe"));
	expect(await house.store.hubLeases.all()).toEqual([]);
});

test("polls a feed seldom while its hub pushes, and as ever when the hub misses one or lapses", async () => {
	const house = await openWithHub();
	const rest = async (seconds: number) => {
		const { restUntil } = await house.store.feeds.state("cbc");
		return Math.round((Number(restUntil) - +at(seconds)) / 1000);
	};
	const relaxed = { ...house.poll, minSeconds: 1000 };
	const poll = async (seconds: number) => {
		const state = await house.store.feeds.state("cbc");
		await house.store.feeds.keepState("cbc", { ...state, restUntil: null });
		await pollFeed("cbc", relaxed, at(seconds));
		return rest(seconds);
	};
	expect(await poll(10)).toBeLessThan(2000);
	await keepHubLeases(house.hubs, at(11));
	await verify(house, {}, 12);
	expect(await poll(20)).toBeGreaterThan(3500);
	house.servers.set("cbc", [{ id: "missed", title: "Not pushed" }]);
	expect(await poll(30)).toBeLessThan(2000);
	const { token } = await onlyLease(house);
	await house.store.hubLeases.change(token, { pushedAt: at(40) });
	expect(await poll(50)).toBeGreaterThan(3500);
	expect(await poll(10 * day + 60)).toBeLessThan(2000);
});

test("without an address of ours no hub is noted", async () => {
	const house = openHouse();
	await addFeeds(house, "cbc");
	house.hubOf.set("cbc", hub);
	house.servers.set("cbc", [{ id: "1", title: "Hockey" }]);
	await pollFeed("cbc", { ...house.poll, hubLeases: null }, now);
	expect(await house.store.hubLeases.all()).toEqual([]);
});
