import type { Delivery } from "./delivery.ts";
import {
	beginDelivery,
	heardIn,
	liveLanes,
	renewDelivery,
	type StoryLane,
	tellChange,
} from "./story-lane.ts";
import type { StoryPlan } from "./story-plan.ts";

/**
 * Decides who hears what: the deliveries to write, and those that stand to
 * renew. A channel hears a Story once; later Articles edit the post in place,
 * and only a material change speaks again, in the post's thread.
 */
export function planDeliveries(plan: StoryPlan, now: Date): Delivery[] {
	return liveLanes(plan, now).flatMap((lane) => planLane(lane) ?? []);
}

function planLane(lane: StoryLane): Delivery | null {
	const heard = heardIn(lane);
	const [post] = heard;
	const newest = heard.at(-1);
	if (!post || !newest) return beginDelivery(lane, null);
	const { change, flood } = lane.plan;
	if (change === "material") return tellChange(lane, post, newest);
	return flood ? null : renewDelivery(lane, post, post);
}
