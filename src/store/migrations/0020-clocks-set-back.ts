import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** The view of what waits tells when each was last written, by the clock of whoever wrote it. */
export const clocksSetBack: Migration = {
	async up(db) {
		await sql.raw(view).execute(db);
	},
};

const view = `
create or replace view lane as
	select waiting.id, waiting.channel, waiting.seq, greatest(
		waiting.not_before,
		max(waiting.not_before) filter (where waiting.blocks) over (
			partition by waiting.channel order by waiting.seq
			rows between unbounded preceding and 1 preceding),
		(select post.not_before from deliveries post
			where post.id = waiting.reply_to
			and post.state in ('queued', 'unknown'))
	) as due_at,
	coalesce(waiting.claimed_at, waiting.created_at) as written_at
	from deliveries waiting where waiting.waits;
`;
