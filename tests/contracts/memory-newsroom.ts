import { expect, test } from "vitest";
import { channelKey, defaultChannelSettings } from "../../src/chat/channel.ts";
import { textHash } from "../../src/news/text-hash.ts";
import type { MakeMemories } from "./memories.ts";
import {
	at,
	brokers,
	sampleCard,
	sampleDelivery,
	sampleStatement,
	sampleStory,
	sampleTold,
} from "./sample-news.ts";

/** What every Newsroom does. */
export function newsroomContract(make: MakeMemories): void {
	test("a feed's items are found by their titles", async () => {
		const { newsroom } = await make();
		const title = "Décret sur l’acier — 50 %";
		await newsroom.inTurn((turn) =>
			turn.keep(
				sampleTold({
					id: "a1",
					feedId: "wire",
					title,
					url: "https://w.example/1",
				}),
			),
		);
		const found = (feedId: string, ...titles: string[]) =>
			newsroom.inTurn((turn) => turn.itemsTitled(feedId, titles));
		expect(await found("wire", "other", title)).toEqual([
			{ url: "https://w.example/1", title },
		]);
		expect(await found("other", title)).toEqual([]);
		expect(await found("wire")).toEqual([]);
	});

	test("an article is unknown until its turn is kept", async () => {
		const { newsroom, archive } = await make();
		const told = sampleTold(
			{ id: "a1" },
			{
				statements: [sampleStatement],
				matches: [
					{
						topicId: "steel-tariffs",
						evidence: [{ field: "title", text: "Steel", start: 0, end: 5 }],
					},
				],
			},
		);
		await newsroom.inTurn(async (turn) => {
			expect(await turn.known(["a1", "a2"])).toEqual(new Map());
			await turn.keep(told);
			const hash = textHash(told.article);
			const known = { hash, revisedAt: null };
			expect(await turn.known(["a1", "a2"])).toEqual(new Map([["a1", known]]));
			const [kept, ...others] = await turn.kept(["a1", "a2"]);
			expect(kept?.article).toEqual(told.article);
			expect(others).toEqual([]);
		});
		const { article, statements, matches, story } = told;
		expect(await archive.article("a1")).toEqual({
			...{ article, statements, matches },
			storyId: story.id,
		});
		expect(await archive.story(story.id)).toEqual(story);
	});

	test("a summary that a model wrote is kept with its article", async () => {
		const { newsroom, archive } = await make();
		const written = { text: "Steel duties double.", model: "small-1" };
		await newsroom.inTurn((turn) =>
			turn.keep(sampleTold({ id: "a1" }, { written })),
		);
		expect(await archive.article("a1")).toMatchObject({ written });
		const kept = await newsroom.inTurn((turn) => turn.kept(["a1"]));
		expect(kept[0]?.written).toEqual(written);
	});

	test("an edited article has its new words, what is found in them, and its old times", async () => {
		const { newsroom, archive } = await make();
		const written = { text: "Steel duties double.", model: "small-1" };
		const matches = [{ topicId: "steel", evidence: [] }];
		const first = sampleTold(
			{ id: "a1" },
			{ statements: [sampleStatement], matches, written },
		);
		const other = sampleTold({ id: "a2", title: "Untouched" });
		await newsroom.inTurn(async (turn) => {
			for (const told of [first, other]) await turn.keep(told);
		});
		const title = "Aluminum tariffs rise";
		const article = { ...first.article, title, body: "By half." };
		const [telling] = first.story.tellings;
		if (!telling) throw new Error("no telling");
		const story = {
			...first.story,
			headline: title,
			revision: 2,
			tellings: [{ ...telling, title, terms: ["aluminum"] }],
		};
		const met = [{ topicId: "aluminum", evidence: [] }];
		await newsroom.inTurn(async (turn) => {
			expect(await turn.story(story.id)).toEqual(first.story);
			const told = { article, statements: [], matches: met, story };
			await turn.revise(told, at(7));
			const known = await turn.known(["a1"]);
			const hash = textHash(article);
			expect(known.get("a1")).toEqual({ hash, revisedAt: at(7) });
		});
		expect(await archive.article("a1")).toEqual({
			...{ article, statements: [], matches: met, storyId: story.id },
		});
		expect(await archive.story(story.id)).toEqual(story);
		const found = await archive.search("aluminum", at(-60), 9);
		expect(found.map(({ article }) => article.id)).toEqual(["a1"]);
		expect(await archive.story(other.story.id)).toEqual(other.story);
		const none = await newsroom.inTurn((turn) => turn.story("none"));
		expect(none).toBeNull();
	});

	test("a turn that throws leaves nothing behind, and the next one goes on", async () => {
		const { newsroom, archive, ledger } = await make();
		const failing = newsroom.inTurn(async (turn) => {
			await turn.keep(sampleTold({ id: "a1" }));
			await turn.plan([sampleDelivery({ id: "d1" })]);
			throw new Error("the poll fell over");
		});
		await expect(failing).rejects.toThrow("the poll fell over");
		expect(await archive.counts()).toEqual({ articles: 0, stories: 0 });
		expect(await ledger.delivery("d1")).toBeNull();
		expect(await newsroom.inTurn(async () => "next")).toBe("next");
	});

	test("turns begun at once do not see half of each other", async () => {
		const { newsroom } = await make();
		const bring = (id: string) =>
			newsroom.inTurn(async (turn) => {
				const like = await turn.storiesLike(["steel"], at(-60));
				const story =
					like[0] ?? sampleStory({ id: `begun-by-${id}`, terms: ["steel"] });
				await turn.keep(sampleTold({ id }, { story }));
				return story.id;
			});
		const stories = await Promise.all(["a1", "a2", "a3"].map(bring));
		expect(new Set(stories).size).toBe(1);
	});

	test("stories that share terms come likeliest first; old ones and strangers do not", async () => {
		const { newsroom } = await make();
		const terms = {
			one: ["steel", "ottawa"],
			both: ["steel", "tariffs"],
			none: ["dairy"],
			old: ["steel", "tariffs"],
		};
		const found = await newsroom.inTurn(async (turn) => {
			for (const [id, words] of Object.entries(terms)) {
				const lastToldAt = id === "old" ? at(-500) : at(0);
				const story = sampleStory({ id, terms: words, lastToldAt });
				await turn.keep(sampleTold({ id: `a-${id}` }, { story }));
			}
			return turn.storiesLike(["steel", "tariffs"], at(-60));
		});
		expect(found.map(({ id }) => id)).toEqual(["both", "one"]);
	});

	test("a story grows by tellings, in the order heard", async () => {
		const { newsroom, archive } = await make();
		const first = sampleTold({ id: "a1", outlet: "The Wire" });
		const second = sampleTold({ id: "a2", outlet: "La Presse" });
		const grown = {
			...first.story,
			revision: 2,
			lastToldAt: at(30),
			figures: ["25%", "50%"],
			tellings: [...first.story.tellings, ...second.story.tellings],
		};
		await newsroom.inTurn((turn) => turn.keep(first));
		await newsroom.inTurn((turn) => turn.keep({ ...second, story: grown }));
		expect(await archive.story(first.story.id)).toEqual(grown);
		expect(await archive.counts()).toEqual({ articles: 2, stories: 1 });
	});

	test("planning again renews card, edition and notBefore, and nothing else", async () => {
		const { newsroom, ledger } = await make();
		const first = sampleDelivery({ id: "d1" });
		await newsroom.inTurn((turn) => turn.plan([first]));
		await ledger.claim(brokers, at(1), at(-9));
		await ledger.markSent("d1", { channel: brokers, id: "m1" }, 1, at(1));
		const renewed = { card: sampleCard("Also: Reuters"), edition: 2 };
		await newsroom.inTurn(async (turn) => {
			const again = { ...first, ...renewed, notBefore: at(5) };
			await turn.plan([again]);
			const [planned] = await turn.deliveriesOf("s1");
			expect(planned).toMatchObject(renewed);
		});
		expect(await ledger.delivery("d1")).toEqual({
			...first,
			...renewed,
			notBefore: at(5),
			state: "sent",
			sentEdition: 1,
			message: { channel: brokers, id: "m1" },
			sentAt: at(1),
		});
	});

	test("a turn knows who follows, and what they chose", async () => {
		const { newsroom, subscriptions, channels } = await make();
		const follows = {
			channel: brokers,
			topicId: "dairy",
			mode: "live",
			since: at(0),
		} as const;
		await subscriptions.subscribe(follows);
		await channels.change(brokers, { limitPerHour: 3 });
		await newsroom.inTurn(async (turn) => {
			expect(await turn.subscriptionsTo(["dairy"])).toEqual([follows]);
			const chosen = await turn.settings([brokers]);
			expect(chosen.get(channelKey(brokers))).toEqual({
				...defaultChannelSettings,
				limitPerHour: 3,
			});
			expect((await turn.settings([])).size).toBe(0);
		});
	});
}
