import { type Block, type Span, textBlock } from "../chat/card.ts";
import type { Article } from "../news/article.ts";
import type { FactsBeside } from "../news/facts-beside-book.ts";
import type { Speaker, Statement } from "../news/statement.ts";
import type { Story } from "../news/story.ts";
import { isWholeDay } from "../news/whole-day.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import type { Say } from "../phrases/say.ts";
import type { Match } from "../topics/match.ts";
import { parseQuery } from "../topics/parse-query.ts";
import { QueryError } from "../topics/query.ts";
import { speakersIn } from "../topics/query-shape.ts";
import type { Topic } from "../topics/topic.ts";
import { publishedText } from "./date-text.ts";
import { topicName } from "./topic-name.ts";

/** A Story with the Article that its card shows, and why the channel hears it. */
export interface StoryTold {
	readonly story: Story;
	readonly article: Article;
	readonly statements: readonly Statement[];
	readonly matches: readonly Match[];
	/** Those met that this channel follows. */
	readonly topics: readonly Topic[];
	readonly speakers: readonly Speaker[];
	/** What the Article says that the tariff book can stand beside. */
	readonly facts?: FactsBeside;
	/** Shown in place of the Article's own sentences, and said to be. */
	readonly written?: WrittenSummary | undefined;
}

/** Who tells it, with official and opinion voices marked. */
function voiceText(article: Article, say: Say): string {
	return say("cards.voice", { kind: article.kind, outlet: article.outlet });
}

/** Source and date, for the foot of a card. A feed that gives no date has the instant we saw it. */
export function sourceFooter(article: Article, say: Say): string {
	const time = article.published ?? article.detected;
	const at = publishedText(time, "UTC") + (isWholeDay(time) ? "" : " UTC");
	const values = { voice: voiceText(article, say), at };
	return say(article.published ? "cards.published" : "cards.seen", values);
}

/** Names of the followed topics that brought it here; nothing when there are none. */
export function topicsBlock(topics: readonly Topic[], say: Say): Block[] {
	if (topics.length === 0) return [];
	const names = topics.map((topic) => topicName(topic, say)).join(", ");
	const text = say("cards.becauseOf", { count: topics.length, names });
	return [textBlock({ text, style: "soft" })];
}

/** The words of whoever a statement topic listens for: verbatim where the text quotes them. */
export function statementBlock(told: StoryTold, say: Say): Block[] {
	const statement = watchedStatement(told);
	if (!statement) return [];
	const speaker = told.speakers.find(({ id }) => id === statement.speaker);
	const name = speaker
		? `${speaker.given} ${speaker.family}`.trim()
		: statement.speaker;
	return [{ kind: "text", spans: statementSpans(statement, name, say) }];
}

/** `Jamieson Greer: “…”`, or the reported words marked as reported. */
function statementSpans(
	{ quote, text }: Statement,
	name: string,
	say: Say,
): Span[] {
	const speaker: Span = { text: name, style: "strong" };
	return quote === null
		? [speaker, { text: say("cards.reported", { text }) }]
		: [speaker, { text: say("cards.quoted", { quote: withoutQuotes(quote) }) }];
}

/** What the person said whom a followed topic listens for; what is quoted comes first. */
export function watchedStatement(told: StoryTold): Statement | undefined {
	const watched = new Set(
		told.topics.flatMap(({ query }) => speakersOf(query)),
	);
	const said = told.statements.filter(({ speaker }) => watched.has(speaker));
	return said.find(({ quote }) => quote !== null) ?? said[0];
}

/** A topic that can no longer be read met nothing, so it has nobody to show. */
function speakersOf(text: string): readonly string[] {
	try {
		return speakersIn(parseQuery(text));
	} catch (error) {
		if (error instanceof QueryError) return [];
		throw error;
	}
}

function withoutQuotes(quote: string): string {
	return quote.replace(/^[\s"“”„«»]+|,?[\s"“”„«»]+$/gu, "");
}
