import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { newHome, ticks } from "../fakes/tradewire-process.ts";
import type { Benchmark } from "./benchmark.ts";

const rowsWanted = 35_000;
const longestMs = 120_000;

/** Time and memory to import a schedule of 35,000 rows into the embedded store, each time in a process of its own. */
export const htsImport: Benchmark = {
	name: "hts-import",
	async *run(say) {
		const folder = mkdtempSync(join(tmpdir(), "hts-import-"));
		const file = join(folder, "hts_2026_rev_10.json.gz");
		const rows = scheduleRows();
		writeFileSync(file, gzipSync(JSON.stringify(rows, null, 2)));
		const home = newHome();
		for (const which of ["new store", "in place of itself"]) {
			say(`${rows.length} rows, ${which}`);
			const { seconds, peak } = await measure(file, home);
			yield {
				figure: `seconds to import ${rows.length} HTS rows, embedded, ${which}`,
				value: seconds,
				comparison: { of: "wanted at most", value: 20 },
			};
			yield {
				figure: `MB at the peak of that import, ${which}`,
				value: peak,
				comparison: { of: "wanted at most", value: 400 },
			};
		}
		await rm(folder, { recursive: true });
		await rm(home, { recursive: true });
	},
};

async function measure(file: string, home: string) {
	const root = resolve(import.meta.dirname, "../..");
	const began = performance.now();
	const child = spawn(
		process.execPath,
		["src/cli.ts", "tariffs", "import-hts", file],
		{
			cwd: root,
			env: { PATH: process.env.PATH, TRADEWIRE_HOME: home },
			stdio: ["ignore", "ignore", "inherit"],
		},
	);
	const ended = once(child, "exit");
	let peak = 0;
	for await (const _ of ticks(longestMs)) {
		if (child.exitCode !== null) break;
		peak = Math.max(peak, peakOf(child.pid));
	}
	child.kill();
	const [code] = await ended;
	if (code !== 0) throw new Error(`the import ended with code ${code}`);
	return { seconds: (performance.now() - began) / 1000, peak };
}

/** The most megabytes that the process has held so far, by the kernel's account (proc(5)); 0 when it has gone. */
function peakOf(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "utf8");
		return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}

/** An invented schedule as long as the real one: headings, groups, charged lines, statistical suffixes. */
function scheduleRows(): object[] {
	const rows: object[] = [];
	for (let heading = 0; rows.length < rowsWanted; heading++) {
		const chapter = 1 + (heading % 97);
		const code = `${two(chapter)}${two(1 + Math.floor(heading / 97))}`;
		const goods = `Goods of heading ${code}, whether or not worked, of a kind used by people`;
		rows.push(row(0, code, `${goods}:`));
		for (let line = 1; line <= 6; line++) {
			const eight = `${code}.${line}0.00`;
			rows.push(
				row(1, "", `Of kind ${line}, other than those of kind ${line + 1}:`),
			);
			rows.push(row(2, eight, "Other", rates[(heading + line) % rates.length]));
			for (let suffix = 1; suffix <= 3; suffix++) {
				const text = `Weighing not more than ${suffix * 10} kg each, put up for retail sale`;
				rows.push(row(3, `${eight}.${suffix}0`, text));
			}
		}
	}
	return rows;
}

const rates = [
	["6.8%", "Free (A+,AU,BH,CL,CO,D,E,IL,JO,KR,MA,OM,P,PA,PE,S,SG)", "15%"],
	["4.4¢/kg + 2.5%", "Free (AU,S) 2.8¢/kg (JO) See 9822.05.10 (P+)", "35%"],
	["Free", "", "33 1/3%"],
];

function row(
	indent: number,
	htsno: string,
	description: string,
	[general = "", special = "", other = ""]: readonly string[] = [],
) {
	const value = "See 9903.88.15. ";
	const footnote = { columns: ["general"], value, type: "endnote" };
	return {
		...{ htsno, indent: String(indent), description },
		superior: htsno === "" ? "true" : null,
		...{ units: ["kg"], general, special, other },
		footnotes: general === "" ? [] : [footnote],
		...{ quotaQuantity: null, additionalDuties: null },
		addiitionalDuties: null,
	};
}

function two(number: number): string {
	return String(number).padStart(2, "0");
}
