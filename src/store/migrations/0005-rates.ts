import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Who watches which rate, what was told of it, and what people changed in the tariff book. */
export const rates: Migration = {
	async up(db) {
		for (const part of [watches, amendments, live])
			await sql.raw(part).execute(db);
	},
};

/**
 * Many watch the same question and were told the same, so what was told is
 * kept once, under the hash of its text: json, because jsonb would reorder it.
 */
const watches = `
create table rate_watches (
	id text collate "C" not null unique,
	channel text collate "C" not null,
	goods text collate "C" not null,
	importer text collate "C" not null,
	origin text collate "C" not null,
	mode text not null check (mode in ('live', 'digest', 'both')),
	since timestamptz not null,
	revision integer not null,
	told_id text collate "C" not null,
	primary key (channel, goods, importer, origin)
);
create index rate_watches_standing
	on rate_watches (goods, importer, origin, told_id);
create table rates_told (
	id text collate "C" primary key,
	told json not null,
	kept_at timestamptz not null
);
create table rate_notices (
	seq bigint generated always as identity primary key,
	channel text collate "C" not null,
	notice jsonb not null,
	at timestamptz not null
);
create index rate_notices_of on rate_notices (channel, at);
`;

/** An amendment that was withdrawn stays: who changed what, and when, is never lost. */
const amendments = `
create table proposals (
	id text collate "C" primary key,
	article_id text collate "C" not null unique,
	proposal json not null,
	state text not null check (state in ('open', 'confirmed', 'rejected')),
	made_at timestamptz not null,
	decided_by text,
	decided_at timestamptz
);
create index proposals_state on proposals (state, made_at);
create table amendments (
	seq bigint generated always as identity primary key,
	id text collate "C" not null unique,
	proposal_id text collate "C" not null references proposals,
	amendment json not null,
	confirmed_by text not null,
	confirmed_at timestamptz not null,
	withdrawn_by text,
	withdrawn_at timestamptz
);
`;

/** Changes of rates are live posts too: they count to the hourly limit. */
const live = `
drop index deliveries_sent;
create index deliveries_sent on deliveries (channel, sent_at)
	where kind in ('story', 'rate');
`;
