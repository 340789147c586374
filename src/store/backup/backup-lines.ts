import manifest from "../../../package.json" with { type: "json" };
import { migrationsDone } from "../migrations-done.ts";
import { StoreError } from "../store-error.ts";
import {
	type StoreClient,
	type StorePool,
	storeSchema,
} from "../store-pool.ts";
import { type BackedTable, backedTables } from "./backed-tables.ts";
import type { BackupHeader, BackupPiece } from "./backup-header.ts";

/** About as much text as is held at once. */
const pieceLength = 250_000;
const mostRows = 5_000;

/** Some whole lines, and how many rows of which table are among them. */
export interface SomeLines {
	readonly text: string;
	readonly rows: number;
	readonly table: string | null;
}

/**
 * A store as lines of JSON, all of one moment (one REPEATABLE READ snapshot),
 * read piece by piece. Rows are text as the database writes it: no number
 * loses digits and no `json` its spelling on the way. Throws StoreError for a
 * store that has no tables yet.
 */
export async function* backupLines(
	pool: StorePool,
	made: Date,
): AsyncGenerator<SomeLines> {
	const client = await pool.connect();
	let isOpen = true;
	try {
		await client.query("begin isolation level repeatable read, read only");
		await client.query("set local timezone to 'UTC'");
		yield line({ ...head, made, schema: await schemaOf(client) });
		let rows = 0;
		for (const table of await backedTables(client)) {
			for await (const piece of piecesOf(client, table)) {
				rows += piece.rows;
				yield piece;
			}
		}
		yield line({ end: true, rows });
		await client.query("commit");
		isOpen = false;
	} finally {
		client.release(isOpen);
	}
}

const head = {
	...{ tradewire: "backup", format: 1 },
	version: manifest.version,
} satisfies Omit<BackupHeader, "made" | "schema">;

function line(value: object): SomeLines {
	return {
		text: `${JSON.stringify(value)}
`,
		rows: 0,
		table: null,
	};
}

async function schemaOf(client: StoreClient): Promise<readonly string[]> {
	const done = await migrationsDone(client);
	if (done.length === 0)
		throw new StoreError("refused", "the store is empty: nothing to back up");
	return done;
}

async function* piecesOf(
	client: StoreClient,
	{ table, columns }: BackedTable,
): AsyncGenerator<SomeLines> {
	const names = columns.map((column) => `"${column}"`).join(", ");
	await client.query(`declare piece no scroll cursor for
		select row_to_json(whole)::text as line
		from (select ${names} from ${storeSchema}."${table}") as whole`);
	let most = 50;
	for (;;) {
		const { rows } = await client.query<{ line: string }>(
			`fetch forward ${most} from piece`,
		);
		if (rows.length === 0) break;
		const texts = rows.map(({ line }) => oneLine(line));
		const piece: BackupPiece = {
			table,
			columns: [...columns],
			rows: rows.length,
		};
		const text = `${JSON.stringify(piece)}\n${texts.join("\n")}\n`;
		yield { text, rows: rows.length, table };
		most = Math.ceil((pieceLength / text.length) * rows.length);
		most = Math.min(Math.max(most, 1), mostRows);
	}
	await client.query("close piece");
}

/** Within JSON's strings a line end is written as an escape; a bare one is but space. */
function oneLine(json: string): string {
	return json.replaceAll(/[\r\n]/g, " ");
}
