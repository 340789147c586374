import { channelKey } from "../../src/chat/channel.ts";
import type {
	Subscription,
	Subscriptions,
} from "../../src/topics/subscription.ts";

/** Twin of the store's Subscriptions; the list is the table, in the order subscribed. */
export function inMemorySubscriptions(table: Subscription[]): Subscriptions {
	const place = (one: Pick<Subscription, "channel" | "topicId">) =>
		table.findIndex(
			({ channel, topicId }) =>
				channelKey(channel) === channelKey(one.channel) &&
				topicId === one.topicId,
		);
	return {
		of: async (channel) =>
			table.filter((one) => channelKey(one.channel) === channelKey(channel)),
		to: async (topicIds) =>
			table.filter(({ topicId }) => topicIds.includes(topicId)),
		async subscribe(subscription) {
			const at = place(subscription);
			const known = table[at];
			if (known) table[at] = { ...known, mode: subscription.mode };
			else table.push(subscription);
		},
		async unsubscribe(channel, topicId) {
			const at = place({ channel, topicId });
			if (at >= 0) table.splice(at, 1);
			return at >= 0;
		},
	};
}
