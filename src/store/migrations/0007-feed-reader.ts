import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Which reader a feed chose; null is our own. */
export const feedReader: Migration = {
	async up(db) {
		await sql.raw("alter table feeds add column reader text").execute(db);
	},
};
