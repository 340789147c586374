import { access, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { dataDir } from "@electric-sql/pglite-prepopulatedfs";
import { withQuickCompiler } from "./embedded-compiler.ts";
import { searchPath, valueParsers } from "./store-pool.ts";
import { syncDirectory, syncTree } from "./sync-files.ts";
import { SyncedFiles } from "./synced-files.ts";
import { unpackDatabase } from "./unpack-database.ts";

/**
 * Postgres's usual 128 MB lie in the program's own memory; the files are cached
 * by the system anyway. `-F`, PGlite's habit, would leave out every sync;
 * Emscripten can only pass `fsync` on, and says "done" for `fdatasync`.
 */
const startParams = [
	...PGlite.defaultStartParams.filter((word) => word !== "-F"),
	...["-c", "shared_buffers=16MB", "-c", "wal_sync_method=fsync"],
];

/**
 * Opens PGlite with its files in `<home>/store`, made at the first start from
 * a prepared directory: a third of the time and memory of `initdb`.
 */
export async function openEmbeddedDatabase(home: string): Promise<PGlite> {
	const directory = embeddedIn(home);
	if (!(await hasEmbedded(home))) await prepare(home, directory);
	const database = await withQuickCompiler(() =>
		PGlite.create({
			fs: new SyncedFiles(directory),
			startParams,
			parsers: Object.fromEntries(valueParsers),
		}),
	);
	await database.exec(`set search_path to ${searchPath}`);
	return database;
}

/** Whole or not at all: a start that is cut off leaves only `store.new`, which the next one throws away. */
async function prepare(home: string, directory: string): Promise<void> {
	const unfinished = join(home, "store.new");
	await rm(unfinished, { recursive: true, force: true });
	await unpackDatabase(await dataDir(), unfinished);
	await syncTree(unfinished);
	await rename(unfinished, directory);
	await syncDirectory(home);
}

/** Where a data directory keeps the database's files. */
export function embeddedIn(home: string): string {
	return join(home, "store");
}

/** Whether there is a database in it. */
export function hasEmbedded(home: string): Promise<boolean> {
	return access(embeddedIn(home)).then(
		() => true,
		() => false,
	);
}
