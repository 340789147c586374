import { z } from "zod";

/** The first line of a backup. */
export const backupHeader = z.object({
	tradewire: z.literal("backup"),
	/** How the rest of the file is written. */
	format: z.literal(1),
	/** Of the program that made it. */
	version: z.string(),
	made: z.iso.datetime().transform((text) => new Date(text)),
	/** The migrations that the store had been through, in order. */
	schema: z.array(z.string()).min(1),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** The line above the rows of a piece of a table; a table may come in many pieces. */
export const backupPiece = z.object({
	table: z.string(),
	columns: z.array(z.string()).min(1),
	/** How many lines follow, each a row as a JSON object. */
	rows: z.int().nonnegative(),
});
export type BackupPiece = z.infer<typeof backupPiece>;

/** The last line: what came before is all there is. */
export const backupEnd = z.object({ end: z.literal(true), rows: z.int() });

/** How many rows there are, by table. */
export type RowCounts = ReadonlyMap<string, number>;

/** A file is no backup, or not a whole one, or not for this program; the message says which, and what to do. */
export class BackupFault extends Error {
	constructor(path: string, why: string, cause?: unknown) {
		super(`${path}: ${why}`, { cause });
		this.name = "BackupFault";
	}
}
