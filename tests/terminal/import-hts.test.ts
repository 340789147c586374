import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ScheduleMemory } from "../../src/tariffs/tariff-line.ts";
import { makeTariffsCommand } from "../../src/terminal/tariffs-command.ts";
import { UsageError } from "../../src/terminal/terminal-command.ts";
import { inMemorySchedules } from "../fakes/in-memory-schedules.ts";

let folder: string;
let schedules: ScheduleMemory;
let opened: number;
let closed: number;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "import-hts-"));
	schedules = inMemorySchedules();
	opened = 0;
	closed = 0;
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...words: readonly string[]) {
	const printed: string[] = [];
	const complained: string[] = [];
	const progress: string[] = [];
	const command = makeTariffsCommand(
		() => new Date("2026-11-22T15:00:00Z"),
		async () => {
			opened++;
			return { schedules, close: async () => void closed++ };
		},
	);
	const code = await command.run(["import-hts", ...words], {
		input: (async function* () {})(),
		print: (line) => void printed.push(line),
		complain: (line) => void complained.push(line),
		progress: (line) => void progress.push(line),
	});
	return { code, printed, complained, progress };
}

async function file(name: string, bytes: string | Buffer): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, bytes);
	return path;
}

/** Rows of every chapter, as the export has them. */
const rows = Array.from({ length: 97 }, (_, at) => at + 1)
	.filter((chapter) => chapter !== 77)
	.flatMap((chapter) => {
		const code = `${String(chapter).padStart(2, "0")}01`;
		const line = { superior: null, units: ["kg"], footnotes: [] };
		const rates = { general: `${chapter}%`, special: "Free (S)", other: "90%" };
		const none = { general: "", special: "", other: "" };
		return [
			{ htsno: code, indent: "0", description: "Goods:", ...line, ...none },
			{
				...{ htsno: `${code}.00.00`, indent: "1", description: "Of ¢" },
				...line,
				...rates,
			},
		];
	});
const text = JSON.stringify(rows, null, 2);

test.each([
	["plain", "hts_2026_rev_10.json", text],
	["gzip", "hts_2026_rev_10.json.gz", gzipSync(text)],
])(
	"keeps the revision of a %s file, told by its name",
	async (_, name, bytes) => {
		const { code, printed, complained } = await run(await file(name, bytes));
		expect(code).toBe(0);
		expect(printed).toHaveLength(1);
		expect(printed[0]).toMatch(
			/^HTS 2026 Revision 10, in force from 2026-06-08: 192 rows read, 192 tariff lines kept in \d/,
		);
		expect(complained).toEqual([]);
		const [found] = await schedules.findLines("US", ["72010000"]);
		expect(found?.revision).toEqual({
			...{ importer: "US", name: "2026 Revision 10", from: "2026-06-08" },
		});
		expect(found?.line).toMatchObject({
			general: "72%",
			path: ["Goods", "Of ¢"],
		});
		expect([opened, closed]).toEqual([1, 1]);
	},
);

test("shows how far it is, and takes the bar away", async () => {
	const path = await file("hts_2026_rev_10.json", text);
	const { progress } = await run(path);
	expect(progress[0]).toMatch(/^read \[#+-*\] +\d+% \d+ rows$/);
	expect(progress.at(-2)).toBe(`kept [${"#".repeat(30)}] 100% 192 rows`);
	expect(progress.at(-1)).toBe("");
});

test("the same revision again takes the place of what was held", async () => {
	await run(await file("hts_2026_rev_10.json", text));
	const changed = text.replaceAll('"72%"', '"70%"');
	await run(await file("hts_2026_rev_10.json", changed));
	expect(await schedules.revisions()).toHaveLength(1);
	const [found] = await schedules.findLines("US", ["72010000"]);
	expect(found?.line?.general).toBe("70%");
});

test("takes the revision and its day as they are said", async () => {
	const path = await file("export.json", text);
	await run(path, "--revision", "2027 Revision 1", "--from", "2027-01-20");
	expect(await schedules.revisions()).toEqual([
		{ importer: "US", name: "2027 Revision 1", from: "2027-01-20" },
	]);
});

test("an export of some chapters is taken and said to be one", async () => {
	const part = JSON.stringify(rows.slice(0, 4));
	const { complained } = await run(await file("hts_2026_rev_10.json", part));
	expect(complained).toEqual([
		"The file has 2 of the schedule's 96 chapters: codes of the others are answered from the book.",
	]);
});

const broken = text.replace('"42%"', "42");
const zipped = gzipSync(text);
const spoilt = Buffer.from(zipped);
spoilt.fill(0, 200, 260);
const name = "hts_2026_rev_10.json";

test.each([
	["cut off", name, text.slice(0, 20_000), /cut off after row \d+\. Nothing/],
	["cut gzip", name, zipped.subarray(0, 900), /gzip is cut off.*Nothing/],
	["spoilt gzip", name, spoilt, /gzip is broken.*Nothing/],
	["no list", name, '{"error":"x"}', /a list \[ should begin.*Nothing/],
	["a page", name, "<!doctype html>", /"<!doctype html>"\. Nothing/],
	["empty", name, "", /it is empty\. Nothing/],
	["an empty list", name, "[]", /no tariff line in it\. Nothing/],
	["no UTF-8", name, Buffer.from([0x5b, 0xff, 0xfe]), /no UTF-8.*Nothing/],
	["a wrong row", name, broken, /row 84 \(4201\.00\.00\): general: .*Nothing/],
	["nameless", "export.json", text, /add --revision/],
	["undated", "hts_2031_rev_1.json", text, /add --from/],
])(
	"%s: says what is wrong and leaves the store as it was",
	async (_, named, bytes, what) => {
		const path = await file(named, bytes);
		await expect(run(path)).rejects.toThrow(what);
		await expect(run(path)).rejects.toThrow(path);
		expect(opened).toBe(0);
	},
);

test("a file that is not there is said", async () => {
	const path = join(folder, "hts_2026_rev_9.json");
	await expect(run(path)).rejects.toThrow(`${path}: there is no such file`);
});

test.each([[[]], [["a.json", "b.json"]], [["a.json", "--day", "x"]]])(
	"refuses the words %j",
	async (words) => {
		await expect(run(...words)).rejects.toThrow(UsageError);
	},
);
