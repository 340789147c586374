import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
	newHome,
	type RunningTradewire,
	refusedFeeds,
	startTradewire,
} from "../fakes/tradewire-process.ts";
import { type Benchmark, median } from "./benchmark.ts";

const runs = 3;

/** Time to `GET /readyz` 200, and resident memory then, of the first start and of restarts. */
export const start: Benchmark = {
	name: "start",
	async *run(say) {
		const first: Measured[] = [];
		const again: Measured[] = [];
		for (let run = 1; run <= runs; run++) {
			say(`run ${run} of ${runs}`);
			const home = newHome();
			writeFileSync(join(home, "feeds.json"), refusedFeeds);
			first.push(await measure(home));
			again.push(await measure(home));
		}
		yield* [
			row("seconds to ready", first, again, ({ seconds }) => seconds),
			row("MB resident when ready", first, again, ({ resident }) => resident),
			row("MB at the peak until then", first, again, ({ peak }) => peak),
		];
	},
};

interface Measured {
	readonly seconds: number;
	/** Megabytes. */
	readonly resident: number;
	readonly peak: number;
}

function row(
	figure: string,
	first: readonly Measured[],
	again: readonly Measured[],
	of: (measured: Measured) => number,
) {
	return {
		figure: `${figure}, first start, embedded`,
		value: median(first.map(of)),
		comparison: { of: "restart", value: median(again.map(of)) },
	};
}

async function measure(home: string): Promise<Measured> {
	const began = performance.now();
	const tradewire = await startTradewire({
		env: {
			TRADEWIRE_HOME: home,
			TRADEWIRE_FEEDS: join(home, "feeds.json"),
		},
	});
	const seconds = (performance.now() - began) / 1000;
	const [resident, peak] = ["VmRSS", "VmHWM"].map((figure) =>
		megabytesOf(tradewire, figure),
	);
	await tradewire.stop();
	return { seconds, resident: resident ?? 0, peak: peak ?? 0 };
}

/** From the kernel's own account of the process (proc(5), in kB); Linux only. */
function megabytesOf({ process }: RunningTradewire, figure: string): number {
	const status = readFileSync(`/proc/${process.pid}/status`, "utf8");
	const found = new RegExp(`^${figure}:\\s+(\\d+) kB`, "m").exec(status);
	return Number(found?.[1]) / 1024;
}
