import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Finds held deliveries by their channel: at the end of quiet hours many channels hold many. */
export const held: Migration = {
	async up(db) {
		await sql.raw(index).execute(db);
	},
};

const index = `
create index deliveries_held on deliveries (channel, seq) where state = 'held';
`;
