import { beforeEach, describe, expect, test } from "vitest";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import type { Article } from "../../src/news/article.ts";
import { tellStory } from "../../src/news/tell-story.ts";
import { type Mortal, mortal } from "../fakes/mortal.ts";
import { addFeeds, at, desk, follow, type House, openHouse } from "./house.ts";
import { inHandsOf } from "./in-hands-of.ts";

const first = "Ottawa imposes steel tariffs of 25% on Chinese imports";
const typo = "Ottawa imposes steel tariffs of 25% on Chinese improts";
const higher = "Ottawa imposes steel tariffs of 50% on Chinese imports";
const hour = 3600;
type Given = Parameters<House["poll"]["articlesFrom"]>;

let house: House;

beforeEach(async () => {
	house = await openWire();
});

/** A house with one feed that the desk follows, and stories told as in life. */
async function openWire(): Promise<House> {
	const opened = openHouse();
	await addFeeds(opened, "cbc");
	return { ...opened, poll: { ...opened.poll, tellStory } };
}

/** The feed now says this; it is read, and all that is due is sent. */
async function publish(title: string, seconds: number, hands = house) {
	house.servers.set("cbc", [{ id: "1", title }]);
	await pollFeed("cbc", hands.poll, at(seconds));
	await settle(seconds + 100, hands);
}

async function settle(seconds: number, hands = house) {
	await sweep(hands.sweep, at(seconds));
	await sendDeliveries(desk, hands.send, () => at(seconds));
}

/** Each message: all its titles, and whether it answers another. */
const said = () =>
	house.slack.shown.map(({ cards, replyTo }) => ({
		titles: cards.map(({ title }) => title),
		isReply: replyTo !== null,
	}));
const kept = async () =>
	(await house.store.archive.article("cbc/1"))?.article.title;

describe("an edited item", () => {
	test("is told once as a reply when it brings news, and its post bears the new headline", async () => {
		await follow(house);
		await publish(first, 0);
		await publish(higher, 300);
		await publish(higher, 600);
		expect(said()).toEqual([
			{ titles: [first, higher], isReply: false },
			{ titles: [`New: ${higher}`], isReply: true },
		]);
		expect(await kept()).toBe(higher);
	});

	test("is corrected in its post, and told to nobody, when it brings none", async () => {
		await follow(house);
		await publish(typo, 0);
		await publish(first, 300);
		expect(said()).toEqual([{ titles: [typo, first], isReply: false }]);
		expect(await kept()).toBe(first);
		const [story] = [...house.store.tables.stories.values()];
		expect(story).toMatchObject({ headline: first, revision: 1 });
		expect(story?.tellings).toMatchObject([{ title: first }]);
	});

	test("is told with its new words where it still waits to be told", async () => {
		await follow(house);
		house.servers.set("cbc", [{ id: "1", title: first }]);
		await pollFeed("cbc", house.poll, at(0));
		await publish(higher, 1);
		expect(said()).toEqual([{ titles: [higher], isReply: false }]);
	});

	test("speaks once and is followed ever more slowly when its words go to and fro", async () => {
		await follow(house);
		for (let turn = 0; turn < 200; turn++) {
			await publish(turn % 2 === 0 ? first : higher, turn * 300);
		}
		const [post, reply, ...others] = said();
		expect(reply).toMatchObject({ isReply: true });
		expect(others).toEqual([]);
		expect(post?.titles.length).toBeLessThan(16);
		await settle(3 * 24 * hour);
		expect(said()[0]?.titles.at(-1)).toBe(higher);
	});

	test("brings a post when it only now meets a topic that was followed all along", async () => {
		await follow(house);
		await publish("Ottawa imposes tariffs of 25%", 0);
		expect(said()).toEqual([]);
		await publish("Ottawa imposes steel tariffs of 25%", 300);
		expect(said()).toHaveLength(1);
	});

	test("brings no post to those who follow since later, nor days after it was news", async () => {
		await publish("Ottawa imposes tariffs of 25%", -2 * 24 * hour);
		await follow(house);
		await publish("Ottawa imposes steel tariffs of 25%", 300);
		await publish("Ottawa imposes tariffs of 25%", 6 * 24 * hour);
		await publish("Ottawa's steel tariffs of 25%", 6 * 24 * hour + 300);
		expect(said()).toEqual([]);
	});

	test("of a feed's first poll is told when it brings news, and not else", async () => {
		const state = await house.store.feeds.state("cbc");
		await house.store.feeds.keepState("cbc", { ...state, primedAt: null });
		await follow(house);
		await publish(first, 0);
		await publish(typo, 300);
		expect(said()).toEqual([]);
		await publish(higher, 600);
		expect(said()).toEqual([{ titles: [higher], isReply: false }]);
	});

	test("is told once by two workers who read it at once", async () => {
		await follow(house);
		await publish(first, 0);
		house.servers.set("cbc", [{ id: "1", title: higher }]);
		await Promise.all([1, 2].map(() => pollFeed("cbc", house.poll, at(300))));
		await settle(400);
		expect(said().filter(({ isReply }) => isReply)).toHaveLength(1);
		const [post] = [...house.store.tables.deliveries.values()];
		expect(post?.edition).toBe(2);
	});

	test("whose text changes at every poll below its lead is read anew a few times a day", async () => {
		let read = 0;
		const readArticle = (article: Article) => {
			read++;
			return house.poll.readArticle(article);
		};
		for (let n = 0; n < 288; n++) {
			const body = `${"So it goes. ".repeat(40)} ${n} comments`;
			const items = [{ id: "1", title: `${n}` }];
			house.servers.set("cbc", items);
			const articlesFrom = async (...given: Given) => {
				const [article] = await house.poll.articlesFrom(...given);
				return article ? [{ ...article, title: first, body }] : [];
			};
			const hands = { ...house.poll, readArticle, articlesFrom };
			await pollFeed("cbc", hands, at(n * 300));
		}
		expect(read).toBeLessThan(7);
		const article = await house.store.archive.article("cbc/1");
		expect(article?.article.body).toMatch(/2\d\d comments/);
	});

	test("that cannot be told stays as it was, and is tried again", async () => {
		await follow(house);
		await publish(first, 0);
		await publish(higher, 300);
		const fault = { ...house.poll, storyCard: broken };
		house.servers.set("cbc", [{ id: "1", title: first }]);
		await pollFeed("cbc", fault, at(600));
		expect(await kept()).toBe(higher);
		await publish(first, 900);
		expect(await kept()).toBe(first);
		expect(said().filter(({ isReply }) => isReply)).toHaveLength(1);
	});
});

function broken(): never {
	throw new Error("our fault");
}

/** A day of one item: told, corrected, and told anew. */
async function live(process: Mortal): Promise<void> {
	house = await openWire();
	await follow(house);
	const dying = inHandsOf(house, process);
	for (const [index, title] of [typo, first, higher, higher].entries()) {
		const hands = process.isDead() ? house : dying;
		await publish(title, index * 300, hands).catch((error: unknown) => {
			if (!process.isDead()) throw error;
		});
	}
	await publish(higher, 2 * hour);
	await settle(3 * hour);
}

test.each(["before", "after"] as const)(
	"whenever a process dies %s a step, an edit is told once and its post bears the last headline",
	async (when) => {
		const counting = mortal(Number.POSITIVE_INFINITY, when);
		await live(counting);
		for (let step = 1; step <= counting.steps(); step++) {
			await live(mortal(step, when));
			const [post, ...replies] = said();
			expect(post?.titles.at(-1)).toBe(higher);
			expect(replies.map(({ isReply }) => isReply)).toEqual([true]);
			expect(await kept()).toBe(higher);
		}
	},
);
