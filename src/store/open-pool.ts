import type { Log } from "../log.ts";
import { lockDataDirectory } from "./data-directory-lock.ts";
import { EmbeddedPool } from "./embedded-pool.ts";
import { openEmbeddedDatabase } from "./open-embedded-database.ts";
import { openServedPool } from "./served-pool.ts";
import { StoreError } from "./store-error.ts";
import type { StorePool } from "./store-pool.ts";

/** Which database, and where the embedded one lies. */
export interface PoolNeeds {
	/** A Postgres server; null for the embedded store. */
	readonly databaseUrl: string | null;
	/** Data directory of the embedded store. */
	readonly home: string;
	readonly log: Log;
}

/** A pool, and what closes it with all that it holds. */
export interface OpenPool {
	readonly pool: StorePool;
	/** The pool again where the database is in this process; null on a server. */
	readonly embedded: EmbeddedPool | null;
	close(): Promise<void>;
}

/**
 * Opens a pool over the server, or over the embedded database, whose data
 * directory is this process's alone until the pool is closed. Throws
 * StoreError for the latter; a server is reached when it is first asked.
 */
export async function openPool(needs: PoolNeeds): Promise<OpenPool> {
	if (needs.databaseUrl !== null) {
		const pool = openServedPool(needs.databaseUrl, needs.log);
		return { pool, embedded: null, close: () => pool.end() };
	}
	const unlock = await lockDataDirectory(needs.home);
	try {
		const pool = new EmbeddedPool(await openEmbeddedDatabase(needs.home));
		const close = () => pool.end().finally(unlock);
		return { pool, embedded: pool, close };
	} catch (error) {
		await unlock();
		throw new StoreError(
			"refused",
			`the embedded store in ${needs.home} could not be opened: ${error instanceof Error ? error.message : error}`,
			error,
		);
	}
}
