import { access } from "node:fs/promises";
import { type Config, configFromProcess } from "../config.ts";
import { makeLog } from "../log.ts";
import type { BackupHeader, RowCounts } from "../store/backup/backup-header.ts";
import {
	type CheckedBackup,
	checkBackup,
} from "../store/backup/read-backup.ts";
import { restoreBackup } from "../store/backup/restore-backup.ts";
import { restoreEmbedded } from "../store/backup/restore-embedded.ts";
import { openPool } from "../store/open-pool.ts";
import { secretKeyFile } from "../store/secret-keys.ts";
import { namedStoreError } from "../store/store-error.ts";

/** A backup that was found whole and, unless it was only to be checked, restored. */
export interface RestoredHere {
	readonly header: BackupHeader;
	/** Null when it was only checked. */
	readonly rows: RowCounts | null;
	/** Where it lies now. */
	readonly where: string;
	/** Where the key of its secrets is looked for; null when there is one, or no secrets. */
	readonly keyWanted: string | null;
}

interface Wanted {
	readonly file: string;
	readonly onlyCheck: boolean;
	/** Told what is being done, and which share of it, from 0 to 1, is done. */
	readonly heard: (doing: "checked" | "restored", share: number) => void;
}

/** Restores a backup into the store that the settings name, which must be empty. Throws BackupFault or StoreError. */
export async function restoreHere({
	file,
	onlyCheck,
	heard,
}: Wanted): Promise<RestoredHere> {
	const config = configFromProcess();
	const backup = await checkBackup(file, (share) => heard("checked", share));
	const { header } = backup;
	const where =
		config.DATABASE_URL === null
			? config.TRADEWIRE_HOME
			: "the database of DATABASE_URL";
	if (onlyCheck) return { header, rows: null, where, keyWanted: null };
	const rows = await restore(config, backup, (share) =>
		heard("restored", share),
	);
	const keyWanted = rows.has("secrets") ? await missingKey(config) : null;
	return { header, rows, where, keyWanted };
}

async function restore(
	config: Config,
	backup: CheckedBackup,
	heard: (share: number) => void,
): Promise<RowCounts> {
	const { DATABASE_URL: databaseUrl, TRADEWIRE_HOME: home } = config;
	const wanted = { now: new Date(), heard };
	if (databaseUrl === null) return restoreEmbedded(home, backup, wanted);
	const needs = { databaseUrl, home, log: makeLog("error") };
	const { pool, close } = await openPool(needs);
	try {
		return await restoreBackup(pool, backup, wanted);
	} catch (error) {
		throw namedStoreError(error);
	} finally {
		await close();
	}
}

async function missingKey(config: Config): Promise<string | null> {
	if (config.TRADEWIRE_SECRET_KEY !== null) return null;
	const file = secretKeyFile(config.TRADEWIRE_HOME);
	return access(file).then(
		() => null,
		() => file,
	);
}
