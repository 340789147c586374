import type { CommandSpec } from "./command.ts";
import { type CommandWord, commandWords } from "./command-words.ts";
import { Mistake, withExample } from "./mistake.ts";
import { nearestName } from "./nearest-name.ts";
import { readOptions } from "./read-options.ts";

/** A command line understood. Options hold those that were given, by name; never empty texts. */
export interface CommandLine<C extends CommandSpec> {
	readonly command: C;
	readonly subcommand: string | null;
	readonly options: Readonly<Partial<Record<string, string>>>;
	/** The options that were given as `name:value`. */
	readonly named: readonly string[];
}

/** UTF-16 units; the longest query fits, a pasted article does not. */
const longestLine = 6000;

/**
 * Understands a command line: slash optional, `/tradewire <command> …` too,
 * options by place or as `name:value`, several words in quotes. An empty line
 * asks for help.
 * @throws Mistake for an unknown command, subcommand or option name, a missing
 * option, words that no option takes, or an open quote.
 */
export function parseCommandLine<C extends CommandSpec>(
	line: string,
	commands: readonly C[],
): CommandLine<C> {
	if (line.length > longestLine) {
		throw new Mistake("chat.lineTooLong", { limit: longestLine });
	}
	const typed = line.trim().replace(/^\/?tradewire(?=\s|$)/i, "");
	const body = typed.trim().replace(/^\/\s*/, "") || "help";
	const name = /^\S+/u.exec(body)?.[0] ?? "";
	const rest = body.slice(name.length);
	const command = findCommand(name, rest, commands);
	try {
		return { command, ...readRest(command, rest) };
	} catch (error) {
		if (!(error instanceof Mistake)) throw error;
		throw withExample(error, command.example);
	}
}

function findCommand<C extends CommandSpec>(
	name: string,
	rest: string,
	commands: readonly C[],
): C {
	const lower = name.toLowerCase();
	const found = commands.find((command) => command.name === lower);
	if (found) return found;
	const near = nearestName(lower, commands);
	throw new Mistake(
		"chat.unknownCommand",
		{ typed: name },
		{ nearest: near ? [`/${near}${rest}`] : ["/help"], example: "/help" },
	);
}

function readRest(command: CommandSpec, rest: string) {
	const words = commandWords(rest);
	if (command.subcommands.length === 0) {
		const read = readOptions(command.name, command.options, words);
		return { subcommand: null, ...read };
	}
	const sub = findSubcommand(command, words, rest);
	const title = `${command.name} ${sub.name}`;
	try {
		const read = readOptions(title, sub.options, words.slice(1));
		return { subcommand: sub.name, ...read };
	} catch (error) {
		if (!(error instanceof Mistake)) throw error;
		throw withExample(error, sub.example ?? command.example);
	}
}

function findSubcommand(
	command: CommandSpec,
	[word]: readonly CommandWord[],
	rest: string,
) {
	const list = command.subcommands.map(({ name }) => name).join(", ");
	if (!word) {
		const ready = command.subcommands.filter(
			({ options }) => !options.some(({ required }) => required),
		);
		const nearest = ready.map(({ name }) => `/${command.name} ${name}`);
		const values = { command: command.name, list };
		throw new Mistake("chat.missingSubcommand", values, { nearest });
	}
	const lower = word.text.toLowerCase();
	const found = command.subcommands.find(({ name }) => name === lower);
	if (found) return found;
	const near = nearestName(lower, command.subcommands);
	const after = rest.slice(word.end);
	throw new Mistake(
		"chat.unknownSubcommand",
		{ command: command.name, typed: word.text, list },
		{ nearest: near ? [`/${command.name} ${near}${after}`] : [] },
	);
}
