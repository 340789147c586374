import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import { migrations as ours } from "./migrations/migrations.ts";
import { StoreError } from "./store-error.ts";
import { type StorePool, storeSchema } from "./store-pool.ts";

/** Any number; everyone who migrates a Tradewire database waits for this one. */
const migrationTurn = 7_403_151;

/**
 * Brings the schema up to this version, one process at a time. Refuses a
 * store that a newer version has written (StoreError).
 */
export function migrateStore(
	pool: StorePool,
	db: Database,
	migrations: Readonly<Record<string, Migration>> = ours,
): Promise<void> {
	return inMigrationTurn(pool, async () => {
		await refuseNewer(db, Object.keys(migrations));
		await migrate(db, migrations);
	});
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
			`the store could not be migrated: ${why}`,
			error,
		);
	}
}

async function refuseNewer(
	db: Database,
	known: readonly string[],
): Promise<void> {
	const table = `${storeSchema}.migrations`;
	const found = await sql<{
		table: string | null;
	}>`select to_regclass(${table})::text as table`.execute(db);
	if (!found.rows[0]?.table) return;
	const done = await sql<{
		name: string;
	}>`select name from ${sql.table(table)} order by name`.execute(db);
	const newer = done.rows.find(({ name }) => !known.includes(name));
	if (newer)
		throw new StoreError(
			"refused",
			`the store was written by a newer version of Tradewire (it has ${newer.name}): start that version, or use another database or data directory`,
		);
}
