import type { Feed } from "./feed.ts";
import { hostOf } from "./host-of.ts";
import {
	type OpenedFeed,
	type PageTools,
	type ReadBefore,
	tryPage,
} from "./open-page.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { documentIn } from "./read-document.ts";

/** A list goes back for years; what is older than its newest notice by so much is no news. */
const recentMs = 60 * 24 * 3_600_000;
/** Notices may be dated to the day on which they begin to hold. */
const aheadMs = 30 * 24 * 3_600_000;
/** Notices that are opened, the newest; each is a page to ask for, one a second. */
const mostNotices = 100;
/** Files are left to who opens the link. */
const file = /\.(?:pdf|docx?|xlsx?|zip|csv)$/i;

/**
 * Opens the recent notices of a page or feed that lists them and says no more
 * than their titles. All recent ones each time the list changes: one that was told
 * with its text and came again without it would be an edit.
 * @throws FeedError when a page cannot be had and there is time to try again.
 */
export async function openNotices(
	{ url: list }: Pick<Feed, "url">,
	parsed: ParsedFeed,
	{ isLastTry, now }: ReadBefore,
	tools: PageTools,
): Promise<OpenedFeed> {
	// A day far ahead is a slip of the pen, and would make all others old.
	const times = parsed.items
		.map(timeOf)
		.filter((time) => time < +now + aheadMs);
	const newest = Math.max(...times);
	const recent = parsed.items
		.filter((item) => timeOf(item) > newest - recentMs)
		.slice(0, mostNotices);
	const items: ParsedItem[] = [];
	for (const item of recent) {
		const url = item.link ?? "";
		const isPage = hostOf(url) === hostOf(list) && !file.test(url);
		const version = item.updated ?? item.published;
		const wanted = { url, reader: "document", version } as const;
		const page = isPage ? await tryPage(wanted, { ...tools, isLastTry }) : null;
		const content = page && documentIn(page).content;
		items.push(page ? { ...item, content } : item);
	}
	return { feed: { ...parsed, items }, read: parsed, isWhole: true };
}

function timeOf({ published, updated }: ParsedItem): number {
	return Date.parse(published ?? updated ?? "");
}
