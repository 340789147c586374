import { parseArgs } from "node:util";
import type { SurtaxList } from "../tariffs/surtax-list.ts";
import { surtaxLists } from "../tariffs/surtax-lists.ts";
import { csvRows } from "../text/csv-rows.ts";
import type { OpenSchedules } from "./open-schedules.ts";
import { readScheduleFile } from "./read-schedule-file.ts";
import { type Terminal, UsageError } from "./terminal-command.ts";

/**
 * `tariffs import-surtax FILE.csv`: reads the file to its end before the store
 * is opened, so that a broken one changes nothing.
 */
export async function importSurtax(
	words: readonly string[],
	terminal: Terminal,
	openSchedules: () => Promise<OpenSchedules>,
): Promise<0> {
	const { file, ...said } = readWords(words);
	const lists = await readLists(file, said);
	const open = await openSchedules();
	try {
		await open.schedules.keepLists(lists);
	} finally {
		await open.close();
	}
	for (const { instrument, schedule, from, items } of lists) {
		const name = [instrument, schedule].filter(Boolean).join(", ");
		terminal.print(
			`${name}, consolidated to ${from}: ${items.length} items kept`,
		);
	}
	return 0;
}

function readWords(words: readonly string[]) {
	const string = { type: "string" } as const;
	try {
		const { values, positionals } = parseArgs({
			args: [...words],
			allowPositionals: true,
			options: {
				"consolidated-to": string,
				source: string,
				publisher: string,
			},
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0)
			throw new UsageError("name one file: tariffs import-surtax FILE.csv");
		const { source, publisher } = values;
		const consolidatedTo = values["consolidated-to"];
		return { file, consolidatedTo, source, publisher };
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(error instanceof Error ? error.message : "");
	}
}

async function readLists(
	file: string,
	said: Parameters<typeof surtaxLists>[1],
): Promise<SurtaxList[]> {
	const pieces = await Array.fromAsync(readScheduleFile(file, () => {}));
	try {
		return surtaxLists(csvRows(pieces.join("")), said);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`${file}: ${why}. Nothing was changed.`, { cause });
	}
}
