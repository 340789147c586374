import { channelKey } from "../../src/chat/channel.ts";
import type { Archive, ArchivedArticle } from "../../src/deliveries/archive.ts";
import { tellingTime } from "../../src/news/tell-story.ts";
import { fold } from "../../src/text/fold.ts";
import type { Subscription } from "../../src/topics/subscription.ts";
import type { NewsTables } from "./in-memory-newsroom.ts";

/** Twin of the store's Archive; its search wants every word, folded. */
export function inMemoryArchive(
	{ articles, stories }: NewsTables,
	followed: readonly Subscription[],
): Archive {
	const since = (from: Date) =>
		[...articles.values()]
			.filter(({ article }) => tellingTime(article) >= from)
			.sort((a, b) => +tellingTime(b.article) - +tellingTime(a.article));
	const topicsOf = (storyId: string, topicIds: readonly string[]) => {
		const met = [...articles.values()]
			.filter((one) => one.storyId === storyId)
			.flatMap(({ matches }) => matches.map(({ topicId }) => topicId));
		return topicIds.filter((id) => met.includes(id));
	};
	return {
		search: async (words, from, limit) =>
			since(from)
				.filter((one) => holdsAll(one, words))
				.slice(0, limit),
		articlesSince: async (from, limit) => since(from).slice(0, limit),
		article: async (id) => articles.get(id) ?? null,
		story: async (id) => stories.get(id) ?? null,
		async storyLike(start) {
			const like = [...stories.values()].filter(({ id }) =>
				id.startsWith(start),
			);
			return like.length === 1 ? (like[0] ?? null) : null;
		},
		statementsBy: async (speaker, from, limit) =>
			since(from)
				.flatMap(({ article, statements }) =>
					statements
						.filter((statement) => statement.speaker === speaker)
						.map((statement) => ({ statement, article })),
				)
				.slice(0, limit),
		storiesOn: async (topicIds, from, to) =>
			[...stories.values()]
				.filter(({ firstToldAt }) => firstToldAt >= from && firstToldAt < to)
				.sort((a, b) => +a.firstToldAt - +b.firstToldAt)
				.map((story) => ({ story, topicIds: topicsOf(story.id, topicIds) }))
				.filter((entry) => entry.topicIds.length > 0),
		async channelsFedBy(feedId, from) {
			const met = since(from)
				.filter(({ article }) => article.feedId === feedId)
				.flatMap(({ matches }) => matches.map(({ topicId }) => topicId));
			const fed = followed
				.filter(({ topicId }) => met.includes(topicId))
				.map(({ channel }) => [channelKey(channel), channel] as const)
				.sort(([a], [b]) => a.localeCompare(b));
			return [...new Map(fed).values()];
		},
		counts: async () => ({ articles: articles.size, stories: stories.size }),
	};
}

function holdsAll({ article }: ArchivedArticle, words: string): boolean {
	const text = fold(`${article.title} ${article.summary} ${article.body}`);
	return fold(words)
		.split(/\s+/)
		.every((word) => text.includes(word));
}
