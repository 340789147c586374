import Parser from "rss-parser";
import { titleText } from "./clean-html.ts";
import type { MendedXml } from "./mend-xml.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import { alternateOf, authorOf, readXmlItem } from "./read-xml-item.ts";
import { webAddress } from "./web-address.ts";
import { feedFields, itemFields, passingName, rawName } from "./xml-fields.ts";
import { attributeOf, firstWords, nodesOf, ownAttributes } from "./xml-node.ts";

/**
 * Reads a mended RSS, RDF or Atom feed fetched from `url`. rss-parser finds
 * the feed and its items; their fields we take from it untouched, because its
 * own reading drops Atom's `updated`, all but one link, base addresses and
 * most of what other namespaces say.
 */
export async function parseXmlFeed(
	mended: MendedXml,
	url: string | null,
): Promise<ParsedFeed> {
	const told = await makeParser().parseString(mended.xml);
	const own = ownAttributes(told);
	const links = [...nodesOf(told, "atom:link"), ...nodesOf(told, "link")];
	const linkAs = (rel: string) =>
		attributeOf(
			links.find((link) => attributeOf(link, "rel") === rel),
			"href",
		);
	const site = alternateOf(told);
	const here = url ?? webAddress(linkAs("self"), null);
	const declared = attributeOf(own, "xml:base");
	const base = webAddress(declared, here) ?? here ?? webAddress(site, null);
	const title = firstWords(told, "title", "dc:title");
	const language =
		firstWords(told, "language", "dc:language") ?? attributeOf(own, "xml:lang");
	const isAtom = mended.format === "atom";
	const around = { isAtom, base, author: isAtom ? authorOf(told) : null };
	return {
		format: mended.format,
		title: title === null ? null : titleText(title) || null,
		link: webAddress(site, base),
		language: language?.replaceAll("_", "-") ?? null,
		ttlMinutes: ttlMinutesOf(told),
		hub: webAddress(linkAs("hub"), base),
		self: webAddress(linkAs("self"), base),
		bozo: mended.bozo,
		items: told.items.map((item) => readXmlItem(item, around)),
	};
}

type Fields = Record<string, unknown>;

function makeParser(): Parser<Fields, Fields> {
	const untouched = (name: string) => [
		passingName(name),
		rawName(name),
		{ keepArray: true },
	];
	const attributes = ["$", rawName("$"), { keepArray: true }];
	const customFields = { item: [...itemFields.map(untouched), attributes] };
	// Its types do not know that a feed's fields may be listed like an item's.
	Object.assign(customFields, {
		feed: [...feedFields.map(untouched), attributes],
	});
	return new Parser<Fields, Fields>({ customFields });
}

/** Minutes in each period of RSS's syndication module. */
const periodMinutes: Readonly<Record<string, number>> = {
	hourly: 60,
	daily: 1440,
	weekly: 10_080,
	monthly: 43_200,
	yearly: 525_600,
};

function ttlMinutesOf(told: unknown): number | null {
	const ttl = Number(firstWords(told, "ttl") ?? Number.NaN);
	if (Number.isFinite(ttl) && ttl > 0) return ttl;
	const period = firstWords(told, "sy:updatePeriod")?.toLowerCase() ?? "";
	const frequency = Number(firstWords(told, "sy:updateFrequency") ?? 1);
	const minutes = periodMinutes[period];
	return minutes === undefined || !(frequency > 0)
		? null
		: Math.max(1, Math.round(minutes / frequency));
}
