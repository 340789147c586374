import { channelKey } from "../chat/channel.ts";
import type { DigestMemory } from "../deliveries/archive.ts";
import type { Database } from "./database.ts";
import { writeDeliveries } from "./delivery-rows.ts";

/** Digests made, one row for each channel and local date. */
export function digestMemory(db: Database): DigestMemory {
	return {
		async last(channel) {
			const row = await db
				.selectFrom("digests")
				.select(["date", "at"])
				.where("channel", "=", channelKey(channel))
				.orderBy("date", "desc")
				.limit(1)
				.executeTakeFirst();
			return row ?? null;
		},
		make: (channel, date, at, delivery) =>
			db.transaction().execute(async (tx) => {
				const made = await tx
					.insertInto("digests")
					.values({
						channel: channelKey(channel),
						date,
						at,
						delivery_id: delivery?.id ?? null,
					})
					.onConflict((there) => there.doNothing())
					.returning("date")
					.executeTakeFirst();
				if (!made) return false;
				if (delivery) await writeDeliveries(tx, [delivery]);
				return true;
			}),
	};
}
