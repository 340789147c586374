import { expect, test } from "vitest";
import { faultKinds } from "./fault-kinds.ts";
import { playRuns } from "./play-runs.ts";
import { tellRun } from "./report.ts";
import { embedded, onRedis } from "./rungs.ts";

/** The short form of `npm run faults`. */
const runs = [
	["killed at any time", embedded],
	["cut after accepting", embedded],
	["killed after post", onRedis],
] as const;

const missing = runs.flatMap(([, { name, missing }]) =>
	missing === null ? [] : [`${name}: ${missing}`],
);
if (missing.length > 0) console.warn(`skipped, faults: ${missing.join("; ")}`);

test("what is published while faults befall is told once and in order", async () => {
	const plans = runs
		.filter(([, rung]) => rung.missing === null)
		.map(([name, rung], seed) => {
			const kind = faultKinds.find((one) => one.name === name);
			if (!kind) throw new Error(`no fault is called ${name}`);
			return { seed, kind, rung };
		});
	const told: string[] = [];
	const results = await playRuns({
		plans,
		atOnce: 2,
		tell: async (result) => void told.push(await tellRun(result)),
	});
	for (const { lost, doubled, misplaced, faults } of results) {
		const verdict = { lost, doubled, misplaced, faults };
		const clean = { lost: 0, doubled: 0, misplaced: 0, faults: [] };
		expect(verdict, told.join("\n")).toEqual(clean);
	}
}, 240_000);
