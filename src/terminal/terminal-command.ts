/** What a terminal command reads and writes; lines without their line ends. */
export interface Terminal {
	readonly input: AsyncIterable<string>;
	/** `rest` follows in the same line, which may be too long to be held as one string. */
	print(line: string, rest?: Iterable<string>): void;
	complain(line: string): void;
	/** Shows a line that the next one replaces, and an empty one takes away; left out where nobody watches. */
	readonly progress?: ((line: string) => void) | undefined;
}

/** One command of `npm run -s tradewire -- NAME`. */
export interface TerminalCommand {
	readonly name: string;
	/** One line: `statements [--speakers FILE]`. */
	readonly usage: string;
	/** What `--help` says, without the usage line. */
	readonly about: string;
	/**
	 * Runs it with the words after its name. Gives the exit code: 0 fine, 1 the
	 * answer is an error (said through `complain`), 2 wrong usage (throw UsageError).
	 */
	run(words: readonly string[], terminal: Terminal): Promise<0 | 1>;
}

/** The words after the command are wrong; the message says what to type. */
export class UsageError extends Error {
	constructor(message: string) {
		super(message);
		this.name = "UsageError";
	}
}
