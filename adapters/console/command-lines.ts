import { createInterface } from "node:readline";
import type { CommandSpec } from "../../src/chat/command.ts";
import type { Say } from "../../src/phrases/say.ts";

export interface CommandLines {
	/** Prints above the prompt; what is being typed stays. */
	print(text: string): void;
	/** Resolves when every line taken so far is answered. */
	close(): Promise<void>;
}

export interface LineReading {
	readonly input: NodeJS.ReadableStream;
	readonly output: NodeJS.WritableStream;
	readonly say: Say;
	readonly commands: readonly CommandSpec[];
	/** Gives the text that answers a line; never throws. */
	readonly reply: (line: string) => Promise<string>;
}

const remembered = 200;

/** Reads lines at a prompt, with history (arrow up) and completion of command names (Tab), and prints their answers in order. */
export function readCommandLines(reading: LineReading): CommandLines {
	const { input, output, say, commands, reply } = reading;
	const terminal = "isTTY" in output && output.isTTY === true;
	const lines = createInterface({
		input,
		output,
		terminal,
		prompt: `${say("platforms.consolePrompt")} `,
		historySize: remembered,
		removeHistoryDuplicates: true,
		completer: (typed: string) => [completed(typed, commands), typed],
	});
	let closed = false;
	let turn = Promise.resolve();
	const print = (text: string) => {
		// Back to the line's start and clear it: the prompt is drawn again below.
		output.write(`${terminal ? "\r\u001b[K" : ""}${text}\n\n`);
		if (terminal && !closed) lines.prompt(true);
	};
	lines.on("line", (line) => {
		if (line.trim() === "") return terminal ? lines.prompt() : undefined;
		turn = turn.then(async () => print(await reply(line.trim())));
	});
	// At a prompt the terminal gives Ctrl+C to us; it is meant for the program.
	lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
	lines.on("close", () => {
		closed = true;
	});
	print(say("platforms.consoleWelcome"));
	return {
		print,
		close() {
			if (!closed) lines.close();
			return turn;
		},
	};
}

/** Command lines that begin as typed, subcommands included. */
function completed(typed: string, commands: readonly CommandSpec[]): string[] {
	const wanted = typed.startsWith("/") ? typed : `/${typed}`;
	return commands
		.flatMap(({ name, subcommands }) => [
			`/${name} `,
			...subcommands.map((sub) => `/${name} ${sub.name} `),
		])
		.filter((line) => line.startsWith(wanted));
}
