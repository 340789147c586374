import { z } from "zod";
import { cleanHtml, htmlOfText, titleText } from "./clean-html.ts";
import { itemIdFor } from "./item-id.ts";
import { namedHubs } from "./named-hubs.ts";
import { isoDate } from "./parse-date.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { webAddress } from "./web-address.ts";
import { mostRead } from "./within-limits.ts";

// One wrong field of one item must not cost the item: it counts as absent.
const words = z.string().nullish().catch(null);
/** What some write as a number: a title that is a year, seconds since 1970. */
const wordsOrNumber = z
	.union([z.string(), z.number().transform(String)])
	.nullish()
	.catch(null);
const author = z
	.union([
		z.object({ name: words }),
		z.string().transform((name) => ({ name })),
	])
	.nullish()
	.catch(null);
/** One or several, whichever the version has. */
const people = z.union([z.array(author), author.transform((one) => [one])]);

const jsonItem = z.object({
	id: z.union([z.string(), z.number()]).nullish().catch(null),
	url: words,
	external_url: words,
	title: wordsOrNumber,
	content_html: words,
	content_text: words,
	summary: words,
	image: words,
	banner_image: words,
	date_published: wordsOrNumber,
	date_modified: wordsOrNumber,
	author: people,
	authors: people,
	tags: z.array(z.string().catch("")).nullish().catch(null),
	language: words,
});

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
export const jsonFeed = z.object({
	version: z.string().regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//),
	title: words,
	home_page_url: words,
	feed_url: words,
	language: words,
	hubs: z
		.array(z.object({ type: words, url: words }).nullable().catch(null))
		.nullish()
		.catch(null),
	items: z.array(z.unknown()).catch([]),
});

/** Reads a checked JSON Feed fetched from `url`; items that are none are left out. */
export function parseJsonFeed(
	feed: z.infer<typeof jsonFeed>,
	url: string | null,
): ParsedFeed {
	const self = webAddress(feed.feed_url ?? null, url);
	const base = url ?? self ?? webAddress(feed.home_page_url ?? null, null);
	const hubs = (feed.hubs ?? [])
		.filter((each) => /websub|pubsubhubbub/i.test(each?.type ?? "websub"))
		.map((each) => webAddress(each?.url ?? null, base));
	const read = feed.items.slice(0, mostRead);
	const items = read.map((item) => jsonItem.safeParse(item));
	return {
		format: "json",
		title: titleText(feed.title ?? "") || null,
		link: webAddress(feed.home_page_url ?? null, base),
		language: feed.language ?? null,
		ttlMinutes: null,
		...namedHubs(hubs),
		self,
		bozo: items.some(({ success }) => !success),
		items: items.flatMap(({ data }) => (data ? [readItem(data, base)] : [])),
	};
}

function readItem(
	item: z.infer<typeof jsonItem>,
	base: string | null,
): ParsedItem {
	const title = titleText(item.title ?? "") || null;
	const id = String(item.id ?? "");
	const link =
		webAddress(item.url ?? null, base) ??
		webAddress(item.external_url ?? null, base) ??
		// Ideally the id is the item's address, says the standard.
		(/^https?:/i.test(id) ? webAddress(id, null) : null);
	const content =
		cleanHtml(item.content_html ?? "", base) ||
		htmlOfText(item.content_text ?? "") ||
		null;
	const authors = namesOf(item.authors);
	return {
		id: id || itemIdFor(link, [title, content]),
		title,
		link,
		published: isoOf(item.date_published),
		updated: isoOf(item.date_modified),
		summary: htmlOfText(item.summary ?? "") || null,
		content,
		author: authors || namesOf(item.author) || null,
		categories: [...new Set(item.tags?.map(titleText))].filter(
			(tag) => tag !== "",
		),
		image:
			webAddress(item.image ?? null, base) ??
			webAddress(item.banner_image ?? null, base),
		...(item.language && { language: item.language }),
	};
}

function namesOf(people: z.infer<typeof jsonItem>["authors"]): string {
	const names = people.map((each) => titleText(each?.name ?? ""));
	return names.filter((name) => name !== "").join(", ");
}

function isoOf(date: string | null | undefined): string | null {
	return isoDate(date ?? "");
}
