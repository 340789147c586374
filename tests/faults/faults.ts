import { parseArgs } from "node:util";
import { planRuns } from "./plan-runs.ts";
import { playRuns } from "./play-runs.ts";
import { isFailed, tableOf, tellRun } from "./report.ts";

const usage = `npm run faults -- [--runs N] [--seed N] [--only WORDS] [--at-once N]

  --runs     how many runs, each with a seed of its own, one after the other (default 200)
  --seed     the first run's seed: the same seed meets the same faults (default: by the time of day)
  --only     only faults whose name holds these words
  --at-once  how many runs go on side by side (default 4)`;

const { values } = parseArgs({
	options: {
		runs: { type: "string", default: "200" },
		seed: { type: "string", default: String(Date.now() % 1_000_000) },
		only: { type: "string", default: "" },
		"at-once": { type: "string", default: "4" },
		help: { type: "boolean", default: false },
	},
});
if (values.help) console.log(usage);
else process.exitCode = await run();

/** Exit codes: 0 all was told once and in order, 1 it was not. */
async function run(): Promise<number> {
	const first = Number(values.seed);
	const { only } = values;
	const { plans, leftOut } = planRuns(first, Number(values.runs), only);
	for (const line of leftOut) console.log(`left out: ${line}`);
	console.log(`${plans.length} runs from seed ${first}`);
	const stopping = new AbortController();
	process.once("SIGINT", () => {
		console.log("stopping when the runs under way have ended");
		stopping.abort();
	});
	const begun = Date.now();
	let done = 0;
	const results = await playRuns({
		plans,
		atOnce: Number(values["at-once"]),
		stopped: stopping.signal,
		async tell(result) {
			done++;
			console.log(`${done}/${plans.length} ${await tellRun(result)}`);
		},
	});
	console.table(tableOf(results));
	const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
	const failed = results.filter(isFailed);
	console.log(`${results.length} runs in ${minutes} minutes`);
	const seeds = failed.map(({ seed }) => seed).join(", ");
	console.log(failed.length ? `failed: seeds ${seeds}` : "none failed");
	return failed.length > 0 ? 1 : 0;
}
