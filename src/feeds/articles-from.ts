import { createHash } from "node:crypto";
import type { Article } from "../news/article.ts";
import { wholeStart } from "../text/whole-start.ts";
import { textOfCleanHtml } from "./clean-html.ts";
import type { Feed } from "./feed.ts";
import { isUnnamed } from "./feed-from-url.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";

/**
 * The Articles of a parsed feed, in its order; an item that stands in it twice
 * once. Items that share an id but not an address are different items: some
 * feeds give all of theirs one guid. `now` is when we saw them.
 */
export function articlesFrom(
	feed: Feed,
	parsed: ParsedFeed,
	now: Date,
): Article[] {
	return onceEach([...articlesIn(feed, parsed, now)]);
}

/** The same one by one, with those that stand there twice: to be had at leisure. */
export function* articlesIn(
	feed: Feed,
	parsed: ParsedFeed,
	now: Date,
): Generator<Article> {
	const addresses = [feed.url, parsed.link];
	const isSearch = addresses.some((one) => isOn("news.google.com", one));
	const isDof = addresses.some((one) => isOn("dof.gob.mx", one));
	const shared = sharedIds(parsed.items);
	for (const item of parsed.items) {
		const itemId = shared.has(item.id) ? `${item.id}\n${item.link}` : item.id;
		const article = articleOf({ ...item, id: itemId }, { feed, parsed, now });
		if (isSearch) yield asTheOutletTellsIt(article, item);
		else yield isDof ? asTheActIsCalled(article) : article;
	}
}

/** Each Article where it stands first. */
export function onceEach(articles: readonly Article[]): Article[] {
	const byId = new Map(articles.toReversed().map((each) => [each.id, each]));
	return articles.filter((each) => byId.get(each.id) === each);
}

/** Ids that items with different addresses bear. */
function sharedIds(items: readonly ParsedItem[]): ReadonlySet<string> {
	const links = new Map<string, string>();
	const shared = new Set<string>();
	for (const { id, link } of items) {
		if (link === null) continue;
		if ((links.get(id) ?? link) !== link) shared.add(id);
		links.set(id, link);
	}
	return shared;
}

interface Telling {
	readonly feed: Feed;
	readonly parsed: ParsedFeed;
	readonly now: Date;
}

function articleOf(item: ParsedItem, { feed, parsed, now }: Telling): Article {
	const summary = textOf(item.summary);
	const content = textOf(item.content);
	const published = item.published ?? item.updated;
	return {
		id: articleId(feed.id, item.id),
		feedId: feed.id,
		url: item.link,
		title:
			item.title ?? beginningOf(summary || content || item.link || feed.title),
		summary,
		body: content.length > summary.length ? content : "",
		outlet: isUnnamed(feed) ? parsed.title || feed.title : feed.title,
		kind: feed.kind,
		language: languageOf(item.language, feed.language, parsed.language),
		published: published === null ? null : new Date(published),
		detected: now,
	};
}

/** What the archive indexes; nobody reads farther. */
const longestText = 100_000;

function textOf(html: string | null): string {
	const text = textOfCleanHtml(html ?? "");
	return text.length <= longestText
		? text
		: text.slice(0, longestText).toWellFormed();
}

/** The length is half of SHA-256: more than enough for every item ever told. */
function articleId(feedId: string, itemId: string): string {
	const hash = createHash("sha256").update(`${feedId}\n${itemId}`);
	return hash.digest("hex").slice(0, 32);
}

const longestTitle = 120;

/** The first line of a text, cut at a word, for items without a title. */
function beginningOf(text: string, longest = longestTitle): string {
	const [line = ""] = text.split("\n");
	if (line.length <= longest) return line;
	return `${wholeStart(line, longest).replace(/\s+\S*$/, "")}…`;
}

/** ISO 639-1 of the first that says; a feed that people added says `und`. */
function languageOf(...tags: readonly (string | null | undefined)[]): string {
	const codes = tags.map((tag) => /^[a-z]{2,3}(?![a-z])/i.exec(tag ?? "")?.[0]);
	return codes.find((code) => code && code !== "und")?.toLowerCase() ?? "en";
}

function isOn(host: string, address: string | null): boolean {
	return URL.parse(address ?? "")?.hostname.replace(/^www\./, "") === host;
}

/** Acts are called at length. */
const longestAct = 250;

/** Mexico's Diario Oficial titles its notes by who issues them, and tells below what they are. */
function asTheActIsCalled(article: Article): Article {
	const { title: issuer, summary } = article;
	if (summary === "") return article;
	const title = beginningOf(summary, longestAct);
	const isWhole = title === summary;
	return {
		...article,
		title,
		summary: isWhole ? issuer : `${issuer}\n${summary}`,
	};
}

/**
 * A news search tells other outlets' items: the outlet stands in `source` and
 * once more behind the title, and the summary only repeats headlines, other
 * outlets' among them.
 */
function asTheOutletTellsIt(article: Article, item: ParsedItem): Article {
	const cut = article.title.lastIndexOf(" - ");
	const named = cut > 0 ? article.title.slice(cut + 3) : null;
	const outlet = item.source ?? named ?? article.outlet;
	const suffix = ` - ${outlet}`;
	const title = article.title.endsWith(suffix)
		? article.title.slice(0, -suffix.length)
		: article.title;
	return { ...article, outlet, title, summary: "", body: "" };
}
