import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Which catch-up tells a delivery: one that could not be sent itself is told in the next. */
export const caughtIn: Migration = {
	async up(db) {
		await sql.raw(column).execute(db);
	},
};

const column = `
alter table deliveries add column caught_in text collate "C";
create index deliveries_caught_in on deliveries (caught_in)
	where caught_in is not null;
`;
