import { expect, test } from "vitest";
import type { MakeMemories } from "./memories.ts";
import { at, brokers, lawyers, sampleDelivery } from "./sample-news.ts";

/** What every DigestMemory does. */
export function digestMemoryContract(make: MakeMemories): void {
	test("a date is made once, with its delivery", async () => {
		const { digests, ledger } = await make();
		const delivery = sampleDelivery({ id: "digest-1", kind: "digest" });
		expect(await digests.last(brokers)).toBeNull();
		expect(await digests.make(brokers, "2026-06-04", at(0), delivery)).toBe(
			true,
		);
		const again = { ...delivery, id: "digest-2" };
		expect(await digests.make(brokers, "2026-06-04", at(9), again)).toBe(false);
		expect(await ledger.delivery("digest-1")).toEqual(delivery);
		expect(await ledger.delivery("digest-2")).toBeNull();
	});

	test("remembers the last date of each channel, also of empty days", async () => {
		const { digests } = await make();
		await digests.make(brokers, "2026-06-05", at(24 * 60), null);
		await digests.make(brokers, "2026-06-04", at(0), null);
		expect(await digests.last(brokers)).toEqual({
			date: "2026-06-05",
			at: at(24 * 60),
		});
		expect(await digests.last(lawyers)).toBeNull();
	});
}
