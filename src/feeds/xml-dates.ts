import { isoDate } from "./parse-date.ts";
import { attributeOf, wordsOf, type XmlElement } from "./xml-element.ts";

/** When an item was published and when changed, as ISO UTC; null where it does not say. */
interface ItemDates {
	readonly published: string | null;
	readonly updated: string | null;
}

/** What a date says, and its place among those that say the same. */
interface DateRank {
	readonly of: keyof ItemDates;
	readonly place: number;
}

/** Names of dates, the likeliest first. */
const ranks: ReadonlyMap<string, DateRank> = new Map([
	...ranksOf(
		"published",
		"pubDate published atom:published issued dcterms:issued dc:date dcterms:created created",
	),
	...ranksOf("updated", "updated atom:updated modified dcterms:modified"),
]);

function ranksOf(of: keyof ItemDates, names: string): [string, DateRank][] {
	return names.split(" ").map((name, place) => [name, { of, place }]);
}

/**
 * The dates of an item: of each kind the last readable one under the likeliest
 * name that has one. Else it was published on the day that stands in the
 * address it links to, and updated when CDF's attribute says.
 */
export function datesOf(item: XmlElement, link: string | null): ItemDates {
	const dates: Record<keyof ItemDates, string | null> = {
		published: null,
		updated: null,
	};
	const best = { published: ranks.size, updated: ranks.size };
	for (const child of item.children) {
		const rank = ranks.get(child.name);
		if (rank === undefined || rank.place > best[rank.of]) continue;
		const read = isoDate(wordsOf(child));
		if (read === null) continue;
		dates[rank.of] = read;
		best[rank.of] = rank.place;
	}
	return {
		published: dates.published ?? dayIn(link),
		updated: dates.updated ?? lastModOf(item),
	};
}

/** Mexico's Diario Oficial gives a note's day in its address alone: `…&fecha=21/11/2026`. */
function dayIn(link: string | null): string | null {
	if (!link?.includes("fecha=")) return null;
	const [, day, month, year] =
		/[?&]fecha=(\d\d)(?:\/|%2F)(\d\d)(?:\/|%2F)(\d{4})(?:&|$)/i.exec(link) ??
		[];
	return isoDate(`${year}-${month}-${day}`);
}

/** CDF writes its items' addresses and dates as attributes. */
function lastModOf(item: XmlElement): string | null {
	const written = attributeOf(item, "LASTMOD");
	return written === null ? null : isoDate(written);
}
