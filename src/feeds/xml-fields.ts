/**
 * What stands in an element: `root` and `item` hold the feed and its items,
 * `group` other elements (words between those are layout), `text` words or
 * HTML whose markup is part of them, `words` words alone, and `mixed` words in
 * some formats and elements in others.
 */
type FieldKind = "root" | "item" | "group" | "text" | "words" | "mixed";

/** An element that we read out of RSS, RDF and Atom, by the name that its namespace usually gives it. */
export interface XmlField {
	readonly name: string;
	readonly kind: FieldKind;
}

const namesByKind: Readonly<Record<FieldKind, string>> = {
	root: "channel feed rss",
	item: "entry item",
	group: "atom:author media:group",
	mixed: "author image itunes:category media:content source",
	text: `abstract atom:content atom:summary body content content:encoded dc:description description fullitem
		itunes:summary media:description media:title subtitle summary tagline
		title xhtml:body`,
	words: `atom:category atom:email atom:link atom:name atom:published atom:updated category created dc:author
		dc:creator dc:date dc:language dc:subject dc:title dcterms:created
		dcterms:issued dcterms:modified email enclosure feedburner:origLink guid
		id issued itunes:author itunes:image itunes:keywords itunes:link language
		link media:category media:keywords media:thumbnail modified name pubDate
		published sy:updateFrequency sy:updatePeriod tags ttl updated url`,
};

const fields: ReadonlyMap<string, XmlField> = new Map(
	Object.entries(namesByKind).flatMap(([kind, names]) =>
		names
			.split(/\s+/)
			.map((name) => [name.toLowerCase(), { name, kind: kind as FieldKind }]),
	),
);

/** The field as we name it, however the feed spells it; null for what we do not read. */
export function fieldNamed(name: string): XmlField | null {
	return fields.get(name.toLowerCase()) ?? null;
}

/** The prefixes we use, by namespace. Atom's is dropped inside Atom feeds. */
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
	"http://www.w3.org/1999/xhtml": "xhtml",
};
