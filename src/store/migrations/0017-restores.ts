import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** When this store was restored, and when the backup was made: what was posted between is not in it. */
export const restores: Migration = {
	async up(db) {
		await sql.raw(table).execute(db);
	},
};

const table = `
create table restores (
	restored_at timestamptz not null,
	made_at timestamptz not null
);
`;
