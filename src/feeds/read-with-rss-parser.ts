import Parser from "rss-parser";
import { cleanHtml, titleText } from "./clean-html.ts";
import { FeedError } from "./feed-error.ts";
import { itemIdFor } from "./item-id.ts";
import { isoDate } from "./parse-date.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { webAddress } from "./web-address.ts";

type Extra = Readonly<Record<string, unknown>>;

/**
 * Reads the text of an RSS or Atom feed by rss-parser alone: what it drops or
 * cannot read stays dropped. For feeds that ask for it, and as the other voice
 * when our own reading is tried.
 * @throws FeedError where rss-parser gives up.
 */
export async function readWithRssParser(
	text: string,
	url: string | null,
): Promise<ParsedFeed> {
	const parser = new Parser<Extra, Extra>({
		customFields: { item: ["updated", "description"] },
	});
	const told = await parser.parseString(text).catch((cause: unknown) => {
		const why = cause instanceof Error ? cause.message.split("\n")[0] : cause;
		throw new FeedError(`rss-parser cannot read it: ${why}`, { cause });
	});
	const base = url ?? webAddress(told.feedUrl ?? null, null);
	const isAtom = /<(?:\w+:)?feed[\s>]/i.test(text.slice(0, 5000));
	return {
		format: isAtom ? "atom" : "rss",
		title: titleText(told.title ?? "") || null,
		link: webAddress(told.link ?? null, base),
		language: wordsOf(told.language),
		ttlMinutes: Number(told.ttl) || null,
		hub: null,
		self: webAddress(told.feedUrl ?? null, base),
		bozo: false,
		items: told.items.map((item) => itemFrom(item, base)),
	};
}

function itemFrom(item: Parser.Item & Extra, base: string | null): ParsedItem {
	const title = titleText(wordsOf(item.title) ?? "") || null;
	const link = webAddress(wordsOf(item.link), base);
	const html = (field: unknown) =>
		cleanHtml(wordsOf(field) ?? "", base) || null;
	const [summary, content] = [
		html(item.summary ?? item.description),
		html(item["content:encoded"] ?? item.content),
	];
	return {
		id: wordsOf(item.guid ?? item.id) ?? itemIdFor(link, [title, summary]),
		title,
		link,
		published: dateOf(item.isoDate ?? item.pubDate),
		updated: dateOf(item.updated),
		summary: summary ?? content,
		content: content === summary || summary === null ? null : content,
		author: wordsOf(item.creator ?? item.author),
		categories: (item.categories ?? []).flatMap((each) => wordsOf(each) ?? []),
		image: webAddress(item.enclosure?.url ?? null, base),
	};
}

/** Some fields come as objects when they have attributes; only words are taken. */
function wordsOf(field: unknown): string | null {
	return typeof field === "string" && field.trim() !== "" ? field.trim() : null;
}

function dateOf(field: unknown): string | null {
	return isoDate(wordsOf(field) ?? "");
}
