import { createHash } from "node:crypto";
import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { NewJob } from "./engine.ts";
import { toSendPayload } from "./payload.ts";

const stepMs = 100;

/** The job that has a channel's deliveries sent at that time. */
export function sendJob(
	channel: ChannelRef,
	at: Date,
	now: Date,
	cause: string,
): NewJob {
	const opts = { removeOnComplete: true, removeOnFail: { count: 100 } };
	return {
		name: "send",
		data: toSendPayload(channel, cause),
		opts: { ...channelJob(channel, at, now), ...opts },
	};
}

/**
 * When a channel's job is to run, and its id. Jobs of one channel within a
 * tenth of a second are one job. The id names its time, so a job that has
 * started or ended never swallows a later one; it holds no colon, which
 * BullMQ keeps for itself.
 */
function channelJob(
	channel: ChannelRef,
	at: Date,
	now: Date,
): { readonly jobId: string; readonly delay: number } {
	const wanted = Math.max(at.getTime(), now.getTime());
	const step = Math.floor(wanted / stepMs) + 1;
	const name = createHash("sha256").update(channelKey(channel)).digest("hex");
	return {
		jobId: `${name.slice(0, 20)}-${step}`,
		delay: Math.max(0, step * stepMs - now.getTime()),
	};
}
