import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Imported tariff schedules: their revisions, and every coded line with its rates as printed. */
export const schedules: Migration = {
	async up(db) {
		await sql.raw(tables).execute(db);
	},
};

/** In the C collation all codes under a prefix lie together, the prefix itself first. */
const tables = `
create table revisions (
	id integer generated always as identity primary key,
	importer text not null,
	name text not null,
	from_day text not null,
	imported_at timestamptz not null default now(),
	unique (importer, name)
);
create table tariff_lines (
	revision_id integer not null references revisions on delete cascade,
	code text collate "C" not null,
	path jsonb not null,
	units jsonb not null,
	general text not null,
	special text not null,
	other text not null,
	notes jsonb not null,
	primary key (revision_id, code)
);
`;
