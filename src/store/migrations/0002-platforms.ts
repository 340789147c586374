import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What platforms share among processes: their limits' next free moments, and their secrets. */
export const platforms: Migration = {
	async up(db) {
		await sql.raw(tables).execute(db);
	},
};

/** A lane lost in a crash is free: at worst the platform says that we are early. */
const tables = `
create unlogged table lanes (
	lane text collate "C" primary key,
	free_at timestamptz not null
) with (fillfactor = 50);
create table secrets (
	name text collate "C" primary key,
	sealed text not null
);
`;
