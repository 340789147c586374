import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Which hubs push to us, and what they pushed. */
export const hubLeases: Migration = {
	async up(db) {
		await sql.raw(leases).execute(db);
		await sql.raw(oneOfFeed).execute(db);
		await sql.raw(due).execute(db);
		await sql.raw(pushes).execute(db);
	},
};

const leases = `
create table hub_leases (
	token text primary key,
	feed_id text not null,
	hub text not null,
	topic text not null,
	state text not null check (state in ('wanted', 'requested', 'active', 'ending')),
	callback text,
	lease_until timestamptz,
	asked_at timestamptz,
	ask_at timestamptz not null,
	failures integer not null,
	trouble text,
	pushed_at timestamptz,
	missed_at timestamptz
);
`;
const oneOfFeed = `
create unique index hub_leases_one on hub_leases (feed_id) where state <> 'ending';
`;
const due = `
create index hub_leases_due on hub_leases (ask_at);
`;
const pushes = `
create table hub_pushes (
	token text not null references hub_leases on delete cascade,
	hash text not null,
	at timestamptz not null,
	primary key (token, hash)
);
`;
