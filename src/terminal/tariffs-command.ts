import { readBookFiles } from "../tariffs/book.ts";
import { checkBook } from "../tariffs/check-book.ts";
import {
	type Terminal,
	type TerminalCommand,
	UsageError,
} from "./terminal-command.ts";

/** `tradewire tariffs check`: holds the tariff book against its own rules. */
export function makeTariffsCommand(now: () => Date): TerminalCommand {
	return {
		name: "tariffs",
		usage: "tariffs check",
		about: `Checks the tariff book: versions without gap or overlap, every version sourced,
every rule dated, every term resolving. Scheduled changes that have fallen due
and measures long unverified are listed and do not fail the check.`,
		async run(words, terminal) {
			if (words.join(" ") !== "check")
				throw new UsageError("tariffs takes one word: check");
			return check(now(), terminal);
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
