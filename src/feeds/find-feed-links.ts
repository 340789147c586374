import { attributesOf, makeFinder, readTag } from "./xml-tag.ts";

/** A feed that a page announces. */
export interface FeedLink {
	readonly url: string;
	readonly title: string | null;
}

const feedType = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)\b/i;

/**
 * The feeds that an HTML page announces by `<link rel="alternate">`, in its
 * order and each once; feeds of comments come last. `url` is the page's own
 * address, against which others are resolved.
 */
export function findFeedLinks(html: string, url: string): FeedLink[] {
	const plain = html.replace(/<!--[\s\S]*?(?:-->|$)/g, "");
	const find = makeFinder(plain);
	const links = new Map<string, FeedLink>();
	for (let at = find("<", 0); at >= 0; at = find("<", at + 1)) {
		const tag = readTag(plain, at, find);
		const name = tag?.name.toLowerCase();
		// Links stand in the head; a page's body may quote any.
		if (name === "body") break;
		if (!tag || name !== "link") continue;
		const link = feedLink(attributesOf(tag.inside), url);
		if (link && !links.has(link.url)) links.set(link.url, link);
	}
	return [...links.values()].sort(
		(a, b) => Number(isOfComments(a)) - Number(isOfComments(b)),
	);
}

function feedLink(
	written: ReadonlyMap<string, string>,
	page: string,
): FeedLink | null {
	const attributes = new Map(
		[...written].map(([name, value]) => [name.toLowerCase(), value.trim()]),
	);
	const rel = attributes.get("rel") ?? "";
	const isFeed = feedType.test(attributes.get("type") ?? "");
	if (!isFeed || !/\balternate\b/i.test(rel)) return null;
	const url = URL.parse(attributes.get("href") ?? "", page);
	if (url?.protocol !== "http:" && url?.protocol !== "https:") return null;
	return { url: url.href, title: attributes.get("title") || null };
}

function isOfComments({ url, title }: FeedLink): boolean {
	return /comment/i.test(`${url} ${title ?? ""}`);
}
