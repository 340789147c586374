import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Finds a feed's items by their titles: one that changes its ids is known again. Titles may be longer than an index takes. */
export const itemsByTitle: Migration = {
	async up(db) {
		await sql.raw(index).execute(db);
	},
};

const index = `
create index articles_of_feed on articles (feed_id, md5(title));
`;
