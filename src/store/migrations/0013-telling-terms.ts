import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The terms of each telling: a later article is weighed against each of them, not only against the story. */
export const tellingTerms: Migration = {
	async up(db) {
		await sql.raw(column).execute(db);
	},
};

const column = `
alter table tellings add column terms text[] not null default '{}';
`;
