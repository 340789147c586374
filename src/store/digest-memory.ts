import { sql } from "kysely";
import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { DigestMemory } from "../deliveries/archive.ts";
import type { Database } from "./database.ts";
import { writeDeliveries } from "./delivery-rows.ts";

/** Digests made, one row for each channel and local date. */
export function digestMemory(db: Database): DigestMemory {
	return {
		last: (channel) => lastOf(db, channel),
		make: ({ channel, date, at, follows, delivery }) =>
			db.transaction().execute(async (tx) => {
				const key = channelKey(channel);
				// Two rounds may be at work on two dates, one of them held up for long.
				await sql`select pg_advisory_xact_lock(hashtext(${`digest ${key}`}))`.execute(
					tx,
				);
				const last = await lastOf(tx, channel);
				if ((last?.date ?? null) !== follows || last?.date === date)
					return false;
				const delivery_id = delivery?.id ?? null;
				await tx
					.insertInto("digests")
					.values({ channel: key, date, at, delivery_id })
					.execute();
				if (delivery) await writeDeliveries(tx, [delivery]);
				return true;
			}),
	};
}

async function lastOf(db: Database, channel: ChannelRef) {
	const row = await db
		.selectFrom("digests")
		.select(["date", "at"])
		.where("channel", "=", channelKey(channel))
		.orderBy("date", "desc")
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}
