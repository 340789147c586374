import { expect, test } from "vitest";
import type { MakeMemories } from "./memories.ts";

const minuteMs = 60_000;
/** Waits are long and the slack is wide, so a slow machine changes nothing. */
const slackMs = 20_000;

/** What every Pace does. */
export function paceContract(make: MakeMemories): void {
	test("books one moment after another, each lane its own", async () => {
		const { pace } = await make();
		expect(await pace.book("a", minuteMs)).toBe(0);
		near(await pace.book("a", minuteMs), minuteMs);
		near(await pace.book("a", 2 * minuteMs), 2 * minuteMs);
		near(await pace.book("a", minuteMs), 4 * minuteMs);
		expect(await pace.book("b", minuteMs)).toBe(0);
	});

	test("gives no moment twice, however many ask at once", async () => {
		const { pace } = await make();
		const asked = Array.from({ length: 20 }, () => pace.book("c", minuteMs));
		const waits = (await Promise.all(asked)).sort((a, b) => a - b);
		for (const [at, wait] of waits.entries()) near(wait, at * minuteMs);
	});

	test("a rest puts the lane off, and never brings it forward", async () => {
		const { pace } = await make();
		await pace.rest("d", 5 * minuteMs);
		near(await pace.book("d", minuteMs), 5 * minuteMs);
		await pace.rest("d", minuteMs);
		near(await pace.book("d", minuteMs), 6 * minuteMs);
	});
}

function near(ms: number, expected: number): void {
	expect(ms).toBeGreaterThan(expected - slackMs);
	expect(ms).toBeLessThanOrEqual(expected);
}
