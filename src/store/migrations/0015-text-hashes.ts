import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What an item's words were, to see that they changed. Null in older rows: those are reckoned when they are asked for. */
export const textHashes: Migration = {
	async up(db) {
		await sql.raw(column).execute(db);
	},
};

const column = `
alter table articles add column text_hash text;
`;
