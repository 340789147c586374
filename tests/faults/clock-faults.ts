import { setTimeout as wait } from "node:timers/promises";
import type { FaultKind } from "./fault-kinds.ts";
import { allRungs } from "./rungs.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Machines wake from sleep, and are set right after they began in the wrong year. */
export const clockFaults: readonly FaultKind[] = [
	clockFault("clock set ahead", [3 * minute, hour, 26 * hour], "stays"),
	clockFault("clock set back", [-3 * minute, -hour], "stays"),
	clockFault("clock wrong for a while", [-hour, 5 * minute, hour], "passes"),
];

function clockFault(
	name: string,
	byMs: readonly number[],
	then: "stays" | "passes",
): FaultKind {
	return {
		name,
		rungs: allRungs,
		async inject({ scene, chance, happened }) {
			await wait(chance.between(0, 2_500));
			scene.clock.setAhead(chance.pick(byMs));
			happened();
			if (then === "stays") return;
			await wait(chance.between(500, 3_000));
			scene.clock.setAhead(0);
			happened();
		},
	};
}
