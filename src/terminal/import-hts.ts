import { parseArgs } from "node:util";
import { HtsReader, HtsRowError } from "../tariffs/hts-lines.ts";
import { htsRevision } from "../tariffs/hts-revision.ts";
import type { TariffLine } from "../tariffs/tariff-line.ts";
import { JsonRowsError, jsonRows } from "../text/json-rows.ts";
import type { OpenSchedules } from "./open-schedules.ts";
import { readScheduleFile } from "./read-schedule-file.ts";
import { shareBar } from "./share-bar.ts";
import { type Terminal, UsageError } from "./terminal-command.ts";

/** The chapters that a whole schedule has goods in: 1 to 97 without 77. */
const allChapters = 96;

/** What a file holds, once it was read to its end. */
interface Held {
	readonly rows: number;
	readonly lines: number;
	/** How many chapters of goods have lines. */
	readonly chapters: number;
}

/**
 * `tariffs import-hts FILE [--revision NAME] [--from DAY]`: reads the file to
 * its end before the store is opened, so that a broken one changes nothing,
 * and then once more while it is kept, so that it is never held as a whole.
 */
export async function importHts(
	words: readonly string[],
	terminal: Terminal,
	openSchedules: () => Promise<OpenSchedules>,
): Promise<0> {
	const { file, name, from } = readWords(words);
	const began = performance.now();
	const revision = htsRevision(file, { name, from });
	const held = await examine(file, terminal);
	const open = await openSchedules();
	try {
		const lines = linesIn(file, (told) => terminal.progress?.(`kept ${told}`));
		await open.schedules.keepRevision(revision, lines);
	} finally {
		terminal.progress?.("");
		await open.close();
	}
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	terminal.print(
		`HTS ${revision.name}, in force from ${revision.from}: ${held.rows} rows read, ${held.lines} tariff lines kept in ${seconds} s`,
	);
	tellGaps(held, terminal);
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

async function examine(file: string, terminal: Terminal): Promise<Held> {
	const chapters = new Set<string>();
	let [rows, lines] = [0, 0];
	const heard = (told: string, row: number) => {
		rows = row;
		terminal.progress?.(`read ${told}`);
	};
	try {
		for await (const { code } of linesIn(file, heard)) {
			lines++;
			if (Number(code.slice(0, 2)) <= 97) chapters.add(code.slice(0, 2));
		}
	} finally {
		terminal.progress?.("");
	}
	if (lines > 0) return { rows, lines, chapters: chapters.size };
	throw new Error(`${file}: there is no tariff line in it. ${whatToDo}`);
}

/** Reads the lines of a file; tells how far it is, and at the end how many rows there were. */
async function* linesIn(
	file: string,
	heard: (told: string, rows: number) => void,
): AsyncGenerator<TariffLine> {
	const reader = new HtsReader();
	let rows = 0;
	const tell = (share: number) => heard(shareBar(share, `${rows} rows`), rows);
	try {
		for await (const row of jsonRows(readScheduleFile(file, tell))) {
			rows++;
			const line = reader.read(row);
			if (line) yield line;
		}
	} catch (error) {
		throw told(error, { file, rows });
	}
	tell(1);
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
function tellGaps({ chapters }: Held, terminal: Terminal): void {
	if (chapters >= allChapters) return;
	terminal.complain(
		`The file has ${chapters} of the schedule's ${allChapters} chapters: codes of the others are answered from the book.`,
	);
}
