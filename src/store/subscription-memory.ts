import type { Selectable } from "kysely";
import { channelFromKey, channelKey } from "../chat/channel.ts";
import type { Subscription, Subscriptions } from "../topics/subscription.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** Who follows what, in order of channel, then of topic. */
export function subscriptionMemory(db: Database): Subscriptions {
	return {
		async of(channel) {
			const rows = await db
				.selectFrom("subscriptions")
				.selectAll()
				.where("channel", "=", channelKey(channel))
				.orderBy("topic_id")
				.execute();
			return rows.map(subscriptionFrom);
		},
		to: (topicIds) => subscriptionsTo(db, topicIds),
		async subscribe({ channel, topicId, mode, since }) {
			await db
				.insertInto("subscriptions")
				.values({
					channel: channelKey(channel),
					topic_id: topicId,
					mode,
					since,
				})
				.onConflict((there) =>
					there.columns(["channel", "topic_id"]).doUpdateSet({ mode }),
				)
				.execute();
		},
		async unsubscribe(channel, topicId) {
			const { numDeletedRows } = await db
				.deleteFrom("subscriptions")
				.where("channel", "=", channelKey(channel))
				.where("topic_id", "=", topicId)
				.executeTakeFirstOrThrow();
			return numDeletedRows > 0n;
		},
	};
}

/** Everyone who follows any of these topics. */
export async function subscriptionsTo(
	db: Database,
	topicIds: readonly string[],
): Promise<readonly Subscription[]> {
	if (topicIds.length === 0) return [];
	const rows = await db
		.selectFrom("subscriptions")
		.selectAll()
		.where("topic_id", "in", topicIds)
		.orderBy("channel")
		.orderBy("topic_id")
		.execute();
	return rows.map(subscriptionFrom);
}

function subscriptionFrom(
	row: Selectable<Tables["subscriptions"]>,
): Subscription {
	return {
		channel: channelFromKey(row.channel),
		topicId: row.topic_id,
		mode: row.mode,
		since: row.since,
	};
}
