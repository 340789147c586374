import { faultChannels } from "./chat-worlds.ts";
import { playRun, type RunPlan, type RunResult } from "./play-run.ts";
import { makeTemplates } from "./templates.ts";

interface RunsWanted {
	readonly plans: readonly RunPlan[];
	/** How many go on side by side. */
	readonly atOnce: number;
	/** When aborted, no more runs begin. */
	readonly stopped?: AbortSignal;
	/** Called as each ends. */
	tell(result: RunResult): void | Promise<void>;
}

/** Plays runs, each in a world of its own. Gives their results in the order in which they were planned. */
export async function playRuns(wanted: RunsWanted): Promise<RunResult[]> {
	const { plans, atOnce, stopped, tell } = wanted;
	const rungs = plans.map(({ rung }) => rung);
	const templates = await makeTemplates(faultChannels, rungs);
	const results: RunResult[] = [];
	const waiting = [...plans.entries()];
	const lane = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			if (stopped?.aborted) return;
			const [at, plan] = next;
			const result = await playRun(plan, { templates, sources: null });
			results[at] = result;
			await tell(result);
		}
	};
	try {
		await Promise.all(Array.from({ length: atOnce }, lane));
	} finally {
		await templates.close();
	}
	return results.filter(Boolean);
}
