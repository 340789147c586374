import { backedTables } from "../../src/store/backup/backed-tables.ts";
import type { StorePool } from "../../src/store/store-pool.ts";

/** What a column may hold where its type alone does not say. */
const chosen: Readonly<Record<string, string>> = {
	"amendments.amendment": '{"z": 1,  "a": 12345678901234567890.10}',
	"deliveries.state": "sent",
	"hub_leases.state": "active",
	"proposals.state": "open",
	"rate_watches.mode": "live",
	"rates_told.told": '{"b":1e2, "a":[ ]}',
	"subscriptions.mode": "both",
	"articles.language": "fr",
};

/** Values that are easily bent on the way, by type. */
const values: Readonly<Record<string, string>> = {
	text: 'é 😀 \u2028 "\\" \r\n\t \u0001 {end}',
	"text[]": '{"a,b","\\"",NULL,"ü"}',
	jsonb: '{"text": "line\\nend \u2029", "n": 0.1000}',
	json: '{"b": 2, "a": 1}',
	boolean: "true",
	bigint: "9007199254740993",
	integer: "41",
	numeric: "12.3400",
	"double precision": "0.1",
	"timestamp with time zone": "2026-03-08 02:30:00.123456+00",
};

/** Puts a row into each table that is backed up, one that comes later too: then it may want a value chosen above. */
export async function fillEveryTable(pool: StorePool): Promise<void> {
	for (const { table, columns } of await backedTables(pool)) {
		const types = await typesOf(pool, table);
		const row = columns.map((column) => {
			const value =
				chosen[`${table}.${column}`] ?? values[types.get(column) ?? ""];
			if (value === undefined)
				throw new Error(`${table}.${column}: no sample of its type`);
			return value;
		});
		const places = columns.map(
			(column, at) => `$${at + 1}::${types.get(column)}`,
		);
		await pool.query(
			`insert into ${table} (${columns.map((one) => `"${one}"`)}) overriding system value values (${places})`,
			row,
		);
	}
}

async function typesOf(pool: StorePool, table: string) {
	const { rows } = await pool.query<{ name: string; type: string }>(
		`select attname as name, format_type(atttypid, atttypmod) as type
			from pg_attribute where attrelid = $1::regclass and attnum > 0`,
		[`tradewire.${table}`],
	);
	return new Map(rows.map(({ name, type }) => [name, type]));
}

/** All rows of all tables as text; how words are indexed differs from one Postgres to another. */
export async function contentsOf(
	pool: StorePool,
): Promise<Readonly<Record<string, readonly string[]>>> {
	const contents: Record<string, readonly string[]> = {};
	const client = await pool.connect();
	await client.query("begin; set local timezone to 'UTC'");
	for (const { table, columns } of await backedTables(client)) {
		const { rows } = await client.query<{ line: string }>(
			`select row_to_json(whole)::text as line from (select ${columns} from ${table}) as whole`,
		);
		contents[table] = rows
			.map(({ line }) => line)
			.sort()
			.reverse();
	}
	await client.query("commit");
	client.release();
	return contents;
}
