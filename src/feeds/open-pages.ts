import type { Feed } from "./feed.ts";
import { openIssues } from "./open-issues.ts";
import { openNotices } from "./open-notices.ts";
import type { OpenedFeed, PageTools, ReadBefore } from "./open-page.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

/**
 * Opens the pages that a feed's items lead to, where its reader says that the
 * items themselves say too little; other feeds are as they come.
 * @throws FeedError when a page cannot be had and there is time to try again.
 */
export async function openPages(
	feed: Pick<Feed, "url" | "reader">,
	parsed: ParsedFeed,
	before: ReadBefore,
	tools: PageTools,
): Promise<OpenedFeed> {
	switch (feed.reader) {
		case "canada-gazette":
			return openIssues(parsed, before, tools);
		case "notices":
			return openNotices(feed, parsed, before, tools);
		default:
			return { feed: parsed, read: parsed, isWhole: true };
	}
}
