import { expect, test } from "vitest";
import type { Subscription } from "../../src/topics/subscription.ts";
import type { MakeMemories } from "./memories.ts";
import { at, brokers, lawyers } from "./sample-news.ts";

const steel: Subscription = {
	channel: brokers,
	topicId: "steel-tariffs",
	mode: "live",
	since: at(0),
};

/** What every Subscriptions memory does. */
export function subscriptionMemoryContract(make: MakeMemories): void {
	test("a second subscribe changes the mode and keeps since", async () => {
		const { subscriptions } = await make();
		await subscriptions.subscribe(steel);
		await subscriptions.subscribe({ ...steel, mode: "both", since: at(60) });
		expect(await subscriptions.of(brokers)).toEqual([
			{ ...steel, mode: "both" },
		]);
	});

	test("finds everyone who follows any of the topics, and nobody else", async () => {
		const { subscriptions } = await make();
		await subscriptions.subscribe(steel);
		await subscriptions.subscribe({
			...steel,
			channel: lawyers,
			topicId: "cusma-review",
		});
		await subscriptions.subscribe({ ...steel, topicId: "dairy" });
		const found = await subscriptions.to(["steel-tariffs", "cusma-review"]);
		expect(new Set(found.map(({ channel }) => channel.id))).toEqual(
			new Set([brokers.id, lawyers.id]),
		);
		expect(found).toHaveLength(2);
		expect(await subscriptions.to([])).toEqual([]);
		expect(await subscriptions.of(lawyers)).toHaveLength(1);
	});

	test("unsubscribe says whether there was something to end", async () => {
		const { subscriptions } = await make();
		await subscriptions.subscribe(steel);
		expect(await subscriptions.unsubscribe(brokers, "dairy")).toBe(false);
		expect(await subscriptions.unsubscribe(brokers, steel.topicId)).toBe(true);
		expect(await subscriptions.unsubscribe(brokers, steel.topicId)).toBe(false);
		expect(await subscriptions.of(brokers)).toEqual([]);
	});
}
