import { describe, expect, test } from "vitest";
import type { ClaimAnswer } from "../../src/tariffs/answer-tariff.ts";
import { entryFees } from "../../src/tariffs/entry-fees.ts";

const plain: ClaimAnswer = {
	claim: "none",
	layers: [],
	totalPercent: 50,
	complete: true,
	missing: [],
};
const usmca: ClaimAnswer = { ...plain, claim: "USMCA" };

function fee(
	id: string,
	value: number | null,
	{ on = "2026-06-04", importer = "US", claim = plain } = {},
) {
	return entryFees(importer, claim, { on, value }).find((one) => one.id === id);
}

describe("the merchandise processing fee", () => {
	test.each([
		["its least", 3_000, 33.58],
		["the percentage", 100_000, 346.4],
		["its most", 1_000_000, 651.5],
	])("is %s on %d", (_, value, amount) => {
		expect(fee("mpf", value)?.amount).toBe(amount);
	});

	test.each([
		["2025-09-30", 634.62],
		["2025-10-01", 651.5],
	])("on %s has the limits of its fiscal year", (on, amount) => {
		expect(fee("mpf", 1_000_000, { on })?.amount).toBe(amount);
	});

	test("says so where the limits of that year are not held", () => {
		const later = fee("mpf", 1_000_000, { on: "2026-10-01" });
		expect(later).toMatchObject({ limitsUnknown: true, amount: 3464 });
	});

	test("is not charged on originating goods", () => {
		const exempt = fee("mpf", 100_000, { claim: usmca });
		expect(exempt).toMatchObject({ isExempt: true, amount: 0 });
	});
});

describe("the goods and services tax", () => {
	const canada = { importer: "CA" };

	test("is taken of the value with the duty in it", () => {
		expect(fee("gst", 1_000, canada)?.amount).toBe(75);
	});

	test("has no amount while the duty is not known", () => {
		const claim = { ...plain, complete: false };
		expect(fee("gst", 1_000, { ...canada, claim })?.amount).toBeNull();
	});
});

test("without a value there are rates and no amounts", () => {
	const fees = entryFees("US", plain, { on: "2026-06-04", value: null });
	expect(fees.map(({ id, amount }) => [id, amount])).toEqual([
		["mpf", null],
		["hmf", null],
	]);
});

test("every fee names its source and its date", () => {
	const all = ["US", "CA"].flatMap((importer) =>
		entryFees(importer, plain, { on: "2026-06-04", value: 1 }),
	);
	expect(all).toHaveLength(3);
	for (const { source } of all) {
		expect(source.url).toMatch(/^https:/);
		expect(source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	}
});

test("an importer whose fees are not held has none", () => {
	expect(entryFees("EU", plain, { on: "2026-06-04", value: 1 })).toEqual([]);
});
