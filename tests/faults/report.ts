import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { RunResult } from "./play-run.ts";

const kept = resolve(import.meta.dirname, "../../data/faults");

/** Whether anything was lost, told twice or told out of order, or a process did not stop as it should. */
export function isFailed({ lost, doubled, misplaced, faults }: RunResult) {
	return lost + doubled + misplaced + faults.length > 0;
}

/** One run in a line; of a failed one also what was wrong, where its record is kept, and how to play it again. */
export async function tellRun(result: RunResult): Promise<string> {
	const { seed, kind, rung, injected, published, heard, tookMs } = result;
	const seconds = (tookMs / 1000).toFixed(1);
	const line = `seed ${seed}: ${kind.name} ×${injected}, ${rung.name}: heard ${heard} of ${published} in ${seconds} s`;
	if (!isFailed(result)) return line;
	const file = join(kept, `seed-${seed}.log`);
	await mkdir(kept, { recursive: true });
	await writeFile(file, [line, ...result.faults, "", result.record].join("\n"));
	return [
		`${line} · FAILED`,
		...result.faults.map((fault) => `    ${fault}`),
		`    kept in ${file}`,
		`    again: npm run faults -- --runs 1 --seed ${seed}`,
	].join("\n");
}

/** One row for each kind of fault, and one for all. */
export function tableOf(results: readonly RunResult[]) {
	const kinds = Map.groupBy(results, ({ kind }) => kind.name);
	const rows = [...kinds].map(([fault, some]) => rowOf(fault, some));
	return [...rows, rowOf("all", results)];
}

function rowOf(fault: string, runs: readonly RunResult[]) {
	const sum = (of: (result: RunResult) => number) =>
		runs.reduce((total, run) => total + of(run), 0);
	const seconds = sum(({ tookMs }) => tookMs) / runs.length / 1000;
	return {
		fault,
		runs: runs.length,
		faults: sum(({ injected }) => injected),
		published: sum(({ published }) => published),
		heard: sum(({ heard }) => heard),
		lost: sum(({ lost }) => lost),
		doubled: sum(({ doubled }) => doubled),
		misplaced: sum(({ misplaced }) => misplaced),
		failed: runs.filter(isFailed).length,
		"s/run": Number(seconds.toFixed(1)),
	};
}
