import type { CommandSpec, OptionSpec } from "../../src/chat/command.ts";
import { Mistake } from "../../src/chat/mistake.ts";
import { parseCommandLine } from "../../src/chat/parse-command-line.ts";

/** A line that can be filled in on a form. */
export interface Form {
	/** `topic create`. */
	readonly name: string;
	readonly command: string;
	readonly subcommand: string;
	readonly options: readonly OptionSpec[];
	/** Options that are a time of day. */
	readonly times: readonly string[];
}

/** The values of options, by name. */
export type Given = Readonly<Partial<Record<string, string>>>;

/** The lines that open a form when something that they need is not given. */
const formLines: readonly Omit<Form, "name" | "options">[] = [
	{ command: "topic", subcommand: "create", times: [] },
	{ command: "digest", subcommand: "at", times: ["time"] },
];

/** The form for a line that has one and lacks what it needs, with what was given; null for every other line. */
export function formFor(
	line: string,
	commands: readonly CommandSpec[],
): { readonly form: Form; readonly given: Given } | null {
	const read = readLoosely(line, commands);
	if (!read) return null;
	const { command, subcommand, options: given } = read;
	const form = formNamed(`${command.name} ${subcommand}`, commands);
	const lacks = form?.options.some(
		({ required, name }) => required && !given[name],
	);
	return form && lacks ? { form, given } : null;
}

/** Null when there is none of that name. */
export function formNamed(
	name: string,
	commands: readonly CommandSpec[],
): Form | null {
	const line = formLines.find(
		({ command, subcommand }) => name === `${command} ${subcommand}`,
	);
	const options = commands
		.find((command) => command.name === line?.command)
		?.subcommands.find((sub) => sub.name === line?.subcommand)?.options;
	return line && options ? { name, options, ...line } : null;
}

/** Reads a line as if it needed nothing; null when it cannot be read even so. */
function readLoosely(line: string, commands: readonly CommandSpec[]) {
	try {
		return parseCommandLine(line, commands.map(needingNothing));
	} catch (error) {
		if (error instanceof Mistake) return null;
		throw error;
	}
}

function needingNothing(command: CommandSpec): CommandSpec {
	const loose = (options: readonly OptionSpec[]) =>
		options.map((option) => ({ ...option, required: false }));
	return {
		...command,
		options: loose(command.options),
		subcommands: command.subcommands.map((sub) => ({
			...sub,
			options: loose(sub.options),
		})),
	};
}
