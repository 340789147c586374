import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { lockDataDirectory } from "../data-directory-lock.ts";
import { EmbeddedPool } from "../embedded-pool.ts";
import {
	embeddedIn,
	hasEmbedded,
	openEmbeddedDatabase,
} from "../open-embedded-database.ts";
import { StoreError } from "../store-error.ts";
import type { StoreClient } from "../store-pool.ts";
import { syncDirectory } from "../sync-files.ts";
import type { RowCounts } from "./backup-header.ts";
import type { CheckedBackup } from "./read-backup.ts";
import { type RestoreWanted, restoreBackup } from "./restore-backup.ts";

/**
 * Restores a backup into a data directory that has no store. The store is made
 * beside its place and moved there once it is whole, so that a restore that is
 * cut off leaves no half of it. Throws StoreError.
 */
export async function restoreEmbedded(
	home: string,
	backup: CheckedBackup,
	wanted: RestoreWanted,
): Promise<RowCounts> {
	const unlock = await lockDataDirectory(home);
	const unfinished = join(home, "restoring");
	try {
		if (await hasEmbedded(home)) throw filled(home);
		await rm(unfinished, { recursive: true, force: true });
		const pool = new EmbeddedPool(await openEmbeddedDatabase(unfinished));
		const rows = await restoreBackup(pool, backup, {
			...wanted,
			between: letLogGo(),
		}).finally(() => pool.end());
		await rename(embeddedIn(unfinished), embeddedIn(home));
		await syncDirectory(home);
		return rows;
	} finally {
		await rm(unfinished, { recursive: true, force: true });
		await unlock();
	}
}

/** One transaction for all would keep the log of all, many times the backup's size. */
function letLogGo() {
	let pieces = 0;
	return async (client: StoreClient) => {
		if (++pieces % piecesALog === 0) await client.query("checkpoint");
	};
}

/** Pieces of about a quarter of a megabyte, whose index of words is several times that. */
const piecesALog = 40;

function filled(home: string): StoreError {
	return new StoreError(
		"refused",
		`the data directory ${home} holds a store already: move it away, or set TRADEWIRE_HOME to another directory. Nothing was changed`,
	);
}
