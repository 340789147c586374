import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** When an item was last edited: one whose feed rewords it at every poll is not rewritten as often. */
export const revisions: Migration = {
	async up(db) {
		await sql.raw(column).execute(db);
	},
};

const column = `
alter table articles add column revised_at timestamptz;
`;
