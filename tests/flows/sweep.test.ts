import { beforeEach, expect, test } from "vitest";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Delivery, DeliveryKind } from "../../src/deliveries/delivery.ts";
import { newDelivery } from "../../src/deliveries/new-delivery.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { resumeChannel } from "../../src/flows/resume-channel.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import {
	addFeeds,
	at,
	card,
	desk,
	follow,
	type House,
	openHouse,
} from "./house.ts";

let house: House;
beforeEach(async () => {
	house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house);
});

const events = [
	"Ottawa imposes steel tariffs on Chinese imports",
	"Brussels opens antidumping probe into Turkish steel wire",
	"Nucor raises prices at Alabama steel plant",
];

/** Brings the first `count` events, one poll each, and tries to send them. */
async function bring(count: number) {
	for (let last = 1; last <= count; last++) {
		const told = events.slice(0, last);
		house.servers.set(
			"cbc",
			told.map((title) => ({ id: title, title })),
		);
		await pollFeed("cbc", house.poll, at(last));
	}
	await send(60);
}

const send = (seconds: number) =>
	sendDeliveries(desk, house.send, () => at(seconds));
const titles = () => house.slack.shown.map(({ cards }) => cards.at(-1)?.title);

async function sweepAndSend(seconds: number) {
	await sweep(house.sweep, at(seconds));
	await send(seconds);
}

const quiet = { quietHours: { from: "09:00", to: "11:00" } };
const untilEleven = 3600;

test("enqueues every channel that has something due, its job lost", async () => {
	house.servers.set("cbc", [{ id: "1", title: events[0] ?? "" }]);
	await pollFeed("cbc", house.poll, at(0));
	house.enqueued.length = 0;
	await sweep(house.sweep, at(1));
	expect(house.enqueued).toEqual([]);
	await sweep(house.sweep, at(3));
	expect(house.enqueued).toEqual([{ channel: desk, at: at(3) }]);
});

test("leaves what is due on a busy platform to the jobs that wait there", async () => {
	house.servers.set("cbc", [{ id: "1", title: events[0] ?? "" }]);
	await pollFeed("cbc", house.poll, at(0));
	house.enqueued.length = 0;
	await sweep(house.sweep, at(3), [desk.platform]);
	expect(house.enqueued).toEqual([]);
	await sweep(house.sweep, at(8), ["discord"]);
	expect(house.enqueued).toEqual([{ channel: desk, at: at(8) }]);
});

test("after quiet hours one held story goes out as it is", async () => {
	await house.store.channels.change(desk, quiet);
	await bring(1);
	await sweepAndSend(untilEleven - 1);
	expect(titles()).toEqual([]);
	await sweepAndSend(untilEleven);
	expect(titles()).toEqual([events[0]]);
});

test("after quiet hours several held stories come in one catch-up, once", async () => {
	await house.store.channels.change(desk, quiet);
	await bring(3);
	await sweepAndSend(untilEleven);
	await sweepAndSend(untilEleven + 5);
	expect(titles()).toEqual([events.join(" + ")]);
});

test("what a channel closed for days missed comes in one catch-up, digests too", async () => {
	const suspended = { reason: "archived", since: at(0) };
	await house.store.channels.change(desk, { suspended });
	await bring(2);
	const dates = ["2026-10-04", "2026-10-05", "2026-10-06"];
	await house.store.ledger.write(dates.map((date) => held("digest", date)));
	await resumeChannel(desk, house.send);
	await sweepAndSend(60);
	await sweepAndSend(65);
	expect(titles()).toEqual([[...events.slice(0, 2), ...dates].join(" + ")]);
});

test.each([
	[
		"a few held notices come whole, and so do rates",
		["notice", "notice", "rate", "rate"],
		4,
	],
	[
		"many held notices come together",
		["notice", "notice", "notice", "notice"],
		1,
	],
	["a held digest alone comes whole", ["digest"], 1],
	["a held digest comes with the one story beside it", ["story", "digest"], 1],
] as const)("%s", async (_, kinds, messages) => {
	await house.store.ledger.write(
		kinds.map((kind, n) => held(kind, `${kind} ${n}`)),
	);
	await sweepAndSend(60);
	await sweepAndSend(65);
	expect(titles()).toHaveLength(messages);
});

function held(kind: DeliveryKind, subject: string): Delivery {
	return newDelivery({
		...{ channel: desk, kind, subject, card: card(subject) },
		...{ state: "held", reason: "archived" },
		...{ notBefore: at(0), createdAt: at(0) },
	});
}

test("what may have been said is looked for, and not told in a catch-up", async () => {
	house.servers.set(
		"cbc",
		events.slice(0, 1).map((title) => ({ id: title, title })),
	);
	await pollFeed("cbc", house.poll, at(1));
	house.slack.script = {
		after: (verb) => {
			if (verb === "post") throw new ChatError("unreachable", "cut off");
		},
	};
	await send(10);
	house.slack.script = {
		before: () => {
			throw new ChatError("gone", "is_archived");
		},
	};
	await bring(3);
	expect(await house.store.ledger.counts()).toMatchObject({ held: 3 });
	house.slack.script = {};
	await resumeChannel(desk, house.send);
	await sweepAndSend(125);
	expect(titles()).toEqual([events[0], events.slice(1).join(" + ")]);
});

test("what a limit held comes when the hour has passed", async () => {
	await house.store.channels.change(desk, { limitPerHour: 1 });
	await bring(3);
	expect(titles()).toEqual([events[0]]);
	await sweepAndSend(120);
	expect(titles()).toEqual([events[0]]);
	await sweepAndSend(3_700);
	expect(titles()).toEqual([events[0], events.slice(1).join(" + ")]);
});

function closeChannel() {
	house.slack.script = {
		before: (verb) => {
			if (verb === "post") throw new ChatError("gone", "is_archived");
		},
	};
}

test("a channel that is back hears what it missed", async () => {
	closeChannel();
	await bring(3);
	house.slack.script = {};
	await sweepAndSend(120);
	expect(titles()).toEqual([]);
	await resumeChannel(desk, house.send);
	await sweepAndSend(125);
	expect(titles()).toEqual([events.join(" + ")]);
});

test("a suspended channel is tried once a day with all that it missed, and hears it once", async () => {
	closeChannel();
	await bring(2);
	const day = 86_400;
	await sweepAndSend(day + 120);
	const { suspended } = await house.store.channels.settings(desk);
	expect(suspended).toMatchObject({ since: at(day + 120) });
	await bring(3);
	await sweepAndSend(2 * day + 240);
	await sweepAndSend(3 * day + 360);
	expect(titles()).toEqual([]);
	house.slack.script = {};
	await sweepAndSend(3 * day + 480);
	expect(titles()).toEqual([]);
	await sweepAndSend(4 * day + 480);
	await sweepAndSend(4 * day + 485);
	expect(titles()).toEqual([events.join(" + ")]);
	expect(await house.store.ledger.counts()).toMatchObject({ held: 0 });
});

test.each([
	["is busy", new ChatError("busy", "slow down", { retryAfterMs: 60_000 })],
	["cannot be reached", new ChatError("unreachable", "no route")],
])(
	"what a platform that %s for a day kept waiting comes in one catch-up",
	async (_, fault) => {
		house.slack.script = {
			before: () => {
				throw fault;
			},
		};
		await bring(3);
		for (let minute = 5; minute < 24 * 60; minute += 5) {
			await sweepAndSend(minute * 60);
		}
		house.slack.script = {};
		for (let minute = 0; minute < 20; minute++) {
			await sweepAndSend(86_400 + minute * 60);
		}
		expect(titles()).toEqual([events[0], events.slice(1).join(" + ")]);
	},
);

test("one channel's fault keeps no other waiting", async () => {
	const other = { platform: "slack", id: "T1/A0" };
	await follow(house, "live", other);
	for (const channel of [other, desk]) {
		await house.store.channels.change(channel, quiet);
	}
	await bring(1);
	await sendDeliveries(other, house.send, () => at(60));
	await house.store.channels.change(other, { zone: "Nowhere/Land" });
	await sweepAndSend(untilEleven);
	expect(titles()).toEqual([events[0]]);
	expect(house.errors).toHaveLength(1);
});
