import type { ChannelRef } from "../chat/channel.ts";
import type { Article } from "../news/article.ts";
import type { Statement } from "../news/statement.ts";
import type { Story } from "../news/story.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import type { Match } from "../topics/match.ts";
import type { Delivery } from "./delivery.ts";

export interface ArchivedArticle {
	readonly article: Article;
	readonly storyId: string;
	readonly matches: readonly Match[];
	readonly statements: readonly Statement[];
	/** As it was shown; left out where the verbatim summary was. */
	readonly written?: WrittenSummary;
	/** Set when its feed brought an abnormal share of items with it. */
	readonly isFlooded?: true;
}

/** All that was read, to look things up in. */
export interface Archive {
	/** Full text search in English, French and Spanish; best first. Words as a person types them. */
	search(
		words: string,
		since: Date,
		limit: number,
	): Promise<readonly ArchivedArticle[]>;
	/** Newest first. */
	articlesSince(
		since: Date,
		limit: number,
	): Promise<readonly ArchivedArticle[]>;
	article(id: string): Promise<ArchivedArticle | null>;
	story(id: string): Promise<Story | null>;
	/** By a unique beginning of its id, as people type it. */
	storyLike(idStart: string): Promise<Story | null>;
	/** Newest first. */
	statementsBy(
		speaker: string,
		since: Date,
		limit: number,
	): Promise<readonly { statement: Statement; article: Article }[]>;
	/** Stories matching any of these topics, first told in [from, to), in order, with the topics met. */
	storiesOn(
		topicIds: readonly string[],
		from: Date,
		to: Date,
	): Promise<readonly { story: Story; topicIds: readonly string[] }[]>;
	/** Channels that follow a topic which this feed's articles met since, in order of key. */
	channelsFedBy(feedId: string, since: Date): Promise<readonly ChannelRef[]>;
	counts(): Promise<{ articles: number; stories: number }>;
}

/** A channel's digest, ready to be told. */
interface MadeDigest {
	readonly channel: ChannelRef;
	/** Local date, `YYYY-MM-DD`. */
	readonly date: string;
	/** It tells what was seen before then. */
	readonly at: Date;
	/** The last date made when this one was put together; null when there was none. */
	readonly follows: string | null;
	/** Null: nothing to tell. */
	readonly delivery: Delivery | null;
}

/** Digests already made, by channel and local date. */
export interface DigestMemory {
	/** The last local date (`YYYY-MM-DD`) and instant a digest was made for; null when never. */
	last(channel: ChannelRef): Promise<{ date: string; at: Date } | null>;
	/**
	 * In one transaction marks the date made and writes the delivery. False when
	 * the date was made already, or another after the one that it follows: what
	 * this one tells may then be told.
	 */
	make(digest: MadeDigest): Promise<boolean>;
}
