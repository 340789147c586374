import type { ChannelRef, ChannelSettings } from "../chat/channel.ts";
import type { PastItem } from "../feeds/find-flood.ts";
import type { KeptItem } from "../feeds/renamed-items.ts";
import type { Article } from "../news/article.ts";
import type { Proposal } from "../news/proposal.ts";
import type { Statement } from "../news/statement.ts";
import type { Story } from "../news/story.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import type { Match } from "../topics/match.ts";
import type { Subscription } from "../topics/subscription.ts";
import type { ArchivedArticle } from "./archive.ts";
import type { Delivery } from "./delivery.ts";

/** An Article with all that was found in it, ready to be kept. */
export interface ToldArticle {
	readonly article: Article;
	readonly statements: readonly Statement[];
	readonly matches: readonly Match[];
	/** A model's summary that is to be shown, where there is one. */
	readonly written?: WrittenSummary | undefined;
	/** The Story as it stands with this Article in it. */
	readonly story: Story;
	/** Its feed brought an abnormal share of items with it. */
	readonly isFlooded?: boolean;
}

/** What tells whether a kept article was edited since. */
export interface KnownText {
	/** Of its words (`textHash`). */
	readonly hash: string;
	/** When they were last changed; null when never. */
	readonly revisedAt: Date | null;
}

/** What may be read and written while it is one poll's turn: one SQL transaction. */
export interface NewsTurn {
	/** Those of these articles that are kept, by id. */
	known(articleIds: readonly string[]): Promise<ReadonlyMap<string, KnownText>>;
	/** Items of this feed that are kept under one of these titles. */
	itemsTitled(
		feedId: string,
		titles: readonly string[],
	): Promise<readonly KeptItem[]>;
	/** The feed's items that came last, newest first. */
	newestItems(feedId: string, most: number): Promise<readonly PastItem[]>;
	/** Until when what this feed flooded with is held; null when nothing is. */
	floodUntil(feedId: string, now: Date): Promise<Date | null>;
	/** Stories that share terms with these and were told since, likeliest first. */
	storiesLike(terms: readonly string[], since: Date): Promise<readonly Story[]>;
	/** Null when there is none. */
	story(id: string): Promise<Story | null>;
	/** Those of these articles that are kept, in any order. */
	kept(articleIds: readonly string[]): Promise<readonly ArchivedArticle[]>;
	/** Keeps the article, its statements and matches, and the story's new form. */
	keep(told: ToldArticle): Promise<void>;
	/** Gives an article that is kept its new words, what was found in them, and the story's form; its times stay. */
	revise(told: ToldArticle, now: Date): Promise<void>;
	/** Keeps what an article proposes for the tariff book; false where it is kept already. */
	propose(proposal: Proposal): Promise<boolean>;
	subscriptionsTo(
		topicIds: readonly string[],
	): Promise<readonly Subscription[]>;
	/** What these channels chose, by their keys; those that chose nothing are not in it. */
	settings(
		channels: readonly ChannelRef[],
	): Promise<ReadonlyMap<string, ChannelSettings>>;
	deliveriesOf(storyId: string): Promise<readonly Delivery[]>;
	/** Writes new deliveries, or replaces what those that stand show: shows, card, edition, notBefore and flood. */
	plan(deliveries: readonly Delivery[]): Promise<void>;
}

/**
 * Where news becomes memory. Turns are taken one at a time across all
 * processes, so two feeds that bring one event at once still make one Story.
 */
export interface Newsroom {
	/** Runs `work` in one transaction; all of it is kept, or none. */
	inTurn<T>(work: (turn: NewsTurn) => Promise<T>): Promise<T>;
}
