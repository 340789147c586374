import { titleText } from "./clean-html.ts";
import { namedHubs } from "./named-hubs.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { readXml } from "./read-xml.ts";
import { authorOf, readXmlItem } from "./read-xml-item.ts";
import { webAddress } from "./web-address.ts";
import { mostRead } from "./within-limits.ts";
import {
	attributeOf,
	elementsOf,
	firstWords,
	relationOf,
	type XmlElement,
} from "./xml-element.ts";
import { alternateOf } from "./xml-links.ts";

/**
 * Reads the text of an RSS, RDF or Atom feed fetched from `url`; null when it
 * holds none.
 */
export function parseXmlFeed(
	text: string,
	url: string | null,
): ParsedFeed | null {
	const items: ParsedItem[] = [];
	let base: string | null | undefined;
	const xml = readXml(text, (item, feed) => {
		base ??= baseOf(feed, url);
		if (items.length < mostRead) items.push(readXmlItem(item, base));
	});
	if (xml === null) return null;
	const { format, bozo, feed } = xml;
	base ??= baseOf(feed, url);
	const title = firstWords(feed, "title", "dc:title");
	const language =
		firstWords(feed, "language", "dc:language") ??
		attributeOf(feed, "xml:lang");
	return {
		format,
		title: title === null ? null : titleText(title) || null,
		link: webAddress(pageOf(feed), base),
		language: language?.replaceAll("_", "-") ?? null,
		ttlMinutes: ttlMinutesOf(feed),
		...hubsOf(feed, base),
		self: webAddress(linkAs("self", feed), base),
		bozo,
		items: format === "atom" ? authored(items, authorOf(feed)) : items,
	};
}

/** What relative addresses are relative to, as far as the feed has said it. */
function baseOf(feed: XmlElement, url: string | null): string | null {
	const here = url ?? webAddress(linkAs("self", feed), null);
	const declared = attributeOf(feed, "xml:base");
	return webAddress(declared, here) ?? here ?? webAddress(pageOf(feed), null);
}

/** The site's page; CDF writes it as an attribute. */
function pageOf(feed: XmlElement): string | null {
	return alternateOf(feed, null) ?? attributeOf(feed, "HREF");
}

function hubsOf(feed: XmlElement, base: string | null) {
	const hubs = linksAs("hub", feed).map((link) => webAddress(link, base));
	return namedHubs(hubs);
}

function linkAs(rel: string, feed: XmlElement): string | null {
	return linksAs(rel, feed)[0] ?? null;
}

function linksAs(rel: string, feed: XmlElement): readonly (string | null)[] {
	return [...elementsOf(feed, "atom:link"), ...elementsOf(feed, "link")]
		.filter((link) => relationOf(link) === rel)
		.map((link) => attributeOf(link, "href"));
}

/** An Atom feed's author wrote what names no author of its own. */
function authored(
	items: readonly ParsedItem[],
	author: string | null,
): readonly ParsedItem[] {
	return author === null
		? items
		: items.map((item) => (item.author === null ? { ...item, author } : item));
}

/** Minutes in each period of RSS's syndication module. */
const periodMinutes: Readonly<Record<string, number>> = {
	hourly: 60,
	daily: 1440,
	weekly: 10_080,
	monthly: 43_200,
	yearly: 525_600,
};

function ttlMinutesOf(feed: XmlElement): number | null {
	const ttl = Number(firstWords(feed, "ttl") ?? Number.NaN);
	if (Number.isFinite(ttl) && ttl > 0) return ttl;
	const period = firstWords(feed, "sy:updatePeriod")?.toLowerCase() ?? "";
	const frequency = Number(firstWords(feed, "sy:updateFrequency") ?? 1);
	const minutes = periodMinutes[period];
	return minutes === undefined || !(frequency > 0)
		? null
		: Math.max(1, Math.round(minutes / frequency));
}
