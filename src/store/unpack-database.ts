import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const blockBytes = 512;
const directoryType = "5";

/**
 * Unpacks a gzipped tar of plain files and directories (POSIX ustar) under
 * `directory`. PGlite can load one itself, but inside its own memory, which
 * then stays 200 MB larger until the process ends.
 */
export async function unpackDatabase(
	archive: Blob,
	directory: string,
): Promise<void> {
	const packed = await archive.arrayBuffer();
	const tar = await promisify(gunzip)(packed);
	for (let offset = 0; offset < tar.length; ) {
		const entry = readHeader(tar.subarray(offset, offset + blockBytes));
		if (entry === null) return;
		const path = join(directory, entry.path);
		const from = offset + blockBytes;
		if (entry.isDirectory) await mkdir(path, { recursive: true, mode: 0o700 });
		else {
			await mkdir(dirname(path), { recursive: true, mode: 0o700 });
			await writeFile(path, tar.subarray(from, from + entry.bytes), {
				mode: 0o600,
			});
		}
		offset = from + Math.ceil(entry.bytes / blockBytes) * blockBytes;
	}
}

interface Entry {
	readonly path: string;
	readonly bytes: number;
	readonly isDirectory: boolean;
}

/** Null for the empty block that ends the archive. */
function readHeader(block: Buffer): Entry | null {
	const text = (from: number, length: number) =>
		block.toString("latin1", from, from + length).replace(/\0.*$/s, "");
	const name = text(0, 100);
	if (name === "") return null;
	return {
		path: join(text(345, 155), name),
		bytes: Number.parseInt(text(124, 12), 8) || 0,
		isDirectory: text(156, 1) === directoryType,
	};
}
