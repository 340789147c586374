import { LineError } from "./json-lines.ts";
import type { Terminal } from "./terminal-command.ts";

/** How a command answers one line of its input. */
interface LineAnswer<T> {
	/** @throws LineError when the line is not what is read */
	read(line: string, lineNumber: number): T;
	answer(read: T): object;
}

/**
 * Prints one JSON line for each line of input, in order: its answer, or
 * `{id, error}` for one that is wrong, which is complained of as well and lets
 * the next be read. Empty lines are passed over. Gives 1 when any was wrong.
 */
export async function answerLines<T>(
	terminal: Terminal,
	{ read, answer }: LineAnswer<T>,
): Promise<0 | 1> {
	let lineNumber = 0;
	let code: 0 | 1 = 0;
	for await (const line of terminal.input) {
		lineNumber++;
		// Files from Windows editors begin with a byte order mark.
		const bare = line.replace(/^\uFEFF/, "").trim();
		if (bare === "") continue;
		try {
			terminal.print(JSON.stringify(answer(read(bare, lineNumber))));
		} catch (error) {
			if (!(error instanceof LineError)) throw error;
			code = 1;
			const { id, message } = error;
			terminal.print(JSON.stringify({ id, error: message }));
			terminal.complain(message);
		}
	}
	return code;
}
