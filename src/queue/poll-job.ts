import { createHash } from "node:crypto";
import type { DueFeed } from "../feeds/feed.ts";
import type { NewJob } from "./engine.ts";

/**
 * The job that polls a feed when its rest is over. Its id names the feed and
 * that moment: asked for again before it ran, by the sweep or another process,
 * it is the same job. It holds no colon, which BullMQ keeps for itself.
 */
export function pollJob({ feedId, at }: DueFeed, now: Date): NewJob {
	const name = createHash("sha256").update(feedId).digest("hex").slice(0, 20);
	const due = at?.getTime() ?? 0;
	return {
		name: "poll",
		data: { feedId },
		opts: {
			jobId: `${name}-${due}`,
			delay: Math.max(0, due - now.getTime()),
			// A failed one must not stand in the way of the sweep's.
			removeOnComplete: true,
			removeOnFail: true,
		},
	};
}
