import { type Migration, Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import { migrations as ours } from "./migrations/migrations.ts";
import { migrationsDone } from "./migrations-done.ts";
import { StoreError } from "./store-error.ts";
import { type StorePool, storeSchema } from "./store-pool.ts";

/** Any number; everyone who migrates a Tradewire database waits for this one. */
const migrationTurn = 7_403_151;

interface Wanted {
	readonly migrations?: Readonly<Record<string, Migration>>;
	/** Called before a store that holds something is changed, with the name of the first change. */
	readonly before?: (change: string) => Promise<void>;
}

/**
 * Brings the schema up to this version, one process at a time. Gives the names
 * of changes that a newer version has made: they only add to what we know.
 * Refuses a store that a newer version has changed otherwise (StoreError).
 */
export function migrateStore(
	pool: StorePool,
	db: Database,
	{ migrations = ours, before }: Wanted = {},
): Promise<readonly string[]> {
	return inMigrationTurn(pool, async () => {
		const known = Object.keys(migrations);
		const done = await migrationsDone(pool);
		const newer = done.filter((name) => !known.includes(name));
		const missing = known.filter((name) => !done.includes(name));
		refuseNewer(newer, missing);
		if (newer.length > 0) return newer;
		if (done.length > 0 && missing[0] !== undefined) await before?.(missing[0]);
		await migrate(db, migrations);
		return [];
	});
}

/**
 * Whether a change ends what older versions rely on. All others only add to
 * it, so that processes of two neighbouring versions work on one database.
 */
export function isContracting(name: string): boolean {
	return /^\d+-contract-/.test(name);
}

/** Works while no process migrates this database; whoever starts meanwhile waits. */
export async function inMigrationTurn<Done>(
	pool: StorePool,
	work: () => Promise<Done>,
): Promise<Done> {
	const turn = await pool.connect();
	try {
		// Kysely's own lock comes after it made its tables, where two first starts collide.
		await turn.query("select pg_advisory_lock($1)", [migrationTurn]);
		const done = await work();
		await turn.query("select pg_advisory_unlock($1)", [migrationTurn]);
		turn.release();
		return done;
	} catch (error) {
		// Thrown away, the session takes its lock along.
		turn.release(true);
		throw error;
	}
}

/**
 * Runs those that were not run yet, all in one transaction: one of its own,
 * or the one that `db` is in. Throws StoreError.
 */
export async function migrate(
	db: Database,
	migrations: Readonly<Record<string, Migration>>,
	transaction: "own" | "of db" = "own",
): Promise<void> {
	const migrator = new Migrator({
		db,
		disableTransactions: transaction === "of db",
		provider: { getMigrations: async () => ({ ...migrations }) },
		migrationTableName: "migrations",
		migrationLockTableName: "migrations_lock",
		migrationTableSchema: storeSchema,
	});
	const { error } = await migrator.migrateToLatest();
	if (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new StoreError(
			"refused",
			`the store could not be migrated: ${why}. It is as it was: start the version before, and report this`,
			error,
		);
	}
}

function refuseNewer(
	newer: readonly string[],
	missing: readonly string[],
): void {
	const closed = newer.find(isContracting) ?? (missing.length > 0 && newer[0]);
	if (closed)
		throw new StoreError(
			"refused",
			`the store was written by a newer version of Tradewire (it has ${closed}): start that version, or restore a backup into another database or data directory`,
		);
}
