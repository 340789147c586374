import { expect, test } from "vitest";
import {
	type RateState,
	type RateWatch,
	toldId,
} from "../../src/deliveries/rate-watch.ts";
import type { MakeMemories } from "./memories.ts";
import { at, brokers, lawyers, sampleDelivery } from "./sample-news.ts";

const steel = { goods: "steel", importer: "US", origin: "CA" };
const cars = { goods: "cars", importer: "US", origin: "MX" };

function watchOf(changes: Partial<RateWatch> = {}): RateWatch {
	return {
		...steel,
		id: "w1",
		channel: brokers,
		mode: "live",
		since: at(0),
		revision: 0,
		...changes,
	};
}

/** Something told, with keys in an order of its own that must be kept. */
function toldTo(day: string): RateState {
	const charged = [
		{ measure: "us-232-steel", ratePercent: 25, status: "applies" as const },
	];
	const total = { totalPercent: 25, complete: true, prohibited: false };
	const claims = [{ claim: "none" as const, ...total, charged }];
	return {
		day,
		edition: "2026-06-01",
		steps: [{ from: "2025-03-12", to: null, claims }],
	};
}

const [early, late] = [toldTo("2025-03-12"), toldTo("2025-06-04")];
const notice = { title: "25% → 50%", url: null, source: "Proc. 10947" };

/** What every RateWatches does. */
export function rateWatchesContract(make: MakeMemories): void {
	test("a watch begun anew changes its mode and keeps the rest", async () => {
		const { rateWatches } = await make();
		await rateWatches.watch(watchOf(), early);
		const again = watchOf({ id: "w2", mode: "both", since: at(9) });
		await rateWatches.watch(again, late);
		expect(await rateWatches.of(brokers)).toEqual([watchOf({ mode: "both" })]);
		expect(await rateWatches.standing()).toEqual([
			{ question: steel, toldId: toldId(early) },
		]);
	});

	test("each channel has its own, in order, and ends its own", async () => {
		const { rateWatches } = await make();
		await rateWatches.watch(watchOf(), early);
		await rateWatches.watch(watchOf({ ...cars, id: "w2" }), early);
		await rateWatches.watch(watchOf({ id: "w3", channel: lawyers }), early);
		const goods = (await rateWatches.of(brokers)).map((one) => one.goods);
		expect(goods).toEqual(["cars", "steel"]);
		expect(await rateWatches.unwatch(brokers, steel)).toBe(true);
		expect(await rateWatches.unwatch(brokers, steel)).toBe(false);
		expect(await rateWatches.of(brokers)).toHaveLength(1);
		expect(await rateWatches.of(lawyers)).toHaveLength(1);
	});

	test("what many were told of one question stands once, word for word", async () => {
		const { rateWatches } = await make();
		await rateWatches.watch(watchOf(), early);
		await rateWatches.watch(watchOf({ id: "w2", channel: lawyers }), early);
		await rateWatches.watch(watchOf({ ...cars, id: "w3" }), late);
		expect(await rateWatches.standing()).toEqual([
			{ question: cars, toldId: toldId(late) },
			{ question: steel, toldId: toldId(early) },
		]);
		const told = await rateWatches.told(toldId(early));
		expect(JSON.stringify(told)).toBe(JSON.stringify(early));
		expect(await rateWatches.told("unknown")).toBeNull();
		const standing = { question: steel, toldId: toldId(early) };
		const watching = await rateWatches.watching(standing);
		expect(watching.map(({ id }) => id)).toEqual(["w2", "w1"]);
	});

	test("tells a watch once, whoever else tells it", async () => {
		const { rateWatches, ledger } = await make();
		await rateWatches.watch(watchOf(), early);
		const telling = (id: string) => ({
			standing: { question: steel, toldId: toldId(early) },
			told: late,
			tellings: [
				{
					watch: watchOf(),
					deliveries: [sampleDelivery({ id, kind: "rate" })],
					notices: [notice],
				},
			],
			now: at(5),
		});
		expect(await rateWatches.tell(telling("r1"))).toEqual(["w1"]);
		expect(await rateWatches.tell(telling("r2"))).toEqual([]);
		expect(await ledger.delivery("r1")).not.toBeNull();
		expect(await ledger.delivery("r2")).toBeNull();
		expect(await rateWatches.of(brokers)).toEqual([watchOf({ revision: 1 })]);
		expect(await rateWatches.standing()).toEqual([
			{ question: steel, toldId: toldId(late) },
		]);
	});

	test("tells nothing to a watch that has ended", async () => {
		const { rateWatches, ledger } = await make();
		await rateWatches.watch(watchOf(), early);
		await rateWatches.unwatch(brokers, steel);
		await rateWatches.watch(watchOf({ id: "w2" }), early);
		const told = await rateWatches.tell({
			standing: { question: steel, toldId: toldId(early) },
			told: late,
			tellings: [
				{
					watch: watchOf(),
					deliveries: [sampleDelivery({ id: "r1", kind: "rate" })],
					notices: [],
				},
			],
			now: at(5),
		});
		expect(told).toEqual([]);
		expect(await ledger.delivery("r1")).toBeNull();
	});

	test("keeps what a digest is to tell, by its time", async () => {
		const { rateWatches } = await make();
		await rateWatches.watch(watchOf({ mode: "digest" }), early);
		await rateWatches.tell({
			standing: { question: steel, toldId: toldId(early) },
			told: late,
			tellings: [{ watch: watchOf(), deliveries: [], notices: [notice] }],
			now: at(5),
		});
		const between = (from: number, to: number, channel = brokers) =>
			rateWatches.notices(channel, at(from), at(to));
		expect(await between(5, 6)).toEqual([notice]);
		expect(await between(0, 5)).toEqual([]);
		expect(await between(6, 9)).toEqual([]);
		expect(await between(0, 9, lawyers)).toEqual([]);
	});

	test("drops what no digest can reach any more", async () => {
		const { rateWatches } = await make();
		await rateWatches.watch(watchOf({ mode: "digest" }), early);
		const later = 31 * 24 * 60;
		for (const [from, to, now] of [
			[early, late, 0],
			[late, early, later],
		] as const) {
			await rateWatches.tell({
				standing: { question: steel, toldId: toldId(from) },
				told: to,
				tellings: [{ watch: watchOf(), deliveries: [], notices: [notice] }],
				now: at(now),
			});
		}
		const all = await rateWatches.notices(brokers, at(-1), at(later + 1));
		expect(all).toEqual([notice]);
	});

	test("forgets what nobody was told any more", async () => {
		const { rateWatches } = await make();
		await rateWatches.watch(watchOf(), early);
		const days = (count: number) => at(count * 24 * 60);
		for (const [from, to, day] of [
			[early, late, 2],
			[late, toldTo("2025-12-01"), 4],
		] as const) {
			await rateWatches.tell({
				standing: { question: steel, toldId: toldId(from) },
				told: to,
				tellings: [{ watch: watchOf(), deliveries: [], notices: [] }],
				now: days(day),
			});
		}
		expect(await rateWatches.told(toldId(early))).toBeNull();
	});
}
