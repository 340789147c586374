import { beforeEach, expect, test } from "vitest";
import type { ChannelSettings } from "../../src/chat/channel.ts";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import { newDelivery } from "../../src/deliveries/new-delivery.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { at, card, desk, type House, now, openHouse } from "./house.ts";

let house: House;
beforeEach(() => {
	house = openHouse();
});

async function write(subject: string, changes: Partial<Delivery> = {}) {
	const delivery = newDelivery({
		channel: desk,
		kind: "story",
		subject,
		card: card(subject),
		notBefore: now,
		createdAt: now,
		...changes,
	});
	await house.store.ledger.write([delivery]);
	return delivery.id;
}

const send = (seconds = 0) =>
	sendDeliveries(desk, house.send, () => at(seconds));
const row = async (id: string) => house.store.ledger.delivery(id);
const titles = () => house.slack.shown.map(({ cards }) => cards.at(-1)?.title);
const settle = (changes: Partial<ChannelSettings>) =>
	house.store.channels.change(desk, changes);

/** Fails the first time that the verb is asked for. */
function failOnce(verb: string, error: Error, when: "before" | "after") {
	let isSpent = false;
	house.slack.script = {
		[when]: (asked: string) => {
			if (isSpent || asked !== verb) return;
			isSpent = true;
			throw error;
		},
	};
}

test("says what is due, in the order written, and tells when to come back", async () => {
	await write("first");
	await write("second");
	await write("later", { notBefore: at(30) });
	expect(await send()).toEqual(at(30));
	expect(titles()).toEqual(["first", "second"]);
});

test("a newer edition of what was sent is an edit in place", async () => {
	const id = await write("story");
	await send();
	const { deliveries } = house.store.tables;
	const sent = await row(id);
	if (sent) deliveries.set(id, { ...sent, edition: 2, card: card("newer") });
	await send(30);
	expect(house.slack.shown).toHaveLength(1);
	expect(titles()).toEqual(["newer"]);
});

test("a material change answers in the thread of its post", async () => {
	const post = await write("story");
	await write("story", { revision: 2, replyTo: post });
	await send();
	expect(house.slack.shown.map(({ replyTo }) => replyTo)).toEqual([null, "m1"]);
});

test("a busy platform is left alone as long as it asks, and keeps its order", async () => {
	await write("first");
	await write("second");
	const busy = new ChatError("busy", "slow down", { retryAfterMs: 5_000 });
	failOnce("post", busy, "before");
	await send();
	expect(titles()).toEqual([]);
	await send(4);
	expect(titles()).toEqual([]);
	await send(5);
	expect(titles()).toEqual(["first", "second"]);
});

test.each([
	["it happened", "after"],
	["it did not happen", "before"],
] as const)(
	"an unreachable platform is asked before a second try: %s",
	async (_what, when) => {
		const id = await write("story");
		failOnce("post", new ChatError("unreachable", "timed out"), when);
		await send();
		expect(await row(id)).toMatchObject({ state: "unknown", attempts: 1 });
		await send(10);
		expect(titles()).toEqual(["story"]);
		expect(await row(id)).toMatchObject({ state: "sent" });
	},
);

test("an edition made while a post was in doubt follows as an edit", async () => {
	const id = await write("story");
	failOnce("post", new ChatError("unreachable", "timed out"), "after");
	await send();
	const doubtful = await row(id);
	if (doubtful) {
		const newer = { ...doubtful, edition: 2, card: card("newer") };
		house.store.tables.deliveries.set(id, newer);
	}
	await send(10);
	expect(house.slack.shown).toHaveLength(1);
	expect(titles()).toEqual(["newer"]);
});

test("what the platform can never tell about ends where a person sees it", async () => {
	const id = await write("story");
	failOnce("post", new ChatError("unreachable", "timed out"), "before");
	await send();
	house.slack.script = { finds: "unknown" };
	for (let hour = 1; hour <= 12; hour++) await send(hour * 3600);
	expect(await row(id)).toMatchObject({ state: "dead" });
	expect(house.slack.shown).toEqual([]);
	expect(house.errors).toHaveLength(1);
});

test("an outage is waited out, however long", async () => {
	const id = await write("story");
	house.slack.script = {
		before: () => {
			throw new ChatError("unreachable", "no route");
		},
	};
	for (let hour = 0; hour < 48; hour++) await send(hour * 3600);
	house.slack.script = {};
	await send(49 * 3600);
	expect(await row(id)).toMatchObject({ state: "sent" });
	expect(titles()).toEqual(["story"]);
});

test("a fault of an adapter blocks its lane no longer than its tries", async () => {
	const bad = await write("bad");
	await write("good");
	house.slack.script = {
		before: (verb, key) => {
			if (verb === "post" && key === bad) throw new TypeError("undefined");
		},
	};
	for (let tries = 0; tries < 13; tries++) await send(tries * 300);
	expect(await row(bad)).toMatchObject({ state: "dead" });
	expect(titles()).toEqual(["good"]);
});

test("a refused delivery is dead at once, loudly, and stops no other", async () => {
	const id = await write("refused");
	await write("next");
	failOnce("post", new ChatError("refused", "invalid blocks"), "before");
	await send();
	expect(await row(id)).toMatchObject({
		state: "dead",
		reason: "invalid blocks",
	});
	expect(titles()).toEqual(["next"]);
	expect(house.errors).toHaveLength(1);
});

test("a channel that is gone is suspended, and all of its own is held", async () => {
	const ids = [await write("one"), await write("two", { kind: "digest" })];
	failOnce("post", new ChatError("gone", "channel_not_found"), "before");
	await send();
	for (const id of ids) {
		expect(await row(id)).toMatchObject({
			state: "held",
			reason: "channel_not_found",
		});
	}
	const { suspended } = await house.store.channels.settings(desk);
	expect(suspended).toEqual({ reason: "channel_not_found", since: now });
});

test("quiet hours hold stories, and let digests and edits pass", async () => {
	const sent = await write("early");
	await send();
	const known = await row(sent);
	if (known) {
		const newer = { ...known, edition: 2, card: card("early, also CBC") };
		house.store.tables.deliveries.set(sent, newer);
	}
	await settle({ quietHours: { from: "09:00", to: "11:00" } });
	const held = await write("story");
	await write("digest", { kind: "digest" });
	await send(60);
	expect(titles()).toEqual(["early, also CBC", "digest"]);
	expect(await row(held)).toMatchObject({ state: "held" });
});

test("posts above the channel's limit are held", async () => {
	await settle({ limitPerHour: 2 });
	for (const subject of ["a", "b", "c"]) await write(subject);
	await send();
	expect(titles()).toEqual(["a", "b"]);
	await write("d");
	await send(3601);
	expect(titles()).toEqual(["a", "b", "d"]);
});

test("a platform not connected in this process is left to another", async () => {
	const id = await write("story");
	const tools = { ...house.send, platforms: new Map() };
	await sendDeliveries(desk, tools, () => now);
	expect(await row(id)).toMatchObject({ state: "queued", attempts: 0 });
	await send(60);
	expect(titles()).toEqual(["story"]);
});

test("a process that is alone takes over at once what was being sent before it", async () => {
	const id = await write("story");
	await house.store.ledger.claim(desk, now, now);
	const later = new Date(+now + 5_000);
	await sendDeliveries(desk, house.send, () => later);
	expect(await row(id)).toMatchObject({ state: "sending" });
	const alone = { ...house.send, aloneSince: new Date(+now + 1_000) };
	await sendDeliveries(desk, alone, () => later);
	expect(await row(id)).toMatchObject({ state: "sent" });
	expect(titles()).toEqual(["story"]);
});
