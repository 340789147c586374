import { beforeEach, describe, expect, test } from "vitest";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { scriptedPlatform } from "../fakes/scripted-platform.ts";
import { stepsOf } from "../tariffs/rate-steps.ts";
import { card, desk } from "./house.ts";
import { openRateHouse, type RateHouse, steel } from "./rate-house.ts";

let house: RateHouse;
beforeEach(() => {
	house = openRateHouse();
});

const tokyo = { platform: "slack", id: "T1/TYO" };

test("tells a watch as the day comes near and when it is there, once each", async () => {
	await house.watch("2025-05-20T12:00:00Z");
	for (let day = 20; day <= 45; day++) {
		for (const hour of ["04:30", "12:00", "12:01", "20:00"]) {
			const date = new Date(Date.UTC(2025, 4, day)).toISOString().slice(0, 10);
			await house.look(`${date}T${hour}:00Z`);
		}
	}
	expect(house.told()).toEqual([
		"ahead 2025-06-04",
		"ahead 2025-06-04",
		"in-force 2025-06-04",
	]);
	expect(house.enqueued).toEqual([desk, desk, desk]);
});

test("waits for the channel's morning after the importer's day has begun", async () => {
	await house.store.channels.change(tokyo, { zone: "Asia/Tokyo" });
	await house.watch("2025-06-03T16:00:00Z");
	await house.watch("2025-06-03T16:00:00Z", { channel: tokyo });
	// Midnight in Washington; seven in the morning in Toronto; eight there; eight in Tokyo.
	const seen: string[][] = [];
	for (const instant of ["04:00", "11:59", "12:00", "22:59", "23:00"]) {
		await house.look(`2025-06-04T${instant}:00Z`);
		seen.push(
			[house.told(), house.told(tokyo)].map((told) => `${told.length}`),
		);
	}
	expect(seen.map((two) => two.join(" "))).toEqual([
		"0 0",
		"0 0",
		"1 0",
		"1 0",
		"1 1",
	]);
});

test("after ten days down, two changes are told late, in order, once", async () => {
	house.book.steps = stepsOf(
		["2025-03-12", 25],
		["2025-06-04", 50],
		["2025-06-09", 30],
	);
	await house.watch("2025-06-01T16:00:00Z");
	await house.look("2025-06-11T16:00:00Z");
	await house.look("2025-06-11T16:00:30Z");
	expect(house.told()).toEqual([
		"in-force 2025-06-04 late",
		"in-force 2025-06-09 late",
	]);
});

describe("when the book changes", () => {
	beforeEach(() => house.watch("2025-06-20T16:00:00Z"));

	test("it is told at once, whatever the hour", async () => {
		house.book.steps = stepsOf(["2025-03-12", 25], ["2025-06-04", 40]);
		await house.look("2025-06-21T06:00:00Z");
		expect(house.told()).toEqual(["correction 2025-06-04"]);
	});

	test("what came into force today is not told again in the morning", async () => {
		house.book.steps = stepsOf(
			["2025-03-12", 25],
			["2025-06-04", 50],
			["2025-06-21", 60],
		);
		for (const hour of ["06:00", "06:01", "12:00", "13:00"]) {
			await house.look(`2025-06-21T${hour}:00Z`);
		}
		await house.look("2025-06-22T13:00:00Z");
		expect(house.told()).toEqual(["in-force 2025-06-21"]);
	});

	test("there and back again is told both times", async () => {
		const before = house.book.steps;
		const after = stepsOf(["2025-03-12", 25], ["2025-06-04", 40]);
		for (const steps of [after, before, after]) {
			house.book.steps = steps;
			await house.look("2025-06-21T16:00:00Z");
		}
		expect(house.told()).toHaveLength(3);
	});

	test("an older book in another process has nothing to say against it", async () => {
		const [older, newer] = [
			{ ...house.book },
			{
				steps: stepsOf(["2025-03-12", 25], ["2025-06-04", 40]),
				edition: "2025-06-21",
			},
		];
		for (const book of [newer, older, newer, older]) {
			Object.assign(house.book, book);
			await house.look("2025-06-21T16:00:00Z");
		}
		expect(house.told()).toEqual(["correction 2025-06-04"]);
	});

	test("a newer book that says the same is told of by nobody", async () => {
		house.book.edition = "2025-06-21";
		await house.look("2025-06-21T16:00:00Z");
		await house.look("2025-06-21T16:00:30Z");
		expect(house.told()).toEqual([]);
	});

	test("goods that left the book are passed over in silence", async () => {
		house.book.steps = null;
		await house.look("2025-06-21T16:00:00Z");
		expect(house.told()).toEqual([]);
		expect(house.errors).toEqual([]);
	});
});

describe("as the channel wishes", () => {
	const change = "2025-06-04T13:00:00Z";

	test.each([
		["live", 1, 0],
		["both", 1, 1],
		["digest", 0, 1],
	] as const)(
		"%s: %i posts, %i lines of the digest",
		async (mode, posts, lines) => {
			await house.watch("2025-06-03T16:00:00Z", { mode });
			await house.look(change);
			expect(house.told()).toHaveLength(posts);
			const from = new Date("2025-06-04T00:00:00Z");
			const to = new Date("2025-06-05T00:00:00Z");
			const notices = await house.store.rateWatches.notices(desk, from, to);
			expect(notices).toHaveLength(lines);
		},
	);

	test("in its language", async () => {
		await house.store.channels.change(desk, { language: "fr" });
		await house.watch("2025-06-03T16:00:00Z");
		await house.look(change);
		expect(house.told()).toEqual(["in-force 2025-06-04 fr"]);
	});

	test("a suspended channel's post is held", async () => {
		const suspended = { reason: "is_archived", since: new Date(0) };
		await house.store.channels.change(desk, { suspended });
		await house.watch("2025-06-03T16:00:00Z");
		await house.look(change);
		expect(await house.store.ledger.counts()).toMatchObject({ held: 1 });
	});

	test("quiet hours and the hourly limit hold it like any live post", async () => {
		const platforms = new Map([["slack", scriptedPlatform("slack")]]);
		const { log } = house.tools;
		const suspendedCard = () => card("closed");
		const send = { ...house.store, platforms, aloneSince: null, suspendedCard };
		for (const held of [
			{ quietHours: { from: "08:00", to: "10:00" } },
			{ limitPerHour: 0 },
		]) {
			house = openRateHouse();
			const { ledger, channels } = house.store;
			await channels.change(desk, held);
			await house.watch("2025-06-03T16:00:00Z");
			await house.look(change);
			const tools = { ...send, ...house.store, log };
			await sendDeliveries(desk, tools, () => new Date(change));
			expect(await ledger.counts()).toMatchObject({ held: 1, sent: 0 });
		}
	});

	test("a watch that ended is told nothing more", async () => {
		await house.watch("2025-06-03T16:00:00Z");
		await house.store.rateWatches.unwatch(desk, steel);
		await house.look(change);
		expect(house.told()).toEqual([]);
	});
});

test("two processes at once tell a watch once", async () => {
	await house.watch("2025-06-03T16:00:00Z");
	const instant = "2025-06-04T13:00:00Z";
	await Promise.all([house.look(instant), house.look(instant)]);
	expect(house.told()).toHaveLength(1);
});

test("a question is answered once however many watch it", async () => {
	for (let at = 0; at < 1200; at++) {
		const channel = { platform: "slack", id: `T1/C${at}` };
		await house.watch("2025-06-03T16:00:00Z", { channel });
	}
	await house.look("2025-06-04T13:00:00Z");
	expect(house.asked).toEqual(["steel"]);
	expect(house.store.tables.deliveries.size).toBe(1200);
});

test("one question's failure keeps no other from being told", async () => {
	await house.watch("2025-06-03T16:00:00Z", { goods: "broken", id: "broken" });
	await house.watch("2025-06-03T16:00:00Z");
	await house.look("2025-06-04T13:00:00Z");
	expect(house.told()).toHaveLength(1);
	expect(house.errors).toHaveLength(1);
});
