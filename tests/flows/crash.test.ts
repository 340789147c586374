import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { type Mortal, mortal } from "../fakes/mortal.ts";
import { addFeeds, at, desk, follow, type House, openHouse } from "./house.ts";
import { inHandsOf } from "./in-hands-of.ts";

/** One feed brings one more article of an event; a figure it lacks is material. */
interface News {
	readonly feed: "cbc" | "bbc";
	readonly event: "quota" | "probe" | "talks";
	readonly figure: 10 | 25 | null;
}

async function round(house: House, seconds: number): Promise<void> {
	for (const feed of house.servers.keys()) {
		await pollFeed(feed, house.poll, at(seconds));
	}
	await sweep(house.sweep, at(seconds + 3));
	await sendDeliveries(desk, house.send, () => at(seconds + 3));
}

/** Brings the news piece by piece until the process dies; then another takes over. */
async function live(news: readonly News[], process: Mortal): Promise<House> {
	const house = openHouse();
	await addFeeds(house, "cbc", "bbc");
	await follow(house);
	const dying = inHandsOf(house, process);
	let seconds = 0;
	for (const [index, { feed, event, figure }] of news.entries()) {
		const known = house.servers.get(feed);
		const items = known instanceof Error ? [] : (known ?? []);
		const title = `Steel ${event} - ${figure ?? "report"}`;
		house.servers.set(feed, [...items, { id: `${index}`, title }]);
		seconds += 10;
		const hands = process.isDead() ? house : dying;
		await round(hands, seconds).catch((error: unknown) => {
			if (!process.isDead()) throw error;
		});
	}
	// Long enough for what was left in a dead sender's hands, and for late edits.
	for (const later of [100, 200, 300]) await round(house, seconds + later);
	return house;
}

function expectTrue(house: House, news: readonly News[]): void {
	const { deliveries, articles } = house.store.tables;
	const all = [...deliveries.values()];
	expect(articles.size).toBe(news.length);
	expect(all.map(({ state }) => state)).toEqual(all.map(() => "sent"));
	const keys = house.slack.shown.map(({ key }) => key);
	expect(keys).toEqual(all.map(({ id }) => id));
	for (const { key, cards } of house.slack.shown) {
		expect(cards.at(-1)).toEqual(deliveries.get(key)?.card);
	}
	const posts = house.slack.shown.filter(({ replyTo }) => replyTo === null);
	const events = new Set(news.map(({ event }) => event));
	expect(posts).toHaveLength(events.size);
}

const day: readonly News[] = [
	{ feed: "cbc", event: "quota", figure: null },
	{ feed: "bbc", event: "quota", figure: null },
	{ feed: "bbc", event: "probe", figure: 10 },
	{ feed: "cbc", event: "quota", figure: 25 },
	{ feed: "cbc", event: "talks", figure: null },
];

const never = () => mortal(Number.POSITIVE_INFINITY, "before");

describe("whenever a process dies, nothing is lost, doubled or out of order", () => {
	test("nobody dies", async () => {
		const house = await live(day, never());
		expectTrue(house, day);
		expect(house.slack.shown.map(({ replyTo }) => replyTo)).toEqual([
			null,
			null,
			"m1",
			null,
		]);
	});

	test.each(["before", "after"] as const)(
		"%s any step of a day",
		async (when) => {
			const counting = never();
			await live(day, counting);
			for (let step = 1; step <= counting.steps(); step++) {
				const process = mortal(step, when);
				expectTrue(await live(day, process), day);
				expect(process.isDead()).toBe(true);
			}
		},
	);

	test("at any step of any day", async () => {
		const anyNews: fc.Arbitrary<News> = fc.record({
			feed: fc.constantFrom("cbc", "bbc"),
			event: fc.constantFrom("quota", "probe", "talks"),
			figure: fc.constantFrom(10, 25, null),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(anyNews, { minLength: 1, maxLength: 8 }),
				fc.integer({ min: 1, max: 250 }),
				fc.constantFrom("before" as const, "after" as const),
				async (news, step, when) =>
					expectTrue(await live(news, mortal(step, when)), news),
			),
			{ numRuns: 300 },
		);
	});
});
