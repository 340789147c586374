import { createHash } from "node:crypto";
import type { DueFeed } from "../feeds/feed.ts";
import type { NewJob } from "./engine.ts";

/** A job not run so long after its time may have died with its process. */
const patienceMs = 5_000;

/**
 * The job that polls a feed when its rest is over. Its id names the feed and
 * that moment: asked for again before it ran, by the sweep or another process,
 * it is the same job. One that is late is asked for under another id, because
 * what was running when its process was killed stands in the queue for half a
 * minute; of two that run the second finds nothing to do. The id holds no
 * colon, which BullMQ keeps for itself.
 */
export function pollJob({ feedId, at }: DueFeed, now: Date): NewJob {
	const name = createHash("sha256").update(feedId).digest("hex").slice(0, 20);
	const due = at?.getTime() ?? 0;
	const untilDueMs = due - now.getTime();
	const late = Math.max(0, Math.floor(-untilDueMs / patienceMs));
	return {
		name: "poll",
		data: { feedId },
		opts: {
			jobId: `${name}-${due}-${late}`,
			delay: Math.max(0, untilDueMs),
			// A failed one must not stand in the way of the sweep's.
			removeOnComplete: true,
			removeOnFail: true,
		},
	};
}
