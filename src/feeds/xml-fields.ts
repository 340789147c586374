/**
 * The elements that we read out of RSS, RDF and Atom, by the names that their
 * namespaces usually have. Everything else in a feed is left out before parsing.
 */

/** Elements that hold others; words between those are layout. */
export const containers: ReadonlySet<string> = new Set([
	"channel",
	"entry",
	"feed",
	"image",
	"item",
	"media:group",
	"rss",
]);

/** Elements that hold words in some formats and other elements in others. */
export const mixed: ReadonlySet<string> = new Set([
	"author",
	"media:content",
	"source",
]);

/** Elements whose value is text or HTML: markup standing in them is part of the value. */
export const texts: ReadonlySet<string> = new Set([
	"content",
	"content:encoded",
	"dc:description",
	"description",
	"itunes:summary",
	"media:description",
	"media:title",
	"subtitle",
	"summary",
	"tagline",
	"title",
]);

export const feedFields: readonly string[] = [
	"atom:link",
	"author",
	"dc:creator",
	"dc:language",
	"dc:title",
	"itunes:author",
	"language",
	"link",
	"sy:updateFrequency",
	"sy:updatePeriod",
	"title",
	"ttl",
];

export const itemFields: readonly string[] = [
	"atom:link",
	"atom:published",
	"atom:updated",
	"author",
	"category",
	"content",
	"content:encoded",
	"created",
	"dc:creator",
	"dc:date",
	"dc:description",
	"dc:language",
	"dc:subject",
	"dc:title",
	"dcterms:created",
	"dcterms:issued",
	"dcterms:modified",
	"description",
	"enclosure",
	"feedburner:origLink",
	"guid",
	"id",
	"issued",
	"itunes:author",
	"itunes:image",
	"itunes:summary",
	"link",
	"media:content",
	"media:description",
	"media:group",
	"media:thumbnail",
	"media:title",
	"modified",
	"pubDate",
	"published",
	"source",
	"summary",
	"title",
	"updated",
];

/** Parts of the mixed and container elements above. */
const parts = ["email", "name", "url", "subtitle", "tagline"];

const known: ReadonlyMap<string, string> = new Map(
	[...containers, ...feedFields, ...itemFields, ...parts].map((name) => [
		name.toLowerCase(),
		name,
	]),
);

/** The name as we write it, however the feed spells it; null for what we do not read. */
export function knownName(name: string): string | null {
	return known.get(name.toLowerCase()) ?? null;
}

/**
 * rss-parser trips over some elements when it reads them itself: it throws
 * for a whole feed at one bad Atom date or a link without attributes, and its
 * snippets take quadratic time on hostile text. These pass it under another
 * name, which it hands on untouched.
 */
const kept: ReadonlySet<string> = new Set([
	...[...texts].filter((name) => name !== "title"),
	"link",
	"published",
	"updated",
]);

/** The name under which an element passes rss-parser. */
export function passingName(name: string): string {
	return kept.has(name) ? `kept:${name}` : name;
}

/** The name under which rss-parser gives a field untouched: its own reading takes the plain ones. */
export function rawName(name: string): string {
	return `raw:${name}`;
}

/** The prefixes we write, by namespace. Atom's is dropped inside Atom feeds. */
export const prefixes: Readonly<Record<string, string>> = {
	"http://www.w3.org/2005/Atom": "atom",
	"http://purl.org/atom/ns#": "atom",
	"http://purl.org/rss/1.0/": "",
	"http://my.netscape.com/rdf/simple/0.9/": "",
	"http://channel.netscape.com/rdf/simple/0.9/": "",
	"http://backend.userland.com/rss2": "",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
	"http://purl.org/dc/elements/1.1/": "dc",
	"http://purl.org/dc/elements/1.0/": "dc",
	"http://purl.org/dc/terms/": "dcterms",
	"http://purl.org/rss/1.0/modules/content/": "content",
	"http://purl.org/rss/1.0/modules/syndication/": "sy",
	"http://search.yahoo.com/mrss": "media",
	"http://search.yahoo.com/mrss/": "media",
	"http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
	"http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
};
