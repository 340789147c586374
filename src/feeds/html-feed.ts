import { titleText } from "./clean-html.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";

interface Page {
	readonly url: string | null;
	readonly title: string;
	readonly language: string | null;
}

/** A page's items as a feed of the page's name. */
export function htmlFeed(
	{ url, title, language }: Page,
	items: readonly ParsedItem[],
): ParsedFeed {
	return {
		format: "html",
		title: titleText(title) || null,
		link: url,
		language,
		ttlMinutes: null,
		hub: null,
		self: url,
		bozo: false,
		items,
	};
}

/** An item of which nothing but its address is known, which is its id. */
export function itemAt(link: string): ParsedItem {
	return {
		...{ id: link, title: null, link, published: null, updated: null },
		...{ summary: null, content: null, author: null, categories: [] },
		image: null,
	};
}
