import { channelKey } from "../chat/channel.ts";
import type { Delivery } from "./delivery.ts";
import {
	beginDelivery,
	foldMs,
	heardIn,
	liveLanes,
	renewDelivery,
	type StoryLane,
	tellChange,
} from "./story-lane.ts";
import type { StoryPlan } from "./story-plan.ts";

/** An Article that was edited, as a plan of the Story that it stands in. */
export interface EditPlan extends StoryPlan {
	/** Its headline has other words. */
	readonly isRetitled: boolean;
	/** Topics of recent news that it meets now and did not meet as it was. */
	readonly newTopicIds: readonly string[];
	/** When it was first seen: who follows since later never missed it. */
	readonly detected: Date;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Older posts stay as they were said; platforms and people have put them away. */
const correctedForMs = 14 * dayMs;
/** So many editions come as quickly as they can; then each waits twice as long as the last. */
const quickEditions = 5;

/**
 * Decides who hears of an edit. A material change speaks as any later
 * Article's does. Words that only now meet a topic are a post for those who
 * followed it all along. Everyone else hears nothing, but a post that bears
 * the old headline is corrected in place.
 */
export function planEdit(plan: EditPlan, now: Date): Delivery[] {
	const spoken = liveLanes(plan, now).flatMap((lane) => speak(lane, plan));
	const ids = new Set(spoken.map(({ id }) => id));
	const corrected = plan.standing
		.filter((one) => plan.isRetitled && !plan.flood && !ids.has(one.id))
		.flatMap((one) => correct(one, plan, now));
	return [...corrected, ...spoken];
}

function speak(lane: StoryLane, plan: EditPlan): Delivery[] {
	const heard = heardIn(lane);
	const [post] = heard;
	const newest = heard.at(-1);
	const isMaterial = plan.change === "material";
	if (post && newest) {
		return isMaterial ? [tellChange(lane, post, newest) ?? []].flat() : [];
	}
	return isMaterial || isMissed(lane, plan) ? [beginDelivery(lane, null)] : [];
}

/** The channel would have heard it, had it met the topic from the first. */
function isMissed(
	{ channel }: StoryLane,
	{ followers, newTopicIds, detected }: EditPlan,
): boolean {
	return followers.some(
		(one) =>
			channelKey(one.channel) === channelKey(channel) &&
			newTopicIds.includes(one.topicId) &&
			one.since <= detected,
	);
}

/** The next edition of what leads with the edited Article. */
function correct(one: Delivery, plan: EditPlan, now: Date): Delivery[] {
	const isOld = now.getTime() - one.createdAt.getTime() > correctedForMs;
	if (isOld || one.shows?.articleId !== plan.articleId) return [];
	const lane = { plan, channel: one.channel, topicIds: [], now };
	const [post = one] = heardIn(lane);
	return [renewDelivery(lane, one, post, waitMs(one)) ?? []].flat();
}

/** A headline that goes to and fro is followed ever more slowly, once a day at last. */
function waitMs({ edition }: Delivery): number {
	const doublings = Math.min(Math.max(0, edition - quickEditions), 20);
	return Math.min(dayMs, foldMs * 2 ** doublings);
}
