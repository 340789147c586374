import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Keeps the summaries that a model wrote, so that a post's later editions show the same. */
export const summaries: Migration = {
	async up(db) {
		await sql.raw(table).execute(db);
	},
};

const table = `
create table summaries (
	article_id text primary key references articles (id) on delete cascade,
	model text not null,
	text text not null
);
`;
