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

/** For each topic that brought it, or else met, the words that met it, in their context, and who wrote them. */
export function evidenceBlocks(
	{ articles, met, brought }: WhyCase,
	{ say }: Request,
): Block[] {
	const topics = brought.length > 0 ? brought : met;
	return topics.slice(0, mostTopics).map((topic) => {
		const places = placesOf(topic, articles).slice(0, mostPlaces);
		const title: Span = { text: topicName(topic, say), style: "strong" };
		const shown = places.flatMap((place) => contextSpans(place));
		return { kind: "text", spans: [title, ...shown] };
	});
}

/** Evidence in one field of one article, near enough to be shown together. */
interface Place {
	readonly article: Article;
	readonly field: Evidence["field"];
	readonly evidence: readonly Evidence[];
}

function placesOf({ id }: Topic, articles: WhyCase["articles"]): Place[] {
	return articles.flatMap(({ article, matches }) => {
		const evidence = matches
			.filter(({ topicId }) => topicId === id)
			.flatMap((match) => match.evidence)
			.toSorted((a, b) => a.start - b.start);
		return (["title", "summary", "body"] as const).flatMap((field) =>
			nearEachOther(evidence.filter((one) => one.field === field)).map(
				(group) => ({ article, field, evidence: group }),
			),
		);
	});
}

function nearEachOther(evidence: readonly Evidence[]): Evidence[][] {
	const groups: Evidence[][] = [];
	for (const one of evidence) {
		const group = groups.at(-1);
		const before = group?.at(-1);
		if (!group || !before || one.start > before.end + shownAround) {
			groups.push([one]);
		} else if (one.start >= before.end) {
			group.push(one);
		}
	}
	return groups;
}

function contextSpans({ article, field, evidence }: Place): Span[] {
	const text = article[field];
	const from = Math.max(0, (evidence[0]?.start ?? 0) - shownAround);
	const to = Math.min(text.length, (evidence.at(-1)?.end ?? 0) + shownAround);
	const spans: Span[] = [{ text: from > 0 ? "\n…" : "\n" }];
	let at = from;
	for (const { start, end } of evidence) {
		spans.push({ text: oneLine(text.slice(at, start)) });
		spans.push({ text: oneLine(text.slice(start, end)), style: "strong" });
		at = end;
	}
	const end = `${oneLine(text.slice(at, to))}${to < text.length ? "…" : ""} — `;
	const source = { text: article.outlet };
	const link = article.url === null ? source : { ...source, url: article.url };
	return [...spans, { text: end }, link];
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, " ");
}
