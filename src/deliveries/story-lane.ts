import type { Card } from "../chat/card.ts";
import {
	type ChannelRef,
	type ChannelSettings,
	channelKey,
} from "../chat/channel.ts";
import type { Story } from "../news/story.ts";
import type { Language } from "../phrases/say.ts";
import type { Subscription } from "../topics/subscription.ts";
import type { Delivery, Shown } from "./delivery.ts";
import { newDelivery } from "./new-delivery.ts";

/** How long a new post waits, so that feeds bringing one event together make one message. */
const gatherMs = 2_000;
/** How long an edit waits, so that several fold into one. */
export const foldMs = 30_000;

/** What a card must say, and to whom. */
export interface CardWanted {
	/** `story`: the post in any edition. `change`: a reply that tells what is new. */
	readonly form: "story" | "change";
	readonly shows: Shown;
	readonly language: Language;
}

/** A Story as an Article has just left it, and who wants to hear of it. */
export interface StoryPlan {
	readonly story: Story;
	/** Of the Article that has just been told. */
	readonly articleId: string;
	readonly change: "new" | "joined" | "material";
	/** A hub pushed it: a post is sent at once, and outlets that come later join it by an edit. */
	readonly isPushed?: boolean;
	/** Subscriptions to the topics that the Article meets, in any mode. */
	readonly followers: readonly Subscription[];
	settingsOf(channel: ChannelRef): ChannelSettings;
	/** The story's deliveries so far, to any channel. */
	readonly standing: readonly Delivery[];
	dress(wanted: CardWanted): Card;
}

/** A Story's way to one channel. */
export interface StoryLane {
	readonly plan: StoryPlan;
	readonly channel: ChannelRef;
	/** Those that the channel follows and the Article meets. */
	readonly topicIds: readonly string[];
	readonly now: Date;
}

/** The lanes of those who follow the Article's topics live. */
export function liveLanes(plan: StoryPlan, now: Date): StoryLane[] {
	const live = plan.followers.filter(({ mode }) => mode !== "digest");
	const lanes = Map.groupBy(live, ({ channel }) => channelKey(channel));
	return [...lanes.values()].flatMap(([first, ...others]) => {
		if (!first) return [];
		const topicIds = [first, ...others].map(({ topicId }) => topicId);
		return [{ plan, channel: first.channel, topicIds, now }];
	});
}

/** What the channel was told or is to be told of the Story, the post first. */
export function heardIn({
	plan,
	channel,
}: Pick<StoryLane, "plan" | "channel">): readonly Delivery[] {
	return plan.standing
		.filter((one) => channelKey(one.channel) === channelKey(channel))
		.sort((a, b) => a.revision - b.revision);
}

/** A post, or a reply to the post. */
export function beginDelivery(
	lane: StoryLane,
	post: Delivery | null,
): Delivery {
	const { plan, channel, now } = lane;
	const { id: subject, revision } = plan.story;
	const { suspended } = plan.settingsOf(channel);
	const shows = { articleId: plan.articleId, topicIds: lane.topicIds };
	return newDelivery({
		channel,
		kind: "story",
		subject,
		revision,
		shows,
		card: dress(lane, post ? "change" : "story", shows),
		replyTo: post?.id ?? null,
		state: suspended ? "held" : "queued",
		reason: suspended?.reason ?? null,
		notBefore: new Date(now.getTime() + (plan.isPushed ? 0 : gatherMs)),
		createdAt: now,
	});
}

/** A reply that tells a material change, or the next edition of what is not told yet. */
export function tellChange(
	lane: StoryLane,
	post: Delivery,
	newest: Delivery,
): Delivery | null {
	return isUntold(newest) || newest.revision === lane.plan.story.revision
		? renewDelivery(lane, newest, post)
		: beginDelivery(lane, post);
}

/**
 * The next edition of what stands; null when it can no longer be edited. It
 * leads with the same Article, unless a material one comes before it is told.
 */
export function renewDelivery(
	lane: StoryLane,
	standing: Delivery,
	post: Delivery,
	waitMs = foldMs,
): Delivery | null {
	const isOver = ["dead", "caught-up"].includes(standing.state);
	if (isOver) return null;
	const { plan } = lane;
	const shown = plan.change === "material" ? null : standing.shows;
	const topicIds = standing.shows?.topicIds ?? [];
	const shows = {
		articleId: shown?.articleId ?? plan.articleId,
		topicIds: [...new Set([...topicIds, ...lane.topicIds])],
	};
	const form = standing.id === post.id ? "story" : "change";
	const isCurrent = standing.sentEdition === standing.edition;
	return {
		...standing,
		shows,
		card: dress(lane, form, shows),
		edition: standing.edition + 1,
		// What waits already keeps its time, or a lively story would never be told.
		notBefore: isCurrent
			? new Date(lane.now.getTime() + waitMs)
			: standing.notBefore,
	};
}

/** Surely not told yet: what is being sent may be, and is told by a reply then. */
function isUntold({ state, message }: Delivery): boolean {
	return message === null && (state === "queued" || state === "held");
}

function dress(
	{ plan, channel }: StoryLane,
	form: CardWanted["form"],
	shows: Shown,
): Card {
	const { language } = plan.settingsOf(channel);
	return plan.dress({ form, shows, language });
}
