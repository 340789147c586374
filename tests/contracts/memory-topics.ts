import { expect, test } from "vitest";
import { channelKey } from "../../src/chat/channel.ts";
import type { Topic } from "../../src/topics/topic.ts";
import type { MakeMemories } from "./memories.ts";
import { at, brokers } from "./sample-news.ts";

const lumber: Topic = {
	id: "our-lumber",
	names: { en: "Our lumber", fr: "Notre bois", es: "Nuestra madera" },
	query: '"softwood lumber" OR bois',
	owner: channelKey(brokers),
};

/** What every TopicMemory does. */
export function topicMemoryContract(make: MakeMemories): void {
	test("a topic is kept, and changed under its id", async () => {
		const { topics } = await make();
		await topics.keepTopic(lumber);
		await topics.keepTopic({ ...lumber, query: "lumber" });
		expect(await topics.topics()).toEqual([{ ...lumber, query: "lumber" }]);
	});

	test("a removed topic takes its subscriptions along, and no others", async () => {
		const { topics, subscriptions } = await make();
		await topics.keepTopic(lumber);
		for (const topicId of [lumber.id, "steel-tariffs"])
			await subscriptions.subscribe({
				channel: brokers,
				topicId,
				mode: "live",
				since: at(0),
			});
		await topics.removeTopic(lumber.id);
		expect(await topics.topics()).toEqual([]);
		const left = await subscriptions.of(brokers);
		expect(left.map(({ topicId }) => topicId)).toEqual(["steel-tariffs"]);
	});
}
