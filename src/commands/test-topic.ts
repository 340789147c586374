import { setImmediate } from "node:timers/promises";
import { answerCard } from "../cards/answer-card.ts";
import { dateText } from "../cards/date-text.ts";
import { topicName } from "../cards/topic-name.ts";
import { type Block, type Card, textBlock } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import type { ArchivedArticle } from "../deliveries/archive.ts";
import { makeMatcher } from "../topics/make-matcher.ts";
import type { Topic } from "../topics/topic.ts";
import { articleHeadline } from "./article-headline.ts";
import type { CommandTools } from "./command-tools.ts";
import { topicMeant, topicsHere } from "./topics-here.ts";

const days = 30;
const dayMs = 24 * 60 * 60 * 1000;
/** Articles read again; a busy month of the default feeds has fewer. */
const mostArticles = 20_000;
/** Articles matched before others get their turn: some milliseconds. */
const turn = 200;
const mostHeadlines = 10;

/** `/topic test <topic>`: what the last 30 days would have sent, from the archive. */
export async function testTopic(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { channel, settings, now, say } = request;
	const here = await topicsHere(tools, channel);
	const words = request.options.topic ?? "";
	const line = (id: string) => `/topic test ${id}`;
	const topic = topicMeant(words, here, { request, line });
	const since = new Date(now.getTime() - days * dayMs);
	const articles = await tools.archive.articlesSince(since, mostArticles);
	const stories = await storiesMeeting(topic, articles);
	const count = stories.length;
	const name = topicName(topic, say);
	const read = articles.length;
	const isCut = read === mostArticles;
	return answerCard(say("commands.testTitle", { topic: name, days, count }), {
		blocks: [
			textBlock(say("commands.testText", { read, isCut: String(isCut) })),
			...perDayBlock(stories, settings.zone, request),
			...headlinesBlock(stories, request),
		],
		actions: [
			{ label: say("commands.followLabel"), line: `/subscribe ${topic.id}` },
			{ label: say("commands.queryLabel"), line: `/topic show ${topic.id}` },
		],
	});
}

/** The first article of each story that meets the topic; the newest story first. */
async function storiesMeeting(
	topic: Topic,
	articles: readonly ArchivedArticle[],
): Promise<readonly ArchivedArticle[]> {
	const matcher = makeMatcher([topic]);
	const firsts = new Map<string, ArchivedArticle>();
	for (const [index, archived] of articles.entries()) {
		if (index % turn === turn - 1) await setImmediate();
		const { article, statements, storyId } = archived;
		if (matcher.match(article, statements).length === 0) continue;
		firsts.set(storyId, archived);
	}
	return [...firsts.values()].sort(
		(a, b) => b.article.detected.getTime() - a.article.detected.getTime(),
	);
}

function perDayBlock(
	stories: readonly ArchivedArticle[],
	zone: string,
	{ say }: Request,
): Block[] {
	if (stories.length === 0) return [];
	const counts = new Map<string, number>();
	for (const { article } of stories) {
		const day = dateText(article.detected, zone);
		counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	return [
		{
			kind: "table",
			columns: [
				{ title: say("commands.dayColumn"), align: "left" },
				{ title: say("commands.storiesColumn"), align: "right" },
			],
			rows: [...counts].map(([day, count]) => [
				[{ text: day }],
				[{ text: String(count) }],
			]),
		},
	];
}

function headlinesBlock(
	stories: readonly ArchivedArticle[],
	{ say }: Request,
): Block[] {
	if (stories.length === 0) return [];
	const items = stories.slice(0, mostHeadlines).map(articleHeadline);
	return [{ kind: "headlines", title: say("commands.latestTitle"), items }];
}
