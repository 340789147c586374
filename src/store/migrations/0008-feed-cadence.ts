import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What each feed's own cadence is chosen from, how it was last met, and which is due. */
export const feedCadence: Migration = {
	async up(db) {
		await sql.raw(columns).execute(db);
		await sql.raw(index).execute(db);
	},
};

const columns = `
alter table feeds
	add column interval_ms double precision,
	add column gap_ms double precision,
	add column newest_at timestamptz,
	add column bytes integer,
	add column took_ms integer,
	add column moved_to text,
	add column moved_times integer not null default 0;
`;
const index = `
create index feeds_due on feeds (rest_until nulls first) where not removed;
`;
