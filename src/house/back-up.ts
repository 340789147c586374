import { rm } from "node:fs/promises";
import { type Config, configFromProcess } from "../config.ts";
import { makeLog } from "../log.ts";
import { type BackupMade, writeBackup } from "../store/backup/write-backup.ts";
import { hasEmbedded } from "../store/open-embedded-database.ts";
import { type OpenPool, openPool } from "../store/open-pool.ts";
import { StoreError } from "../store/store-error.ts";
import { askForCopy } from "./store-copy.ts";

const log = makeLog("error");

/** A backup that was made, and what its reader should know. */
export interface BackedUp extends BackupMade {
	/** Of secrets in it, where they were sealed with a key in a file of the data directory. */
	readonly keyLeftOut: boolean;
}

/**
 * Backs up the store that the settings name, also while a Tradewire runs on
 * it. Throws StoreError, or what keeps the file from being written.
 */
export async function backUp(
	file: string,
	heard: Parameters<typeof writeBackup>[1]["heard"],
): Promise<BackedUp> {
	const config = configFromProcess();
	const { pool, close } = await openAsItIs(config);
	try {
		const wanted = { file, now: new Date(), heard };
		const made = await writeBackup(pool, wanted);
		const isInFile = config.TRADEWIRE_SECRET_KEY === null;
		return { ...made, keyLeftOut: made.rows.has("secrets") && isInFile };
	} finally {
		await close();
	}
}

type Opened = Pick<OpenPool, "pool" | "close">;

/** Nothing is migrated: a backup made before an upgrade is of the store before it. */
async function openAsItIs(config: Config): Promise<Opened> {
	const { DATABASE_URL: databaseUrl, TRADEWIRE_HOME: home } = config;
	if (databaseUrl === null && !(await hasEmbedded(home)))
		throw new StoreError(
			"refused",
			`there is no store in ${home}: set TRADEWIRE_HOME to the data directory, or DATABASE_URL to the database`,
		);
	try {
		return await openPool({ databaseUrl, home, log });
	} catch (error) {
		const isHeld = error instanceof StoreError && error.kind === "in-use";
		if (!isHeld) throw error;
		return openCopy(await askForCopy(config, error));
	}
}

async function openCopy(folder: string): Promise<Opened> {
	const drop = () => rm(folder, { recursive: true, force: true });
	try {
		const needs = { databaseUrl: null, home: folder, log };
		const { pool, close } = await openPool(needs);
		return { pool, close: () => close().finally(drop) };
	} catch (error) {
		await drop();
		throw error;
	}
}
