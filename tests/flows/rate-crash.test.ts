import { describe, expect, test } from "vitest";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { makeLog } from "../../src/log.ts";
import { type Mortal, mortal } from "../fakes/mortal.ts";
import { scriptedPlatform } from "../fakes/scripted-platform.ts";
import { stepsOf } from "../tariffs/rate-steps.ts";
import { card, desk } from "./house.ts";
import { openRateHouse } from "./rate-house.ts";

/** A herald, a change, a correction, a change called off: each told in its turn. */
const days = [
	["2025-06-03T13:00:00Z", null],
	["2025-06-04T13:00:00Z", null],
	[
		"2025-06-05T13:00:00Z",
		stepsOf(["2025-03-12", 25], ["2025-06-04", 40], ["2025-07-01", 60]),
	],
	["2025-06-06T13:00:00Z", stepsOf(["2025-03-12", 25], ["2025-06-04", 40])],
] as const;

/** Lives through the days until the process dies; then another takes over. */
async function live(process: Mortal) {
	const house = openRateHouse();
	await house.watch("2025-06-02T16:00:00Z");
	const slack = scriptedPlatform("slack");
	const dying = {
		...house.tools,
		rateWatches: process.wrap(house.store.rateWatches),
		channels: process.wrap(house.store.channels),
		enqueueChannels: process.step(house.tools.enqueueChannels),
	};
	const send = {
		...house.store,
		platforms: new Map([["slack", slack]]),
		aloneSince: null,
		suspendedCard: () => card("closed"),
		log: makeLog("error", () => {}),
	};
	for (const [instant, steps] of days) {
		if (steps) house.book.steps = steps;
		const hands = process.isDead() ? house.tools : dying;
		await house.look(instant, hands).catch((error: unknown) => {
			if (!process.isDead()) throw error;
		});
		// Whoever takes over looks again, and sends what is written.
		await house.look(instant);
		await sendDeliveries(desk, send, () => new Date(instant));
	}
	return slack.shown.map(({ cards }) => cards[0]?.title);
}

const told = [
	"ahead 2025-06-04",
	"in-force 2025-06-04",
	"correction 2025-06-04",
	"scheduled 2025-07-01",
	"called-off 2025-07-01",
];

describe("whenever a process dies, each change of a rate is told once, in order", () => {
	test("nobody dies", async () => {
		expect(await live(mortal(Number.POSITIVE_INFINITY, "before"))).toEqual(
			told,
		);
	});

	test.each(["before", "after"] as const)("%s any step", async (when) => {
		const counting = mortal(Number.POSITIVE_INFINITY, "before");
		await live(counting);
		expect(counting.steps()).toBeGreaterThan(10);
		for (let step = 1; step <= counting.steps(); step++) {
			const process = mortal(step, when);
			expect(await live(process)).toEqual(told);
			expect(process.isDead()).toBe(true);
		}
	});
});
