import type { Subscription } from "../../src/topics/subscription.ts";
import type { Topic, TopicMemory } from "../../src/topics/topic.ts";

/** Twin of the store's TopicMemory; removing a topic clears the subscriptions given. */
export function inMemoryTopics(subscriptions: Subscription[]): TopicMemory {
	const topics = new Map<string, Topic>();
	return {
		topics: async () => [...topics.values()],
		keepTopic: async (topic) => void topics.set(topic.id, topic),
		async removeTopic(id) {
			topics.delete(id);
			const left = subscriptions.filter(({ topicId }) => topicId !== id);
			subscriptions.splice(0, subscriptions.length, ...left);
		},
	};
}
