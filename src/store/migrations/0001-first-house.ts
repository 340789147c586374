import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Every table of the first house. Ids and keys sort by code point ("C") on every server. */
export const firstHouse: Migration = {
	async up(db) {
		for (const part of [wants, news, deliveries, transcript])
			await sql.raw(part).execute(db);
	},
};

const wants = `
create table feeds (
	id text collate "C" primary key,
	url text not null,
	title text not null,
	kind text not null,
	language text not null,
	verified boolean not null,
	listed boolean not null,
	removed boolean not null default false,
	etag text,
	last_modified text,
	content_hash text,
	primed_at timestamptz,
	polled_at timestamptz,
	worked_at timestamptz,
	failures integer not null default 0,
	trouble text,
	rest_until timestamptz
);
create table topics (
	id text collate "C" primary key,
	names jsonb not null,
	query text not null,
	owner text collate "C"
);
create table channels (
	channel text collate "C" primary key,
	settings jsonb not null
);
create table subscriptions (
	channel text collate "C" not null,
	topic_id text collate "C" not null,
	mode text not null check (mode in ('live', 'digest', 'both')),
	since timestamptz not null,
	primary key (channel, topic_id)
);
create index subscriptions_to on subscriptions (topic_id);
`;

/**
 * An article's words are indexed twice: as its own language bends them, and
 * as they stand without accents, so "quebec" finds « Québec ». The first
 * 100,000 letters count; Postgres refuses an index entry over a megabyte.
 */
const news = `
create function without_accents(words text) returns text
	language sql immutable parallel safe
	return translate(words,
		'àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ',
		'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuy');
create function stemming(language text) returns regconfig
	language sql immutable parallel safe
	return case language
		when 'fr' then 'pg_catalog.french'::regconfig
		when 'es' then 'pg_catalog.spanish'::regconfig
		else 'pg_catalog.english'::regconfig end;
create function words_of(language text, words text) returns tsvector
	language sql immutable parallel safe
	return to_tsvector(stemming(language), words)
		|| to_tsvector('pg_catalog.simple'::regconfig, without_accents(words));
create table stories (
	id text collate "C" primary key,
	headline text not null,
	url text,
	language text not null,
	first_told_at timestamptz not null,
	last_told_at timestamptz not null,
	revision integer not null,
	terms text[] not null,
	figures text[] not null
);
create index stories_terms on stories using gin (terms);
create index stories_first_told on stories (first_told_at);
create table articles (
	id text collate "C" primary key,
	feed_id text collate "C" not null,
	story_id text collate "C" not null references stories,
	url text,
	outlet text not null,
	kind text not null,
	language text not null,
	title text not null,
	summary text not null,
	body text not null,
	published timestamptz,
	detected timestamptz not null,
	told_at timestamptz not null
		generated always as (least(published, detected)) stored,
	words tsvector not null generated always as (
		setweight(words_of(language, left(title, 10000)), 'A')
		|| setweight(words_of(language, left(summary, 20000)), 'B')
		|| words_of(language, left(body, 70000))) stored
);
create index articles_words on articles using gin (words);
create index articles_told on articles (told_at);
create index articles_story on articles (story_id);
create table statements (
	article_id text collate "C" not null references articles on delete cascade,
	position integer not null,
	field text not null,
	speaker text collate "C" not null,
	cue text not null,
	text text not null,
	quote text,
	kind text not null,
	start_offset integer not null,
	end_offset integer not null,
	primary key (article_id, position)
);
create index statements_by on statements (speaker);
create table matches (
	article_id text collate "C" not null references articles on delete cascade,
	topic_id text collate "C" not null,
	position integer not null,
	evidence jsonb not null,
	primary key (article_id, topic_id)
);
create index matches_on on matches (topic_id);
create table tellings (
	story_id text collate "C" not null references stories on delete cascade,
	article_id text collate "C" not null,
	position integer not null,
	outlet text not null,
	title text not null,
	url text,
	at timestamptz not null,
	primary key (story_id, article_id)
);
`;

/**
 * `lane` tells when each waiting delivery may go out: not before its own
 * time, nor before an earlier one of its channel that was tried and waits to
 * be tried again, nor before the post that it answers.
 */
const deliveries = `
create table deliveries (
	id text collate "C" primary key,
	seq bigint generated always as identity unique,
	channel text collate "C" not null,
	kind text not null,
	subject text collate "C" not null,
	revision integer not null,
	shows jsonb,
	card jsonb not null,
	edition integer not null,
	sent_edition integer not null,
	reply_to text collate "C",
	state text not null check (state in
		('queued', 'sending', 'sent', 'held', 'caught-up', 'unknown', 'dead')),
	reason text,
	message jsonb,
	attempts integer not null,
	not_before timestamptz not null,
	created_at timestamptz not null,
	sent_at timestamptz,
	claimed_at timestamptz,
	must_find boolean not null default false,
	waits boolean not null generated always as (state in ('queued', 'unknown')
		or (state = 'sent' and edition > sent_edition)) stored,
	blocks boolean not null generated always as (state = 'unknown'
		or (state = 'queued' and (attempts > 0 or reason is not null))) stored
);
create unique index deliveries_one_sending on deliveries (channel)
	where state = 'sending';
create index deliveries_waiting on deliveries (channel, seq) where waits;
create index deliveries_subject on deliveries (subject, revision);
create index deliveries_sent on deliveries (channel, sent_at)
	where kind = 'story';
create index deliveries_state on deliveries (state, seq);
create view lane as
	select waiting.id, waiting.channel, waiting.seq, greatest(
		waiting.not_before,
		max(waiting.not_before) filter (where waiting.blocks) over (
			partition by waiting.channel order by waiting.seq
			rows between unbounded preceding and 1 preceding),
		(select post.not_before from deliveries post
			where post.id = waiting.reply_to
			and post.state in ('queued', 'unknown'))
	) as due_at
	from deliveries waiting where waiting.waits;
create table digests (
	channel text collate "C" not null,
	date text collate "C" not null,
	at timestamptz not null,
	delivery_id text collate "C",
	primary key (channel, date)
);
`;

const transcript = `
create table utterances (
	seq bigint generated always as identity primary key,
	channel text collate "C" not null,
	key text collate "C" not null,
	revision integer not null,
	card jsonb not null,
	reply_to text collate "C",
	at timestamptz not null default clock_timestamp(),
	unique (key, revision)
);
create index utterances_channel on utterances (channel, seq);
`;
