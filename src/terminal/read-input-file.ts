import { readFile } from "node:fs/promises";

/** A file that was named cannot be read; the message says which and why. */
export class FileFault extends Error {
	constructor(path: string, why: string, options: ErrorOptions) {
		super(`${path}: ${why}`, options);
		this.name = "FileFault";
	}
}

/**
 * The bytes of a file named on the command line.
 * @throws FileFault in words for people
 */
export async function readInputFile(path: string): Promise<Buffer> {
	try {
		return await readFile(path);
	} catch (cause) {
		throw fileFault(path, cause);
	}
}

/** What kept a file from being read, in words for people. */
export function fileFault(path: string, cause: unknown): FileFault {
	const code = cause instanceof Error && "code" in cause ? cause.code : "";
	return new FileFault(path, faultOf(String(code)), { cause });
}

/** The lines of such a file. Files from Windows editors begin with a byte order mark. */
export async function readInputLines(path: string): Promise<string[]> {
	const text = (await readInputFile(path)).toString("utf8");
	return text.replace(/^\uFEFF/, "").split("\n");
}

function faultOf(code: string): string {
	switch (code) {
		case "ENOENT":
			return "there is no such file";
		case "EISDIR":
			return "that is a directory, not a file";
		case "EACCES":
			return "that file may not be read by you";
		default:
			return `it cannot be read (${code})`;
	}
}
