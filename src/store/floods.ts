import { channelFromKey, channelKey } from "../chat/channel.ts";
import type { Floods } from "../deliveries/flood.ts";
import type { Database } from "./database.ts";

/** Floods as what the ledger holds for them. */
export function floods(db: Database): Floods {
	return {
		async open(now) {
			const rows = await db
				.selectFrom("deliveries")
				.select((row) => [
					"flood_feed",
					"channel",
					row.fn.max("flood_until").as("until"),
					row.fn.countAll<number>().as("count"),
				])
				.where("flood_feed", "is not", null)
				.where("flood_until", ">", now)
				.where("state", "=", "held")
				.groupBy(["flood_feed", "channel"])
				.orderBy("flood_feed")
				.orderBy("channel")
				.execute();
			return rows.flatMap(({ flood_feed: feedId, until, count, channel }) =>
				feedId !== null && until !== null
					? [{ feedId, until, count, channel: channelFromKey(channel) }]
					: [],
			);
		},
		answer: (channel, feedId, answer, now) =>
			db.transaction().execute(async (tx) => {
				const isTold = answer === "tell";
				const { numUpdatedRows } = await tx
					.updateTable("deliveries")
					.set(
						isTold ? { state: "held", flood_until: now } : { state: "dropped" },
					)
					.where("flood_feed", "=", feedId)
					.$if(channel !== null, (all) =>
						all.where("channel", "=", channel ? channelKey(channel) : ""),
					)
					.where("flood_until", ">", now)
					.where("state", "in", isTold ? ["held", "dropped"] : ["held"])
					.executeTakeFirstOrThrow();
				if (isTold && numUpdatedRows > 0n) await takeForNews(tx, feedId);
				return Number(numUpdatedRows);
			}),
	};
}

async function takeForNews(tx: Database, feedId: string): Promise<void> {
	await tx
		.updateTable("articles")
		.set({ flooded: false })
		.where("feed_id", "=", feedId)
		.where("flooded", "=", true)
		.execute();
}

/** Until when what this feed flooded with is held; null when nothing is. */
export async function floodUntil(
	db: Database,
	feedId: string,
	now: Date,
): Promise<Date | null> {
	const row = await db
		.selectFrom("deliveries")
		.select((each) => each.fn.max("flood_until").as("until"))
		.where("flood_feed", "=", feedId)
		.where("flood_until", ">", now)
		.where("state", "=", "held")
		.executeTakeFirst();
	return row?.until ?? null;
}
