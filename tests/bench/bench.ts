import type { Benchmark, Row } from "./benchmark.ts";
import { bombs } from "./bombs.ts";
import { commandLatency } from "./command-latency.ts";
import { fanOut } from "./fan-out.ts";
import { fanOutSlack } from "./fan-out-slack.ts";
import { htsImport } from "./hts-import.ts";
import { ingest } from "./ingest.ts";
import { matcher } from "./matcher.ts";
import { parse } from "./parse.ts";
import { pollMany } from "./poll-many.ts";
import { start } from "./start.ts";
import { statements } from "./statements.ts";
import { stories } from "./stories.ts";
import { tariff } from "./tariff.ts";
import { websub } from "./websub.ts";

const benchmarks: readonly Benchmark[] = [
	start,
	commandLatency,
	ingest,
	fanOut,
	fanOutSlack,
	tariff,
	stories,
	parse,
	pollMany,
	htsImport,
	statements,
	matcher,
	websub,
	bombs,
];

const wanted = process.argv[2];
const chosen = benchmarks.filter(({ name }) => !wanted || name === wanted);
if (chosen.length === 0) {
	const names = benchmarks.map(({ name }) => name).join(", ");
	console.error(`There is no benchmark "${wanted}". There are: ${names}.`);
	process.exit(2);
}

const rows: Row[] = [];
for (const benchmark of chosen) {
	const say = (progress: string) =>
		console.error(`${benchmark.name}: ${progress}`);
	for await (const row of benchmark.run(say)) rows.push(row);
}
console.table(
	rows.map(({ figure, value, comparison }) => ({
		figure,
		value: rounded(value),
		comparison: comparison
			? `${comparison.of}: ${rounded(comparison.value)}`
			: "",
		ratio: comparison ? rounded(value / comparison.value) : "",
	})),
);

function rounded(value: number): number {
	return Number(value.toPrecision(3));
}
