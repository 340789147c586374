import { type FaultKind, faultKinds } from "./fault-kinds.ts";
import type { RunPlan } from "./play-run.ts";

/**
 * The run that a seed stands for: seeds in a row go through all kinds of
 * faults, and each kind through all that it can befall.
 */
function planRun(seed: number): RunPlan {
	const kind = faultKinds[seed % faultKinds.length];
	if (!kind) throw new Error(`seed ${seed} stands for no fault`);
	const round = Math.floor(seed / faultKinds.length);
	const rung = kind.rungs[round % kind.rungs.length];
	if (!rung) throw new Error(`${kind.name} can befall nothing`);
	return { seed, kind, rung };
}

/** So many runs from this seed on, of faults whose name holds these words; and what this machine cannot play, with the reason. */
export function planRuns(first: number, count: number, only = "") {
	const wanted = faultKinds.filter(({ name }) => name.includes(only));
	const leftOut = wanted.flatMap(whyMissing);
	const canBePlayed = wanted.some(({ rungs }) =>
		rungs.some(({ missing }) => missing === null),
	);
	const plans: RunPlan[] = [];
	for (let seed = first; canBePlayed && plans.length < count; seed++) {
		const plan = planRun(seed);
		const isWanted = wanted.includes(plan.kind) && plan.rung.missing === null;
		if (isWanted) plans.push(plan);
	}
	return { plans, leftOut };
}

function whyMissing({ name, rungs }: FaultKind): readonly string[] {
	return rungs.flatMap((rung) =>
		rung.missing === null ? [] : [`${name}, ${rung.name}: ${rung.missing}`],
	);
}
