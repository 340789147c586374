import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTariffsCommand } from "../../src/terminal/tariffs-command.ts";
import { UsageError } from "../../src/terminal/terminal-command.ts";
import { inMemorySchedules } from "../fakes/in-memory-schedules.ts";

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "import-surtax-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(text: string, ...words: readonly string[]) {
	const file = join(folder, "surtax.csv");
	await writeFile(file, text);
	const schedules = inMemorySchedules();
	const printed: string[] = [];
	let opened = 0;
	const command = makeTariffsCommand(
		() => new Date("2026-11-22T15:00:00Z"),
		async () => {
			opened++;
			return { schedules, close: async () => {} };
		},
	);
	const code = await command
		.run(["import-surtax", file, ...words], {
			input: (async function* () {})(),
			print: (line) => void printed.push(line),
			complain: (line) => void printed.push(line),
		})
		.catch((error: Error) => error);
	return { code, printed, opened, schedules };
}

const csv = "instrument,tariff_item\nSOR/2026-186,0806.10.11\n";

test("keeps the lists of a file, and says how many items each has", async () => {
	const day = ["--consolidated-to", "2026-09-08"];
	const { code, printed, schedules } = await run(csv, ...day);
	expect(code).toBe(0);
	expect(printed).toEqual([
		"SOR/2026-186, consolidated to 2026-09-08: 1 items kept",
	]);
	const [found] = await schedules.findLists(["08061011"]);
	expect(found).toMatchObject({ within: "in", from: "2026-09-08" });
});

test("a file that cannot say its day opens no store, and says what to add", async () => {
	const { code, opened } = await run(csv);
	expect(String(code)).toMatch(
		/surtax\.csv: row 2: .*--consolidated-to YYYY-MM-DD\. Nothing was changed\.$/,
	);
	expect(opened).toBe(0);
});

test("words that mean nothing are refused", async () => {
	expect((await run(csv, "other.csv")).code).toBeInstanceOf(UsageError);
	expect((await run(csv, "--day", "x")).code).toBeInstanceOf(UsageError);
});
