import type { Log } from "../log.ts";
import { type Matcher, makeMatcher } from "../topics/make-matcher.ts";
import type { Topic, TopicMemory } from "../topics/topic.ts";
import { topicCatalogue } from "../topics/topic-catalogue.ts";

/** The catalogue's topics and those that channels made, ready to match. */
export interface LiveTopics {
	readonly matcher: Matcher;
	/** Undefined for a topic that is no more. */
	topic(id: string): Topic | undefined;
	/** Learns what was made, edited or removed since, by this process or another. */
	refresh(): Promise<void>;
}

/** Opens the topics as they are remembered now. */
export async function openLiveTopics(
	memory: TopicMemory,
	log: Log,
): Promise<LiveTopics> {
	const matcher = makeMatcher(topicCatalogue);
	let known = new Map(topicCatalogue.map((topic) => [topic.id, topic]));
	const live: LiveTopics = {
		matcher,
		topic: (id) => known.get(id),
		async refresh() {
			const now = [...topicCatalogue, ...(await memory.topics())];
			const next = new Map(now.map((topic) => [topic.id, topic]));
			for (const id of known.keys()) if (!next.has(id)) matcher.remove(id);
			for (const topic of next.values()) {
				if (known.get(topic.id)?.query !== topic.query) learn(topic);
			}
			known = next;
		},
	};
	function learn(topic: Topic): void {
		try {
			matcher.add(topic);
		} catch (error) {
			// An earlier version took this query; its topic meets nothing until it is edited.
			log.warn("topic not understood", { topicId: topic.id, error });
		}
	}
	await live.refresh();
	return live;
}
