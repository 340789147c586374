import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Imported lists of goods under Canadian surtax orders, version by version. */
export const surtaxLists: Migration = {
	async up(db) {
		await sql.raw(tables).execute(db);
	},
};

const tables = `
create table surtax_lists (
	id integer generated always as identity primary key,
	instrument text not null,
	schedule text not null,
	from_day text not null,
	source jsonb not null,
	imported_at timestamptz not null default now(),
	unique (instrument, schedule, from_day)
);
create table surtax_items (
	list_id integer not null references surtax_lists on delete cascade,
	code text collate "C" not null,
	rate_percent numeric,
	primary key (list_id, code)
);
`;
