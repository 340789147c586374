import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What is held because its feed brought too much at once, and until when; the
 * articles of it; and a feed's newest articles, to judge by.
 */
export const floods: Migration = {
	async up(db) {
		for (const part of [deliveries, articles]) await sql.raw(part).execute(db);
	},
};

const deliveries = `
alter table deliveries
	add column flood_feed text collate "C",
	add column flood_until timestamptz,
	drop constraint deliveries_state_check,
	add constraint deliveries_state_check check (state in
		('queued', 'sending', 'sent', 'held', 'caught-up', 'unknown', 'dead',
		'dropped'));
create index deliveries_flood on deliveries (flood_feed, channel)
	where flood_feed is not null;
`;

const articles = `
alter table articles add column flooded boolean not null default false;
create index articles_newest on articles (feed_id, detected);
`;
