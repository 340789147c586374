import { FeedError } from "./feed-error.ts";
import { type FeedOrigin, parseFeed } from "./parse-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import { withinLimits } from "./within-limits.ts";

/** What the process is asked: one at a time. */
export interface ReadingTask {
	readonly bytes: Uint8Array;
	readonly origin: FeedOrigin;
}

/** What it answers: the feed, or what is wrong and whether that is the feed's fault. */
export type ReadingAnswer =
	| { readonly parsed: ParsedFeed }
	| { readonly fault: string; readonly isUnfit: boolean };

process.on("message", async (task: ReadingTask) => {
	process.send?.(await answerTo(task));
});
// Nobody is left to read for.
process.on("disconnect", () => process.exit());

async function answerTo({
	bytes,
	origin,
}: ReadingTask): Promise<ReadingAnswer> {
	try {
		return { parsed: withinLimits(await parseFeed(bytes, origin)) };
	} catch (error) {
		const fault = error instanceof Error ? error.message : String(error);
		return { fault, isUnfit: error instanceof FeedError };
	}
}
