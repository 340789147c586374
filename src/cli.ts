import { shownSigns } from "./terminal/shown-signs.ts";
import {
	type Terminal,
	type TerminalCommand,
	UsageError,
} from "./terminal/terminal-command.ts";
import { linesOf } from "./text/lines-of.ts";

/** Each command is loaded when it is asked for, so that `match` opens no store and starts at once. */
const commands: Readonly<Record<string, () => Promise<TerminalCommand>>> = {
	ask: async () =>
		(await import("./terminal/ask-command.ts")).makeAskCommand(
			(await import("./house/open-answering.ts")).openAnswering,
		),
	tariff: async () =>
		(await import("./terminal/tariff-command.ts")).makeTariffCommand(
			(await import("./house/command-clock.ts")).commandClock(),
		),
	tariffs: async () =>
		(await import("./terminal/tariffs-command.ts")).makeTariffsCommand(
			(await import("./house/command-clock.ts")).commandClock(),
			(await import("./house/open-schedules.ts")).openSchedules,
		),
	match: async () => (await import("./terminal/match-command.ts")).matchCommand,
	statements: async () =>
		(await import("./terminal/statements-command.ts")).statementsCommand,
	stories: async () =>
		(await import("./terminal/stories-command.ts")).storiesCommand,
	summarize: async () =>
		(await import("./terminal/summarize-command.ts")).summarizeCommand,
	facts: async () =>
		(await import("./terminal/facts-command.ts")).makeFactsCommand(
			(await import("./house/command-clock.ts")).commandClock(),
		),
	parse: async () => (await import("./terminal/parse-command.ts")).parseCommand,
	feeds: async () =>
		(await import("./terminal/feeds-command.ts")).makeFeedsCommand(
			(await import("./house/open-feeds.ts")).openFeeds,
		),
	backup: async () =>
		(await import("./terminal/backup-command.ts")).makeBackupCommand(
			(await import("./house/back-up.ts")).backUp,
		),
	restore: async () =>
		(await import("./terminal/restore-command.ts")).makeRestoreCommand(
			(await import("./house/restore-here.ts")).restoreHere,
		),
	doctor: async () =>
		(await import("./terminal/doctor-command.ts")).makeDoctorCommand(
			(await import("./program/examine-all.ts")).examineAll,
		),
};

/** Whoever read our output has gone: `tradewire … | head -1`. */
class ReaderGone extends Error {}

let isReaderGone = false;
for (const output of [process.stdout, process.stderr]) {
	output.on("error", (error: NodeJS.ErrnoException) => {
		if (error.code !== "EPIPE") throw error;
		isReaderGone = true;
	});
}

const terminal: Terminal = {
	get input() {
		return linesOf(process.stdin);
	},
	print(line, rest = []) {
		let piece = line;
		for (const next of rest) {
			write(piece);
			piece = next;
		}
		write(`${piece}\n`);
	},
	complain: (line) => process.stderr.write(`${shownSigns(line)}\n`),
	progress: process.stderr.isTTY
		? (line) => process.stderr.write(`\r\u001b[K${line}`)
		: undefined,
};

function write(text: string): void {
	if (isReaderGone) throw new ReaderGone();
	process.stdout.write(shownSigns(text));
}

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 fine, 1 the answer is an error, 2 wrong usage. */
async function run([name = "--help", ...words]: readonly string[]) {
	if (name === "--help" || name === "help") return help();
	const load = commands[name];
	if (!load) {
		terminal.complain(
			`There is no command "${name}". There are: ${Object.keys(commands).join(", ")}.`,
		);
		return 2;
	}
	const command = await load();
	if (words.includes("--help")) return tellUsage(command);
	return attempt(command, words);
}

async function attempt(command: TerminalCommand, words: readonly string[]) {
	try {
		return await command.run(words, terminal);
	} catch (error) {
		if (error instanceof ReaderGone) return 0;
		const why = error instanceof Error ? error.message : String(error);
		terminal.complain(why);
		if (!(error instanceof UsageError)) return 1;
		terminal.complain(`Usage: tradewire ${command.usage}`);
		return 2;
	}
}

function tellUsage(command: TerminalCommand) {
	terminal.print(`Usage: tradewire ${command.usage}\n\n${command.about}`);
	return 0;
}

async function help() {
	terminal.print("tradewire COMMAND, one of (--help after each says more):");
	for (const load of Object.values(commands)) {
		terminal.print(`  ${(await load()).usage}`);
	}
	return 0;
}
