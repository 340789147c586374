import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";

/** Items that are read at all: so many fit into 50 MB of an honest feed twice over. */
export const mostRead = 100_000;
/** More than any feed brings anew between two polls. */
const mostItems = 1000;
const longestText = 500_000;

/** A text as far as it is read: a book's length. HTML is not cut inside a tag. */
export function cutText(html: string): string {
	if (html.length <= longestText) return html;
	return html.slice(0, longestText).replace(/<[^<>]*$/, "");
}

/**
 * The newest items of a feed, as many as are taken, in its own order; undated
 * ones count as new.
 */
export function withinLimits(feed: ParsedFeed): ParsedFeed {
	const { items } = feed;
	if (items.length <= mostItems) return feed;
	const newest = items
		.map((item, place) => ({ time: timeOf(item), place }))
		.sort((a, b) => (a.time === b.time ? a.place - b.place : b.time - a.time))
		.slice(0, mostItems)
		.sort((a, b) => a.place - b.place);
	return { ...feed, items: newest.flatMap(({ place }) => items[place] ?? []) };
}

function timeOf({ published, updated }: ParsedItem): number {
	const date = published ?? updated;
	return date === null ? Number.POSITIVE_INFINITY : Date.parse(date);
}
