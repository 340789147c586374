import { expect, test } from "vitest";
import type { MakeMemories } from "./memories.ts";
import { at, brokers, lawyers, sampleDelivery } from "./sample-news.ts";

/** What every DigestMemory does. */
export function digestMemoryContract(make: MakeMemories): void {
	test("a date is made once, with its delivery", async () => {
		const { digests, ledger } = await make();
		const delivery = sampleDelivery({ id: "digest-1", kind: "digest" });
		expect(await digests.last(brokers)).toBeNull();
		const made = { channel: brokers, date: "2026-06-04", at: at(0), delivery };
		expect(await digests.make({ ...made, follows: null })).toBe(true);
		const again = { ...made, at: at(9), delivery: { ...delivery, id: "d2" } };
		expect(await digests.make({ ...again, follows: null })).toBe(false);
		expect(await digests.make({ ...again, follows: made.date })).toBe(false);
		expect(await ledger.delivery("digest-1")).toEqual(delivery);
		expect(await ledger.delivery("d2")).toBeNull();
	});

	test("a digest that follows another than the last is not made: it may tell what was told", async () => {
		const { digests } = await make();
		const empty = { channel: brokers, at: at(0), delivery: null };
		const first = { ...empty, date: "2026-06-04", follows: null };
		const second = { ...empty, date: "2026-06-05", follows: null };
		const both = await Promise.all([first, second].map(digests.make));
		expect(both.toSorted()).toEqual([false, true]);
		const last = await digests.last(brokers);
		const next = { ...empty, date: "2026-06-06", follows: last?.date ?? null };
		expect(await digests.make(next)).toBe(true);
	});

	test("remembers the last date of each channel, also of empty days", async () => {
		const { digests } = await make();
		const empty = { channel: brokers, delivery: null };
		const [first, second] = ["2026-06-04", "2026-06-05"];
		await digests.make({ ...empty, date: first, at: at(0), follows: null });
		const later = at(24 * 60);
		await digests.make({ ...empty, date: second, at: later, follows: first });
		expect(await digests.last(brokers)).toEqual({ date: second, at: later });
		expect(await digests.last(lawyers)).toBeNull();
	});
}
