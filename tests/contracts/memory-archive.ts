import { expect, test } from "vitest";
import type { ToldArticle } from "../../src/deliveries/newsroom.ts";
import type { MakeMemories, Memories } from "./memories.ts";
import { at, sampleStatement, sampleStory, sampleTold } from "./sample-news.ts";

const days = 24 * 60;

/** What every Archive does. Stemming and ranking are the store's own and tested there. */
export function archiveContract(make: MakeMemories): void {
	test.each([
		["steel", ["en"]],
		["STEEL duties", ["en"]],
		["quebec", ["fr"]],
		["Québec", ["fr"]],
		["economia", ["es"]],
		["steel dairy", []],
	])("searching %s finds %j", async (words, ids) => {
		const { archive } = await archiveOf(
			make,
			sampleTold({ id: "en" }),
			sampleTold({
				id: "fr",
				language: "fr",
				title: "Acier au Québec",
				summary: "",
			}),
			sampleTold({
				id: "es",
				language: "es",
				title: "Secretaría de Economía",
				summary: "",
			}),
		);
		const found = await archive.search(words, at(-days), 10);
		expect(found.map(({ article }) => article.id)).toEqual(ids);
	});

	test("search keeps to since and to its limit", async () => {
		const { archive } = await archiveOf(
			make,
			sampleTold({ id: "new" }),
			sampleTold({ id: "newer", published: at(-1) }),
			sampleTold({ id: "old", published: at(-3 * days) }),
		);
		expect(await archive.search("steel", at(-days), 10)).toHaveLength(2);
		expect(await archive.search("steel", at(-days), 1)).toHaveLength(1);
	});

	test("a feed feeds the channels that follow what its articles met since", async () => {
		const met = "steel-tariffs";
		const matches = [{ topicId: met, evidence: [] }];
		const memories = await archiveOf(
			make,
			{ ...sampleTold({ id: "new", feedId: "wire" }), matches },
			{
				...sampleTold({ id: "old", feedId: "old", published: at(-3 * days) }),
				matches,
			},
		);
		const { archive, subscriptions } = memories;
		const follow = (id: string, topicId: string) =>
			subscriptions.subscribe({
				channel: { platform: "web", id },
				...{ topicId, mode: "live", since: at(0) },
			});
		await follow("b", met);
		await follow("a", met);
		await follow("c", "another-topic");
		expect(await archive.channelsFedBy("wire", at(-days))).toEqual([
			{ platform: "web", id: "a" },
			{ platform: "web", id: "b" },
		]);
		expect(await archive.channelsFedBy("old", at(-days))).toEqual([]);
		expect(await archive.channelsFedBy("none", at(-days))).toEqual([]);
	});

	test("articles come newest first, by when they were told", async () => {
		const { archive } = await archiveOf(
			make,
			sampleTold({ id: "old news", published: at(-2 * days) }),
			sampleTold({ id: "undated", published: null, detected: at(2) }),
			sampleTold({ id: "tomorrow's", published: at(days), detected: at(1) }),
			sampleTold({ id: "dated", published: at(-10) }),
		);
		const found = await archive.articlesSince(at(-days), 10);
		expect(found.map(({ article }) => article.id)).toEqual([
			"undated",
			"tomorrow's",
			"dated",
		]);
		expect(await archive.articlesSince(at(-days), 2)).toHaveLength(2);
		expect(await archive.article("none")).toBeNull();
	});

	test("a story is found by a unique beginning of its id", async () => {
		const { archive } = await archiveOf(
			make,
			sampleTold({ id: "a1" }, { story: sampleStory({ id: "abc123" }) }),
			sampleTold({ id: "a2" }, { story: sampleStory({ id: "abd456" }) }),
		);
		expect((await archive.storyLike("abc"))?.id).toBe("abc123");
		expect(await archive.storyLike("ab")).toBeNull();
		expect(await archive.storyLike("a%")).toBeNull();
		expect(await archive.story("abc")).toBeNull();
	});

	test("what someone said comes newest first, with its article", async () => {
		const other = { ...sampleStatement, speaker: "carney" };
		const later = { ...sampleStatement, text: "We waited" };
		const { archive } = await archiveOf(
			make,
			sampleTold({ id: "first" }, { statements: [other, sampleStatement] }),
			sampleTold({ id: "second", published: at(-1) }, { statements: [later] }),
			sampleTold(
				{ id: "long ago", published: at(-9 * days) },
				{ statements: [sampleStatement] },
			),
		);
		const said = await archive.statementsBy("greer", at(-days), 10);
		expect(
			said.map(({ statement, article }) => [article.id, statement]),
		).toEqual([
			["second", later],
			["first", sampleStatement],
		]);
		expect(await archive.statementsBy("greer", at(-days), 1)).toHaveLength(1);
	});

	test("stories on topics lie in [from, to), in order, with the topics met", async () => {
		const on = (id: string, minutes: number, ...topics: readonly string[]) =>
			sampleTold(
				{ id: `a-${id}` },
				{
					story: sampleStory({ id, firstToldAt: at(minutes) }),
					matches: topics.map((topicId) => ({ topicId, evidence: [] })),
				},
			);
		const { archive } = await archiveOf(
			make,
			on("last", 59, "dairy"),
			on("first", 0, "steel", "dairy", "copper"),
			on("after", 60, "steel"),
			on("other", 30, "copper"),
		);
		const found = await archive.storiesOn(["dairy", "steel"], at(0), at(60));
		expect(found.map(({ story, topicIds }) => [story.id, topicIds])).toEqual([
			["first", ["dairy", "steel"]],
			["last", ["dairy"]],
		]);
		expect(await archive.storiesOn([], at(0), at(60))).toEqual([]);
	});
}

async function archiveOf(
	make: MakeMemories,
	...told: readonly ToldArticle[]
): Promise<Memories> {
	const memories = await make();
	await memories.newsroom.inTurn(async (turn) => {
		for (const one of told) await turn.keep(one);
	});
	return memories;
}
