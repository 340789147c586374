import { databaseOf } from "../database.ts";
import { inMigrationTurn, migrate } from "../migrate-store.ts";
import { migrations } from "../migrations/migrations.ts";
import { StoreError } from "../store-error.ts";
import {
	type StoreClient,
	type StorePool,
	storeSchema,
} from "../store-pool.ts";
import { type BackedTable, backedTables } from "./backed-tables.ts";
import type { BackupHeader, BackupPiece, RowCounts } from "./backup-header.ts";
import type { CheckedBackup } from "./read-backup.ts";

/** What a restore is told beside the backup. */
export interface RestoreWanted {
	readonly now: Date;
	/** Called between pieces, within the transaction. */
	readonly between?: (client: StoreClient) => Promise<unknown>;
	/** Told which share of the backup, from 0 to 1, is restored. */
	readonly heard: (share: number) => void;
}

/**
 * Fills an empty database from a backup, all in one transaction: makes the
 * tables as they were when it was made, fills them, and brings them up to this
 * version. Gives what was restored. Throws StoreError, and changes
 * nothing, when the database is not empty or the backup is a newer version's.
 */
export function restoreBackup(
	pool: StorePool,
	backup: CheckedBackup,
	wanted: RestoreWanted,
): Promise<RowCounts> {
	const known = migrationsOf(backup.header);
	return inMigrationTurn(pool, () =>
		inTransaction(pool, async (client) => {
			await refuseFilled(client);
			await client.query(`drop schema if exists ${storeSchema} cascade`);
			const db = databaseOf(client);
			await migrate(db, known, "of db");
			const rows = await fill(client, backup, wanted);
			for (const table of await backedTables(client))
				await numberOn(client, table);
			await migrate(db, migrations, "of db");
			await remember(client, backup.header, wanted.now);
			return rows;
		}),
	);
}

/** The first migrations, as far as the backup's store had come. */
function migrationsOf({ schema, version }: BackupHeader): typeof migrations {
	const newer = schema.find((name) => !(name in migrations));
	if (newer !== undefined)
		throw new StoreError(
			"refused",
			`the backup was made by a newer version of Tradewire (${version}, with ${newer}): restore it with that version. Nothing was changed`,
		);
	return Object.fromEntries(
		Object.entries(migrations).filter(([name]) => schema.includes(name)),
	);
}

async function inTransaction<Done>(
	pool: StorePool,
	work: (client: StoreClient) => Promise<Done>,
): Promise<Done> {
	const client = await pool.connect();
	let isOpen = true;
	try {
		await client.query("begin");
		const done = await work(client);
		await client.query("commit");
		isOpen = false;
		return done;
	} finally {
		client.release(isOpen);
	}
}

async function refuseFilled(client: StoreClient): Promise<void> {
	for (const { table } of await backedTables(client)) {
		const found = await client.query(
			`select 1 from ${storeSchema}."${table}" limit 1`,
		);
		if (found.rows.length > 0)
			throw new StoreError(
				"refused",
				`the database is not empty (it has ${table}): restore into an empty one. Nothing was changed`,
			);
	}
}

async function fill(
	client: StoreClient,
	backup: CheckedBackup,
	{ heard, between }: RestoreWanted,
): Promise<RowCounts> {
	const filled = new Map<string, number>();
	for await (const { piece, rows } of backup.pieces(heard)) {
		await client.query(insertOf(piece), [`[${rows.join(",")}]`]);
		filled.set(piece.table, (filled.get(piece.table) ?? 0) + rows.length);
		await between?.(client);
	}
	return filled;
}

function insertOf({ table, columns }: BackupPiece): string {
	const names = columns.map(quoted).join(", ");
	const whole = `${storeSchema}.${quoted(table)}`;
	return `insert into ${whole} (${names}) overriding system value
		select ${names} from json_populate_recordset(null::${whole}, $1::json)`;
}

/** The file is believed, but not that far. */
function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Numbers go on a good way above the last: those given out since the backup
 * are not given out again, for a reader may remember them.
 */
async function numberOn(
	client: StoreClient,
	{ table, numbered }: BackedTable,
): Promise<void> {
	for (const { column, type } of numbered) {
		const ahead = type === "bigint" ? 1_000_000 : 1_000;
		await client.query(
			`select setval(pg_get_serial_sequence($1, $2), max(${quoted(column)}) + $3)
				from ${storeSchema}.${quoted(table)} having count(*) > 0`,
			[`${storeSchema}.${quoted(table)}`, column, ahead],
		);
	}
}

/** What the ledger goes by when it is not sure what was posted since the backup. */
async function remember(
	client: StoreClient,
	{ made }: BackupHeader,
	now: Date,
): Promise<void> {
	await client.query(
		`insert into ${storeSchema}.restores (made_at, restored_at) values ($1, $2)`,
		[made, now],
	);
}
