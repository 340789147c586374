import { topicName } from "../cards/topic-name.ts";
import type { Block, Span } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import type { Article } from "../news/article.ts";
import type { Evidence } from "../topics/match.ts";
import type { Topic } from "../topics/topic.ts";
import type { WhyCase } from "./why-case.ts";

/** UTF-16 units shown on each side of the words that met a topic. */
const shownAround = 60;
const mostTopics = 5;
const mostPlaces = 3;

/** For each topic met, the words that met it, in their context, and who wrote them. */
export function evidenceBlocks(
	{ articles, met }: WhyCase,
	{ say }: Request,
): Block[] {
	return met.slice(0, mostTopics).map((topic) => {
		const places = placesOf(topic, articles).slice(0, mostPlaces);
		const title: Span = { text: topicName(topic, say), style: "strong" };
		const shown = places.flatMap((place) => contextSpans(place));
		return { kind: "text", spans: [title, ...shown] };
	});
}

interface Place {
	readonly article: Article;
	readonly evidence: Evidence;
}

function placesOf({ id }: Topic, articles: WhyCase["articles"]): Place[] {
	return articles.flatMap(({ article, matches }) =>
		matches
			.filter(({ topicId }) => topicId === id)
			.flatMap((match) =>
				match.evidence.map((evidence) => ({ article, evidence })),
			),
	);
}

function contextSpans({ article, evidence }: Place): Span[] {
	const { field, start, end } = evidence;
	const text = article[field];
	const from = Math.max(0, start - shownAround);
	const to = Math.min(text.length, end + shownAround);
	const before = `${from > 0 ? "…" : ""}${text.slice(from, start)}`;
	const after = `${text.slice(end, to)}${to < text.length ? "…" : ""}`;
	const source = {
		text: article.outlet,
		...(article.url ? { url: article.url } : {}),
	};
	return [
		{ text: `\n${oneLine(before)}` },
		{ text: oneLine(text.slice(start, end)), style: "strong" },
		{ text: `${oneLine(after)} — ` },
		source,
	];
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, " ");
}
