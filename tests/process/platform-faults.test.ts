import { expect, test } from "vitest";
import type { Fault } from "../faults/fault-proxy.ts";
import { openDiscordWorld, openSlackWorld } from "../faults/fault-world.ts";
import { runFaults } from "../faults/run-faults.ts";

/** The short form of `npm run bench -- faults`: fewer deliveries, and the faults that are hardest to tell apart. */
test.concurrent.each<[string, typeof openDiscordWorld, Fault]>([
	["Discord", openDiscordWorld, "cut after accepting"],
	["Discord", openDiscordWorld, "killed after post"],
	["Slack", openSlackWorld, "500 after accepting"],
	["Slack", openSlackWorld, "killed before mark"],
])(
	"%s, $2: every delivery is heard once, in order",
	async (_name, open, fault) => {
		const size = { channels: 4, deliveries: 5, every: 5 };
		const outcome = await runFaults({ open, fault, ...size });
		expect(outcome.faults).toBeGreaterThan(0);
		expect(outcome).toMatchObject({
			written: 20,
			lost: 0,
			doubled: 0,
			misplaced: 0,
		});
	},
	120_000,
);
