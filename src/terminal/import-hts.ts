import { parseArgs } from "node:util";
import { HtsReader, HtsRowError } from "../tariffs/hts-lines.ts";
import { htsRevision } from "../tariffs/hts-revision.ts";
import type { TariffLine } from "../tariffs/tariff-line.ts";
import { JsonRowsError, jsonRows } from "../text/json-rows.ts";
import type { OpenSchedules } from "./open-schedules.ts";
import { readScheduleFile } from "./read-schedule-file.ts";
import { type Terminal, UsageError } from "./terminal-command.ts";

/** The chapters that a whole schedule has goods in: 1 to 97 without 77. */
const chapters = 96;
const barLength = 30;

/**
 * `tariffs import-hts FILE [--revision NAME] [--from DAY]`: reads the file to
 * its end before the store is opened, so that a broken one changes nothing.
 */
export async function importHts(
	words: readonly string[],
	terminal: Terminal,
	openSchedules: () => Promise<OpenSchedules>,
): Promise<0> {
	const { file, name, from } = readWords(words);
	const began = performance.now();
	const revision = htsRevision(file, { name, from });
	const { rows, lines } = await readLines(file, terminal);
	terminal.progress?.(`keeping ${lines.length} lines…`);
	const open = await openSchedules();
	try {
		await open.schedules.keepRevision(revision, lines);
	} finally {
		terminal.progress?.("");
		await open.close();
	}
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	terminal.print(
		`HTS ${revision.name}, in force from ${revision.from}: ${rows} rows read, ${lines.length} tariff lines kept in ${seconds} s`,
	);
	tellGaps(lines, terminal);
	return 0;
}

function readWords(words: readonly string[]) {
	const string = { type: "string" } as const;
	try {
		const { values, positionals } = parseArgs({
			args: [...words],
			allowPositionals: true,
			options: { revision: string, from: string },
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0)
			throw new UsageError("name one file: tariffs import-hts FILE");
		return { file, name: values.revision, from: values.from };
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(error instanceof Error ? error.message : "");
	}
}

async function readLines(file: string, terminal: Terminal) {
	const reader = new HtsReader();
	const lines: TariffLine[] = [];
	let [rows, share] = [0, 0];
	const pieces = readScheduleFile(file, (now) => {
		share = now;
		terminal.progress?.(`${bar(share)} ${rows} rows`);
	});
	try {
		for await (const row of jsonRows(pieces)) {
			rows++;
			const line = reader.read(row);
			if (line) lines.push(line);
		}
	} catch (error) {
		throw told(error, { file, rows });
	} finally {
		terminal.progress?.("");
	}
	if (lines.length > 0) return { rows, lines };
	throw new Error(`${file}: there is no tariff line in it. ${whatToDo}`);
}

function bar(share: number): string {
	const done = Math.round(share * barLength);
	const percent = String(Math.floor(share * 100)).padStart(3);
	return `[${"#".repeat(done)}${"-".repeat(barLength - done)}] ${percent}%`;
}

const whatToDo =
	"Nothing was changed. What is read is the export of the whole schedule as JSON from hts.usitc.gov, plain or gzip: fetch it again.";

/** Where the file broke off, and that the store is as it was. */
function told(error: unknown, { file, rows }: { file: string; rows: number }) {
	if (error instanceof JsonRowsError || error instanceof HtsRowError)
		return new Error(`${file}: ${error.message}. ${whatToDo}`, {
			cause: error,
		});
	if (!(error instanceof Error)) return error;
	const where = rows === 0 ? "" : ` (after row ${rows})`;
	return new Error(`${error.message}${where}. Nothing was changed.`, {
		cause: error,
	});
}

/** An export of some chapters is taken, and said to be one. */
function tellGaps(lines: readonly TariffLine[], terminal: Terminal): void {
	const held = new Set(lines.map(({ code }) => code.slice(0, 2)));
	const goods = [...held].filter((chapter) => Number(chapter) <= 97).length;
	if (goods >= chapters) return;
	terminal.complain(
		`The file has ${goods} of the schedule's ${chapters} chapters: codes of the others are answered from the book.`,
	);
}
