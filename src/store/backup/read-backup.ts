import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { linesOf } from "../../text/lines-of.ts";
import {
	BackupFault,
	type BackupHeader,
	type BackupPiece,
	backupEnd,
	backupHeader,
	backupPiece,
} from "./backup-header.ts";
import { isSeal, sealBytes, sealOf } from "./backup-seal.ts";

/** Hears which share of the file, from 0 to 1, has been read. */
type Heard = (share: number) => void;

/** A backup that was read to its end and found whole. */
export interface CheckedBackup {
	readonly header: BackupHeader;
	/** Size of the file. */
	readonly bytes: number;
	/** All pieces in order, each with its rows as JSON texts. */
	pieces(heard: Heard): AsyncGenerator<{
		readonly piece: BackupPiece;
		readonly rows: readonly string[];
	}>;
}

/**
 * Reads a backup to its end and checks every byte against its seal. Throws
 * BackupFault for what is no backup, was cut off, or has been changed.
 */
export async function checkBackup(
	path: string,
	heard: Heard,
): Promise<CheckedBackup> {
	const handle = await open(path).catch((cause) => {
		throw new BackupFault(path, whyUnread(cause), cause);
	});
	try {
		const { size } = await handle.stat();
		const header = readHeader(path, await firstLine(path));
		const end = size - sealBytes;
		const seal = await bytesAt(handle, end);
		if (end <= 0 || !isSeal(seal)) throw new BackupFault(path, cutOff);
		const sha256 = await hashOf(path, end, heard);
		if (!sealOf(sha256).equals(seal)) throw new BackupFault(path, changed);
		return { header, bytes: size, pieces: (told) => pieces(path, size, told) };
	} finally {
		await handle.close();
	}
}

const cutOff =
	"the backup was cut off: it has no end. Nothing was changed; use another backup";
const changed =
	"the backup is damaged: its bytes are not those that were written. Nothing was changed; use another copy";
const foreign = "that is no Tradewire backup. Nothing was changed";

function whyUnread(cause: unknown): string {
	const code = cause instanceof Error && "code" in cause ? cause.code : "";
	return code === "ENOENT"
		? "there is no such file"
		: `it cannot be read (${code})`;
}

/** Longer than any header; what is no backup is not read on for a line end. */
const longestHeader = 100_000;

async function firstLine(path: string): Promise<string | null> {
	let line = "";
	try {
		for await (const bytes of unzipped(createReadStream(path))) {
			line += bytes;
			const end = line.indexOf("\n");
			if (end >= 0) return line.slice(0, end);
			if (line.length > longestHeader) return null;
		}
	} catch {
		// No gzip, or cut off before the first line ended.
	}
	return null;
}

function readHeader(path: string, line: string | null): BackupHeader {
	const said = parsed(line ?? "");
	const read = backupHeader.safeParse(said);
	if (read.success) return read.data;
	const newer = backupHeader
		.partial()
		.safeParse({ ...Object(said), format: 1 });
	const isOurs = newer.success && newer.data.tradewire === "backup";
	throw new BackupFault(path, isOurs ? ofNewer : foreign);
}

const ofNewer =
	"the backup was made by a newer version of Tradewire: restore it with that version. Nothing was changed";

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}

async function bytesAt(handle: FileHandle, from: number): Promise<Buffer> {
	const { buffer, bytesRead } = await handle.read(
		Buffer.alloc(sealBytes),
		0,
		sealBytes,
		Math.max(0, from),
	);
	return buffer.subarray(0, bytesRead);
}

async function hashOf(
	path: string,
	end: number,
	heard: Heard,
): Promise<string> {
	const hash = createHash("sha256");
	let read = 0;
	for await (const bytes of createReadStream(path, { end: end - 1 })) {
		hash.update(bytes);
		read += bytes.length;
		heard(read / end);
	}
	return hash.digest("hex");
}

async function* pieces(path: string, size: number, heard: Heard) {
	const bytes = createReadStream(path, { end: size - sealBytes - 1 });
	const lines = linesOf(unzipped(bytes));
	await lines.next();
	for (;;) {
		const { value: line = "" } = await lines.next();
		if (backupEnd.safeParse(parsed(line)).success) return;
		const piece = backupPiece.parse(parsed(line));
		const rows: string[] = [];
		for (let at = 0; at < piece.rows; at++) {
			const row = await lines.next();
			if (row.done) throw new BackupFault(path, cutOff);
			rows.push(row.value);
		}
		yield { piece, rows };
		heard(bytes.bytesRead / size);
	}
}

/** What fails is thrown where it is read. */
function unzipped(bytes: Readable): AsyncIterable<Uint8Array> {
	return pipeline(bytes, createGunzip(), () => {});
}
