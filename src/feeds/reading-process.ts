import { readSync } from "node:fs";
import { FeedError } from "./feed-error.ts";
import { freeBytes } from "./free-bytes.ts";
import { type FeedOrigin, parseText, textOf } from "./parse-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import { withinLimits } from "./within-limits.ts";

/** What the process is asked, one at a time; so many bytes follow on its standard input. */
export interface ReadingTask {
	readonly length: number;
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

async function answerTo(task: ReadingTask): Promise<ReadingAnswer> {
	try {
		const bytes = receive(task.length);
		const text = textOf(bytes, task.origin);
		freeBytes(bytes);
		return { parsed: withinLimits(await parseText(text, task.origin)) };
	} catch (error) {
		const fault = error instanceof Error ? error.message : String(error);
		return { fault, isUnfit: error instanceof FeedError };
	}
}

/** Straight to where they stay, with no copies on the way. */
function receive(length: number): Uint8Array {
	const bytes = Buffer.allocUnsafeSlow(length);
	for (let at = 0; at < length; ) {
		const came = readSync(0, bytes, at, length - at, null);
		if (came === 0) process.exit();
		at += came;
	}
	return bytes;
}
