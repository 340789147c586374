import { sql } from "kysely";
import {
	type ChannelRef,
	channelFromKey,
	channelKey,
} from "../chat/channel.ts";
import type { MessageRef } from "../chat/chat-platform.ts";
import { clocksAgreeMs } from "../chat/clocks-agree.ts";
import type { Claim } from "../deliveries/delivery-ledger.ts";
import type { Database } from "./database.ts";
import { type DeliveryRow, deliveryFrom } from "./delivery-rows.ts";
import { sqlState } from "./store-error.ts";

interface Lanes {
	/** Whose lane; null for all. */
	readonly channel: ChannelRef | null;
	readonly now: Date;
	readonly staleBefore: Date;
}

/**
 * Takes the next delivery of a channel and marks it sending.
 *
 * A channel says one thing at a time: while one is being sent nothing else is
 * taken, and one left behind by a sender who died comes first. Then the
 * oldest that is due (view `lane`). What was tried and waits for another try
 * (`unknown`, or put back because the platform was busy) holds up all that
 * was written after it, or the channel would hear things out of order. What
 * was never tried and is not due yet, such as a story that still gathers its
 * first outlets or an edit, holds up only the replies to it. Held, dead and
 * caught-up ones hold up nothing.
 *
 * A clock that is set back by hours must not keep anyone waiting for hours:
 * what it wrote before, by its own account in the future, is due at once.
 *
 * The UPDATE asks again what the pick relied on: a row that changed under it
 * is not taken. The index `deliveries_one_sending` decides between two who
 * picked different rows of one channel.
 */
export async function claimNext(
	db: Database,
	channel: ChannelRef,
	now: Date,
	staleBefore: Date,
): Promise<Claim | null> {
	const next = open({ channel, now, staleBefore });
	try {
		const { rows } = await sql<ClaimedRow>`
			update deliveries claimed set
				must_find = must_find or state in ('unknown', 'sending')
					or exists (${restoresBefore}),
				state = 'sending',
				claimed_at = ${now}
			where id = (select id from (${next}) as next order by seq limit 1)
				and ((waits and (not_before <= ${now}
						or coalesce(claimed_at, created_at) > ${soonAfter(now)}))
					or (state = 'sending' and (claimed_at < ${staleBefore}
						or claimed_at > ${soonAfter(now)})))
			returning *, (select post.message from deliveries post
				where post.id = claimed.reply_to) as thread,
				least(created_at, (select min(made_at) from (${restoresBefore}) as backed))
					as sought_from
		`.execute(db);
		const row = rows[0];
		return row
			? {
					delivery: deliveryFrom(row),
					mustFind: row.must_find,
					soughtFrom: row.sought_from,
					replyTo: row.thread,
				}
			: null;
	} catch (error) {
		if (sqlState(error) === uniqueViolation) return null;
		throw error;
	}
}

const uniqueViolation = "23505";

interface ClaimedRow extends DeliveryRow {
	readonly thread: MessageRef | null;
	readonly sought_from: Date;
}

/**
 * A store restored from a backup does not know what was posted after it was
 * made. What was waiting then, and what is told in the day after the restore
 * (each feed is asked at least once a day), may be such a post.
 */
const restoresBefore = sql`select made_at from restores
	where restored_at > claimed.created_at - interval '1 day'`;

/** Channels where `claimNext` would find something, the longest due first; of each platform at most `limit`. */
export async function dueChannels(
	db: Database,
	lanes: Omit<Lanes, "channel">,
	limit: number,
): Promise<readonly ChannelRef[]> {
	const { rows } = await sql<{ channel: string }>`
		select channel from (
			select channel, min(due_at) as since, row_number() over (
				partition by split_part(channel, ':', 1)
				order by min(due_at), channel) as place
			from (${open({ ...lanes, channel: null })}) as next
			group by channel
		) as ranked
		where place <= ${limit} order by since, channel
	`.execute(db);
	return rows.map(({ channel }) => channelFromKey(channel));
}

/** When the channel's next waiting delivery may go out; what is being sent is not waiting. */
export async function nextDueAt(
	db: Database,
	channel: ChannelRef,
): Promise<Date | null> {
	const row = await db
		.selectFrom("lane")
		.select((lane) => lane.fn.min("due_at").as("at"))
		.where("channel", "=", channelKey(channel))
		.executeTakeFirst();
	return row?.at ?? null;
}

/** What may be taken now: what a dead sender left, and what is due in lanes where nothing is being sent. */
function open({ channel, now, staleBefore }: Lanes) {
	const soon = soonAfter(now);
	const mine =
		channel === null
			? sql<boolean>`true`
			: sql<boolean>`channel = ${channelKey(channel)}`;
	return sql`
		select id, channel, seq, claimed_at as due_at from deliveries
			where state = 'sending' and ${mine}
				and (claimed_at < ${staleBefore} or claimed_at > ${soon})
		union all
		select id, channel, seq, due_at from lane
			where (due_at <= ${now} or written_at > ${soon})
				and ${mine} and not exists (
				select from deliveries busy where busy.channel = lane.channel
				and busy.state = 'sending')`;
}

/** What is written later than this was written by a clock that has been set back. */
function soonAfter(now: Date): Date {
	return new Date(now.getTime() + clocksAgreeMs);
}
