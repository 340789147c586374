import { beforeEach, expect, test } from "vitest";
import { ChatError } from "../../src/chat/chat-platform.ts";
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

test("of several held digests the latest comes whole, the others in one catch-up", async () => {
	const suspended = { reason: "archived", since: at(0) };
	await house.store.channels.change(desk, { suspended });
	const dates = ["2026-10-04", "2026-10-05", "2026-10-06"];
	await house.store.ledger.write(
		dates.map((date) =>
			newDelivery({
				channel: desk,
				kind: "digest",
				subject: date,
				card: card(date),
				state: "held",
				reason: "archived",
				notBefore: at(0),
				createdAt: at(0),
			}),
		),
	);
	await resumeChannel(desk, house.send);
	await sweepAndSend(60);
	await sweepAndSend(65);
	expect(titles()).toEqual(["2026-10-06", "2026-10-04 + 2026-10-05"]);
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

test("a suspended channel is tried with its oldest once a day", async () => {
	closeChannel();
	await bring(3);
	const day = 86_400;
	await sweepAndSend(day + 120);
	const { suspended } = await house.store.channels.settings(desk);
	expect(suspended).toMatchObject({ since: at(day + 120) });
	expect(await house.store.ledger.counts()).toMatchObject({ held: 3 });
	house.slack.script = {};
	await sweepAndSend(day + 240);
	expect(titles()).toEqual([]);
	await sweepAndSend(2 * day + 240);
	await sweepAndSend(2 * day + 245);
	expect(titles()).toEqual([events[0], events.slice(1).join(" + ")]);
});

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
