import { expect, test } from "vitest";
import { makeStoryTeller } from "../../src/news/story-teller.ts";
import { type InventedNews, inventedNews } from "./invented-news.ts";
import { type Given, newsArticle } from "./news-article.ts";

const invented = Array.from({ length: 240 }, (_, seed) => inventedNews(seed));

const bodyOf = ({ sentences }: InventedNews) => sentences.join(" ");
const firstSentences = (news: InventedNews, count: number) =>
	news.sentences.slice(0, count).join(" ");

test.each<[string, (news: InventedNews) => Given]>([
	[
		"the first sentence, without a title",
		(news) => ({ title: "", body: firstSentences(news, 1) }),
	],
	[
		"the first two sentences, without a title",
		(news) => ({ title: "", body: firstSentences(news, 2) }),
	],
	[
		"the first three sentences under another title",
		(news) => ({
			title: `What to know today: ${news.title}`,
			summary: firstSentences(news, 3),
		}),
	],
	[
		"a feed's 300 letters and an ellipsis",
		(news) => ({
			title: news.title,
			summary: `${bodyOf(news).slice(0, 300)}…`,
		}),
	],
	[
		"a feed's 150 letters, without a title",
		(news) => ({ title: "", summary: `${bodyOf(news).slice(0, 150)}…` }),
	],
])("joins %s to the full text", { timeout: 60_000 }, (_, cut) => {
	// A sentence without a title says too little to come first among hundreds of its kind.
	const isTitled = cut(inventedNews(0)).title !== "";
	for (const isSnippetFirst of isTitled ? [false, true] : [false]) {
		const teller = makeStoryTeller();
		const full = (news: InventedNews) => ({
			title: news.title,
			body: bodyOf(news),
		});
		const tell = (how: (news: InventedNews) => Given, hours: number) =>
			invented.map(
				(news) => teller.tell(newsArticle({ ...how(news), hours })).story.id,
			);
		const first = tell(isSnippetFirst ? cut : full, 0);
		const second = tell(isSnippetFirst ? full : cut, 1);
		const joined = second.filter((id, at) => id === first[at]);
		expect(joined.length / invented.length).toBeGreaterThanOrEqual(0.99);
	}
});

test("joins fewer than one in ten thousand of a million unrelated pairs", {
	timeout: 60_000,
}, () => {
	const teller = makeStoryTeller();
	const count = 1500;
	const sizes = new Map<string, number>();
	for (let seed = 0; seed < count; seed++) {
		const news = inventedNews(seed);
		const { story } = teller.tell(
			newsArticle({ title: news.title, body: bodyOf(news), hours: seed / 60 }),
		);
		sizes.set(story.id, (sizes.get(story.id) ?? 0) + 1);
	}
	const pairs = (size: number) => (size * (size - 1)) / 2;
	const joined = [...sizes.values()].reduce((sum, n) => sum + pairs(n), 0);
	expect(pairs(count)).toBeGreaterThan(1_000_000);
	expect(joined / pairs(count)).toBeLessThan(1e-4);
});
