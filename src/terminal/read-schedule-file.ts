import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FileFault, fileFault } from "./read-input-file.ts";

/** How much of the file, from 0 to 1, has been read. */
type Heard = (share: number) => void;

/**
 * The text of a file, plain or gzip, piece by piece as it is read.
 * @throws FileFault when it cannot be read, or its gzip is cut off or broken
 */
export async function* readScheduleFile(
	path: string,
	heard: Heard,
): AsyncGenerator<string> {
	const { isGzip, size } = await lookInto(path);
	const bytes = createReadStream(path);
	const text = new PassThrough();
	const flow = isGzip
		? pipeline(bytes, createGunzip(), text)
		: pipeline(bytes, text);
	// What goes wrong ends the text, and is thrown where the text is read.
	flow.catch(() => {});
	yield* decoded(text, path, () => heard(bytes.bytesRead / Math.max(1, size)));
}

async function lookInto(path: string) {
	const file = await open(path).catch((cause) => {
		throw fileFault(path, cause);
	});
	try {
		const { size } = await file.stat();
		const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
		return { size, isGzip: buffer[0] === 0x1f && buffer[1] === 0x8b };
	} catch (cause) {
		throw fileFault(path, cause);
	} finally {
		await file.close();
	}
}

async function* decoded(text: Readable, path: string, read: () => void) {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	try {
		for await (const bytes of text) {
			yield decoder.decode(bytes, { stream: true });
			read();
		}
		yield decoder.decode();
	} catch (cause) {
		throw whyBroken(path, cause);
	}
}

function whyBroken(path: string, cause: unknown): unknown {
	const code = cause instanceof Error && "code" in cause ? cause.code : "";
	if (code === "Z_BUF_ERROR")
		return new FileFault(path, "its gzip is cut off: fetch it again", {
			cause,
		});
	if (String(code).startsWith("Z_"))
		return new FileFault(path, "its gzip is broken: fetch it again", { cause });
	if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
		return new FileFault(path, "it is no UTF-8 text", { cause });
	return cause;
}
