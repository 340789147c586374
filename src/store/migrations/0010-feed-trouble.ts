import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Since when a feed fails, and which failure channels were told of. */
export const feedTrouble: Migration = {
	async up(db) {
		await sql.raw(columns).execute(db);
	},
};

const columns = `
alter table feeds
	add column failing_since timestamptz,
	add column trouble_told_of timestamptz;
`;
