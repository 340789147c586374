import { createHash } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { StorePool } from "../store-pool.ts";
import { syncDirectory } from "../sync-files.ts";
import type { RowCounts } from "./backup-header.ts";
import { backupLines, type SomeLines } from "./backup-lines.ts";
import { sealOf } from "./backup-seal.ts";

/** What was written. */
export interface BackupMade {
	readonly rows: RowCounts;
	/** Of the file. */
	readonly bytes: number;
}

interface Wanted {
	readonly file: string;
	readonly now: Date;
	/** Told how far it is, often. */
	readonly heard: (far: {
		readonly rows: number;
		readonly bytes: number;
	}) => void;
}

/**
 * Writes a backup of the store, readable by its owner alone. The file bears
 * its name only once it is whole and on the disk; one that stood there before
 * is replaced then, and left as it is when anything fails.
 */
export async function writeBackup(
	pool: StorePool,
	{ file, now, heard }: Wanted,
): Promise<BackupMade> {
	const unfinished = `${file}.${process.pid}.unfinished`;
	try {
		const lines = backupLines(pool, now);
		const made = await writeSealed(unfinished, lines, heard);
		await rename(unfinished, file);
		await syncDirectory(dirname(file));
		return made;
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}

async function writeSealed(
	path: string,
	lines: AsyncIterable<SomeLines>,
	heard: Wanted["heard"],
): Promise<BackupMade> {
	const handle = await open(path, "wx", 0o600);
	try {
		const hash = createHash("sha256");
		const counts = new Map<string, number>();
		let [rows, bytes] = [0, 0];
		const texts = async function* () {
			for await (const some of lines) {
				yield some.text;
				rows += some.rows;
				if (some.table !== null)
					counts.set(some.table, (counts.get(some.table) ?? 0) + some.rows);
				heard({ rows, bytes });
			}
		};
		const keep = async (pieces: AsyncIterable<Buffer>) => {
			for await (const piece of pieces) {
				hash.update(piece);
				bytes += piece.length;
				await handle.appendFile(piece);
			}
		};
		const zip = createGzip({ level: 3 });
		await pipeline(Readable.from(texts(), { objectMode: false }), zip, keep);
		const seal = sealOf(hash.digest("hex"));
		await handle.appendFile(seal);
		await handle.sync();
		return { rows: counts, bytes: bytes + seal.length };
	} finally {
		await handle.close();
	}
}
