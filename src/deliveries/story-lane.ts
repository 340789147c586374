import type { Card } from "../chat/card.ts";
import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { Delivery, Shown } from "./delivery.ts";
import { newDelivery } from "./new-delivery.ts";
import type { CardWanted, StoryPlan } from "./story-plan.ts";

/** How long a new post waits, so that feeds bringing one event together make one message. */
const gatherMs = 2_000;
/** How long an edit waits, so that several fold into one. */
export const foldMs = 30_000;

const floodReason = "its feed brought an unusual number of items at once";

/** A Story's way to one channel. */
export interface StoryLane {
	readonly plan: StoryPlan;
	readonly channel: ChannelRef;
	/** Those that the channel follows and the Article meets. */
	readonly topicIds: readonly string[];
	readonly now: Date;
}

/** The lanes of those who follow the Article's topics live; a flood is no part of digests, and goes to their readers too. */
export function liveLanes(plan: StoryPlan, now: Date): StoryLane[] {
	const live = plan.followers.filter(
		({ mode }) => mode !== "digest" || plan.flood,
	);
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
	const flood = plan.flood ?? null;
	const shows = { articleId: plan.articleId, topicIds: lane.topicIds };
	return newDelivery({
		channel,
		kind: "story",
		subject,
		revision,
		shows,
		card: dress(lane, post ? "change" : "story", shows),
		replyTo: post?.id ?? null,
		state: suspended || flood ? "held" : "queued",
		reason: suspended?.reason ?? (flood && floodReason),
		flood,
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
	const isToldOf = newest.revision === lane.plan.story.revision;
	if (lane.plan.flood) return isToldOf ? null : beginDelivery(lane, post);
	return isUntold(newest) || isToldOf
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
	const isOver = ["dead", "caught-up", "dropped"].includes(standing.state);
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
	// Another that tells it, and is no flood itself, shows that it is news.
	const isOwn = standing.shows?.articleId === plan.articleId;
	return {
		...standing,
		flood: isOwn ? standing.flood : null,
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
