import { readBookFiles } from "../tariffs/book.ts";
import { checkBook } from "../tariffs/check-book.ts";
import { importHts } from "./import-hts.ts";
import { importSurtax } from "./import-surtax.ts";
import type { OpenSchedules } from "./open-schedules.ts";
import {
	type Terminal,
	type TerminalCommand,
	UsageError,
} from "./terminal-command.ts";

/**
 * `tradewire tariffs`: holds the tariff book against its own rules, and brings
 * in tariff schedules. `openSchedules` is called once a file was read.
 */
export function makeTariffsCommand(
	now: () => Date,
	openSchedules: () => Promise<OpenSchedules>,
): TerminalCommand {
	return {
		name: "tariffs",
		usage:
			"tariffs check | tariffs import-hts FILE [--revision NAME] [--from YYYY-MM-DD] | tariffs import-surtax FILE.csv [--consolidated-to YYYY-MM-DD] [--source URL --publisher NAME]",
		about: `check holds the tariff book against its rules: versions without gap or overlap,
every version sourced, every rule dated, every term resolving. Scheduled changes
that have fallen due and measures long unverified are listed and do not fail it.

import-hts brings in a revision of the US tariff schedule, from the JSON export
of hts.usitc.gov (plain or gzip): from then on /tariff answers with its lines
and rates. The revision and the day it took effect are taken from the file's
name where that says it (hts_2026_rev_10.json.gz); --revision "2026 Revision 10"
and --from 2026-06-08 say it otherwise. Several revisions may be held: each
speaks until the next one's day. The same one again replaces what was held.

import-surtax brings in the schedules of Canadian surtax orders, one tariff item
a row, with the columns instrument (SOR/2026-186) and tariff_item, and where
there are such title, schedule, consolidated_to, rate_percent, source_url and
publisher. They settle which goods an order covers where the book does not hold
its list, so a file has all the schedules of an order: what is on none of them
is outside it. Versions are kept side by side by their consolidated_to.`,
		async run([verb, ...words], terminal) {
			if (verb === "import-hts")
				return importHts(words, terminal, openSchedules);
			if (verb === "import-surtax")
				return importSurtax(words, terminal, openSchedules);
			if (verb === "check" && words.length === 0) return check(now(), terminal);
			throw new UsageError(
				"say check, or import-hts or import-surtax and a file",
			);
		},
	};
}

function check(now: Date, terminal: Terminal): 0 | 1 {
	const book = readBookFiles();
	const found = checkBook(book, now.toISOString().slice(0, 10));
	for (const { kind, at, where, what } of found) {
		if (kind === "fault")
			terminal.complain(
				[at, where, what].filter((part) => part !== null).join(": "),
			);
		else terminal.print(`due: ${where}: ${what}`);
	}
	const faults = found.filter(({ kind }) => kind === "fault").length;
	terminal.print(
		`${book.measures.length} measures, ${book.sources.size} sources, ${book.products.size} products, ${book.rules.length} rules: ${faults === 0 ? "the book is sound" : `${faults} faults`}`,
	);
	return faults === 0 ? 0 : 1;
}
