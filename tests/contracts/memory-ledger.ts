import { describe, expect, test } from "vitest";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import type { MakeMemories, Memories } from "./memories.ts";
import { at, brokers, lawyers, sampleDelivery } from "./sample-news.ts";

const message = { channel: brokers, id: "m1" };
/** Claims older than this many minutes past noon are given up. */
const never = at(-999);

/** What every DeliveryLedger does. */
export function ledgerContract(make: MakeMemories): void {
	const ledgerOf = async (...deliveries: readonly Partial<Delivery>[]) => {
		const { ledger } = await make();
		await ledger.write(deliveries.map(sampleDelivery));
		return ledger;
	};

	describe("writing", () => {
		test("leaves what stands as it is, and names what was new", async () => {
			const ledger = await ledgerOf({ id: "d1" });
			const changed = sampleDelivery({ id: "d1", edition: 7 });
			const fresh = sampleDelivery({ id: "d2" });
			expect(await ledger.write([changed, fresh])).toEqual(["d2"]);
			expect(await ledger.write([])).toEqual([]);
			expect(await ledger.delivery("d1")).toEqual(sampleDelivery({ id: "d1" }));
			expect(await ledger.delivery("d3")).toBeNull();
		});

		test("a story's deliveries come the latest revision first", async () => {
			const ledger = await ledgerOf(
				{ id: "d1" },
				{ id: "d2", revision: 2, replyTo: "d1" },
				{ id: "d3", subject: "s2" },
			);
			const found = await ledger.ofStory("s1");
			expect(found.map(({ id }) => id)).toEqual(["d2", "d1"]);
		});
	});

	describe("claiming", () => {
		test("takes the oldest written first, one at a time for each channel", async () => {
			const ledger = await ledgerOf(
				{ id: "d1" },
				{ id: "d2" },
				{ id: "d3", channel: lawyers },
			);
			expect(await claimed(ledger, 1)).toBe("d1");
			expect(await claimed(ledger, 1)).toBeNull();
			const other = await ledger.claim(lawyers, at(1), never);
			expect(other?.delivery.id).toBe("d3");
			await ledger.markSent("d1", message, 1, at(1));
			expect(await claimed(ledger, 1)).toBe("d2");
		});

		test("many who claim at once get one claim between them", async () => {
			const ledger = await ledgerOf({ id: "d1" }, { id: "d2" });
			const claims = await Promise.all(
				Array.from({ length: 8 }, () => ledger.claim(brokers, at(1), never)),
			);
			expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
		});

		test("nothing before its time", async () => {
			const ledger = await ledgerOf({ id: "d1", notBefore: at(5) });
			expect(await claimed(ledger, 4)).toBeNull();
			expect(await claimed(ledger, 5)).toBe("d1");
		});

		test("what a dead sender left comes first, and must be looked for", async () => {
			const ledger = await ledgerOf({ id: "d1" }, { id: "d2" });
			expect((await ledger.claim(brokers, at(1), never))?.mustFind).toBe(false);
			expect(await ledger.claim(brokers, at(5), at(1))).toBeNull();
			const taken = await ledger.claim(brokers, at(5), at(2));
			expect(taken).toMatchObject({ delivery: { id: "d1" }, mustFind: true });
			expect(await ledger.claim(brokers, at(5), at(2))).toBeNull();
		});

		test("an unknown one must be looked for until it is sent, put back or not", async () => {
			const ledger = await ledgerOf({ id: "d1" });
			await ledger.claim(brokers, at(1), never);
			await ledger.markUnknown("d1", at(2), "no answer");
			expect((await ledger.claim(brokers, at(2), never))?.mustFind).toBe(true);
			await ledger.putBack("d1", at(3), "busy");
			expect((await ledger.claim(brokers, at(3), never))?.mustFind).toBe(true);
		});

		test("an edit that the platform lacks is due again, and knows its message", async () => {
			const { ledger, newsroom } = await make();
			await ledger.write([sampleDelivery({ id: "d1" })]);
			await ledger.claim(brokers, at(1), never);
			await newsroom.inTurn((turn) =>
				turn.plan([sampleDelivery({ edition: 2, notBefore: at(4) })]),
			);
			await ledger.markSent("d1", message, 1, at(2));
			expect(await claimed(ledger, 3)).toBeNull();
			const claim = await ledger.claim(brokers, at(4), never);
			expect(claim).toMatchObject({
				mustFind: false,
				delivery: { message, edition: 2, sentEdition: 1, sentAt: at(2) },
			});
			await ledger.markSent("d1", message, 2, at(4));
			expect(await claimed(ledger, 9)).toBeNull();
			expect((await ledger.delivery("d1"))?.sentAt).toEqual(at(2));
		});

		test("a reply waits for its post, and knows the message it became", async () => {
			const ledger = await ledgerOf(
				{ id: "post", notBefore: at(3) },
				{ id: "reply", revision: 2, replyTo: "post" },
			);
			expect(await claimed(ledger, 1)).toBeNull();
			expect(await claimed(ledger, 3)).toBe("post");
			await ledger.markSent("post", message, 1, at(3));
			const claim = await ledger.claim(brokers, at(3), never);
			expect(claim).toMatchObject({ replyTo: message });
		});
	});

	describe("what holds up the lane", () => {
		const first = sampleDelivery({ id: "first" });
		const cases: readonly [
			string,
			(ledger: Ledger) => Promise<void>,
			string | null,
		][] = [
			[
				"put back because busy",
				(to) => to.putBack("first", at(9), "busy"),
				null,
			],
			["unknown", (to) => to.markUnknown("first", at(9), "no answer"), null],
			["held", (to) => to.hold("first", "quiet hours"), "second"],
			["dead", (to) => to.markDead("first", "refused"), "second"],
			["sent", (to) => to.markSent("first", message, 1, at(1)), "second"],
		];
		test.each(cases)("%s", async (_state, happens, next) => {
			const ledger = await ledgerOf(first, { id: "second" });
			await ledger.claim(brokers, at(1), never);
			await happens(ledger);
			expect(await claimed(ledger, 2)).toBe(next);
		});

		test("not a story that still gathers", async () => {
			const ledger = await ledgerOf(
				{ ...first, notBefore: at(9) },
				{ id: "second" },
			);
			expect(await ledger.nextDue(brokers)).toEqual(at(0));
			expect(await claimed(ledger, 2)).toBe("second");
		});

		test("not an edit that waits", async () => {
			const sent = {
				state: "sent",
				message,
				edition: 2,
				sentEdition: 1,
			} as const;
			const ledger = await ledgerOf(
				{ ...first, ...sent, notBefore: at(9) },
				{ id: "second" },
			);
			expect(await claimed(ledger, 2)).toBe("second");
		});
	});

	describe("what comes of a claim", () => {
		test.each<[string, (ledger: Ledger) => Promise<void>, Partial<Delivery>]>([
			[
				"sent",
				(to) => to.markSent("d1", message, 1, at(2)),
				{ state: "sent", message, sentEdition: 1, sentAt: at(2) },
			],
			[
				"put back: no attempt counted",
				(to) => to.putBack("d1", at(3), "busy"),
				{ state: "queued", notBefore: at(3), reason: "busy" },
			],
			[
				"unknown: an attempt counted",
				(to) => to.markUnknown("d1", at(3), "no answer"),
				{
					state: "unknown",
					notBefore: at(3),
					reason: "no answer",
					attempts: 1,
				},
			],
			[
				"dead",
				(to) => to.markDead("d1", "too long"),
				{ state: "dead", reason: "too long" },
			],
			[
				"held",
				(to) => to.hold("d1", "quiet hours"),
				{ state: "held", reason: "quiet hours" },
			],
		])("%s", async (_word, happens, changes) => {
			const ledger = await ledgerOf({ id: "d1" });
			await ledger.claim(brokers, at(1), never);
			await happens(ledger);
			expect(await ledger.delivery("d1")).toEqual(
				sampleDelivery({ id: "d1", ...changes }),
			);
		});

		test("late word from a sender who was given up does not unsend", async () => {
			const ledger = await ledgerOf({ id: "d1" });
			await ledger.claim(brokers, at(1), never);
			await ledger.claim(brokers, at(9), at(5));
			await ledger.markSent("d1", message, 1, at(9));
			await ledger.putBack("d1", at(9), "busy");
			await ledger.markUnknown("d1", at(9), "no answer");
			await ledger.markDead("d1", "refused");
			await ledger.hold("d1", "quiet hours");
			expect((await ledger.delivery("d1"))?.state).toBe("sent");
			expect(await claimed(ledger, 99)).toBeNull();
		});

		test("a late edit put back leaves its post sent", async () => {
			const sent = {
				state: "sent",
				message,
				edition: 2,
				sentEdition: 1,
			} as const;
			const ledger = await ledgerOf({ id: "d1", ...sent });
			await ledger.claim(brokers, at(1), never);
			await ledger.putBack("d1", at(3), "busy");
			expect((await ledger.delivery("d1"))?.state).toBe("sent");
			expect(await claimed(ledger, 2)).toBeNull();
			expect(await claimed(ledger, 3)).toBe("d1");
		});
	});

	describe("a clock that was set back by an hour", () => {
		test("keeps nothing waiting that it dated before, save what it puts back now", async () => {
			const ledger = await ledgerOf({
				...{ id: "d1", createdAt: at(60), notBefore: at(60) },
			});
			expect(await ledger.due(at(0), never, 10)).toEqual([brokers]);
			const claim = await ledger.claim(brokers, at(0), never);
			expect(claim).toMatchObject({ delivery: { id: "d1" }, mustFind: false });
			await ledger.putBack("d1", at(2), "busy");
			expect(await claimed(ledger, 1)).toBeNull();
			expect(await claimed(ledger, 2)).toBe("d1");
		});

		test("has what was being sent then looked for at once", async () => {
			const ledger = await ledgerOf({ id: "d1" });
			await ledger.claim(brokers, at(60), never);
			expect(await ledger.due(at(0), never, 10)).toEqual([brokers]);
			expect(await ledger.claim(brokers, at(0), never)).toMatchObject({
				...{ delivery: { id: "d1" }, mustFind: true },
			});
		});
	});

	describe("the sweep", () => {
		test("finds channels with something due or stale, and no others", async () => {
			const ledger = await ledgerOf(
				{ id: "d1" },
				{ id: "d2", channel: lawyers, notBefore: at(5) },
				{ id: "d3", channel: { ...brokers, id: "z" }, notBefore: at(5) },
			);
			expect(await ledger.due(at(1), never, 10)).toEqual([brokers]);
			expect(await ledger.due(at(5), never, 10)).toHaveLength(3);
			const oneOfEach = await ledger.due(at(5), never, 1);
			expect(new Set(oneOfEach)).toEqual(new Set([brokers, lawyers]));
			await ledger.claim(brokers, at(1), never);
			expect(await ledger.due(at(1), never, 10)).toEqual([]);
			expect(await ledger.due(at(3), at(2), 10)).toEqual([brokers]);
		});

		test("knows when a channel's next delivery falls due", async () => {
			const ledger = await ledgerOf(
				{ id: "d1" },
				{ id: "d2", notBefore: at(2) },
			);
			expect(await ledger.nextDue(lawyers)).toBeNull();
			await ledger.claim(brokers, at(1), never);
			expect(await ledger.nextDue(brokers)).toEqual(at(2));
			await ledger.markUnknown("d1", at(7), "no answer");
			expect(await ledger.nextDue(brokers)).toEqual(at(7));
			await ledger.claim(brokers, at(7), never);
			await ledger.markSent("d1", message, 1, at(7));
			expect(await ledger.nextDue(brokers)).toEqual(at(2));
		});
	});

	describe("holding and catching up", () => {
		test("held ones come by channel, in order", async () => {
			const ledger = await ledgerOf(
				{ id: "d1", state: "held" },
				{ id: "d2", state: "held", channel: lawyers },
				{ id: "d3", state: "held" },
				{ id: "d4" },
			);
			expect(await ledger.holding(at(0))).toEqual([lawyers, brokers]);
			const held = async (channel: ChannelRef) =>
				(await ledger.held(channel, at(0))).map(({ id }) => id);
			expect(await held(brokers)).toEqual(["d1", "d3"]);
			expect(await held(lawyers)).toEqual(["d2"]);
		});

		test("a catch-up is written with what it tells, once", async () => {
			const ledger = await ledgerOf(
				{ id: "d1", state: "held" },
				{ id: "d2", state: "held" },
			);
			const catchUp = sampleDelivery({ id: "c1", kind: "catch-up" });
			await ledger.catchUp(catchUp, ["d1"]);
			await ledger.catchUp(catchUp, ["d2"]);
			const states = async (id: string) => (await ledger.delivery(id))?.state;
			expect(await states("c1")).toBe("queued");
			expect(await states("d1")).toBe("caught-up");
			expect(await states("d2")).toBe("held");
		});

		test("a held one that may have been said comes with that", async () => {
			const ledger = await ledgerOf({ id: "d1" }, { id: "d2" });
			await ledger.claim(brokers, at(1), never);
			await ledger.markUnknown("d1", at(2), "no answer");
			await ledger.hold("d1", "archived");
			await ledger.hold("d2", "archived");
			const held = await ledger.held(brokers, at(3));
			expect(held.map(({ id, mustFind }) => [id, mustFind])).toEqual([
				["d1", true],
				["d2", false],
			]);
		});

		test("a catch-up that is held itself is told in the next, with what it told", async () => {
			const held = (id: string) => ({ id, state: "held" }) as const;
			const ledger = await ledgerOf(held("d1"), held("d2"), held("d3"));
			const catchUp = (id: string) => sampleDelivery({ id, kind: "catch-up" });
			await ledger.catchUp(catchUp("c1"), ["d1", "d2"]);
			await ledger.hold("c1", "archived");
			const told = async (id: string) =>
				(await ledger.toldIn([id])).map((one) => one.id);
			expect(await told("c1")).toEqual(["d1", "d2"]);
			await ledger.catchUp(catchUp("c2"), ["c1", "d3"]);
			expect((await ledger.delivery("c1"))?.state).toBe("caught-up");
			expect(await told("c2")).toEqual(["d1", "d2", "d3"]);
			expect(await told("c1")).toEqual([]);
			expect(await ledger.toldIn([])).toEqual([]);
		});

		test("released ones are due at once; others stay as they are", async () => {
			const ledger = await ledgerOf(
				{ id: "d1", state: "held", reason: "quiet hours" },
				{ id: "d2", state: "dead", reason: "refused" },
			);
			await ledger.release(["d1", "d2"], at(4));
			expect(await ledger.delivery("d1")).toMatchObject({
				state: "queued",
				notBefore: at(4),
				reason: null,
			});
			expect((await ledger.delivery("d2"))?.state).toBe("dead");
		});
	});

	test("counts live posts since, not digests and not edits", async () => {
		const ledger = await ledgerOf(
			{ id: "d1", state: "sent", sentAt: at(1) },
			{ id: "d2", state: "sent", sentAt: at(10), edition: 3, sentEdition: 3 },
			{ id: "d3", state: "sent", sentAt: at(10), kind: "digest" },
			{ id: "d4" },
			{ id: "d5", state: "sent", sentAt: at(9), kind: "rate" },
		);
		expect(await ledger.sentSince(brokers, at(5))).toBe(2);
		expect(await ledger.sentSince(brokers, at(1))).toBe(3);
	});

	test("shows the desk how many stand where, and the newest", async () => {
		const ledger = await ledgerOf(
			{ id: "d1", state: "dead" },
			{ id: "d2", state: "dead" },
			{ id: "d3" },
		);
		expect(await ledger.counts()).toEqual({
			...{ queued: 1, sending: 0, sent: 0, held: 0 },
			...{ "caught-up": 0, unknown: 0, dead: 2, dropped: 0 },
		});
		const newest = await ledger.newest("dead", 1);
		expect(newest.map(({ id }) => id)).toEqual(["d2"]);
	});
}

type Ledger = Memories["ledger"];

async function claimed(
	ledger: Ledger,
	minutes: number,
): Promise<string | null> {
	const claim = await ledger.claim(brokers, at(minutes), never);
	return claim?.delivery.id ?? null;
}
