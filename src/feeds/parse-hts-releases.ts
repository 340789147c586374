import { z } from "zod";
import { titleText } from "./clean-html.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";

const release = z.object({
	name: z.string().min(1),
	title: z.string().nullish().catch(null),
	/** `11/24/2026`, and always so. */
	releaseStartDate: z.string(),
	/** When it was put up, in ms since 1970. */
	id: z
		.object({ date: z.number().nullish().catch(null) })
		.nullish()
		.catch(null),
});
type Release = z.infer<typeof release>;

/**
 * The USITC's list of the revisions of the Harmonized Tariff Schedule
 * (hts.usitc.gov/reststop/releaseList), one of which at least must be whole.
 */
export const htsReleases = z
	.array(z.unknown())
	.refine((list) => list.some((each) => release.safeParse(each).success));

/**
 * Reads a checked list as a feed; a revision's name is its id. The dates are
 * those of publication: from when each change holds, its own act says.
 */
export function parseHtsReleases(
	list: z.infer<typeof htsReleases>,
	url: string | null,
): ParsedFeed {
	const releases = list.map((each) => release.safeParse(each));
	return {
		format: "hts-releases",
		title: "USITC: revisions of the Harmonized Tariff Schedule",
		link: "https://hts.usitc.gov/",
		language: "en",
		ttlMinutes: null,
		hub: null,
		self: url,
		bozo: releases.some(({ success }) => !success),
		items: releases.flatMap(({ data }) => (data ? [readRelease(data)] : [])),
	};
}

function readRelease(release: Release): ParsedItem {
	const file = new URLSearchParams({
		release: release.name,
		filename: "finalCopy",
	});
	const title = titleText(release.title || release.name);
	return {
		id: release.name,
		title: `Harmonized Tariff Schedule of the United States: ${title}`,
		link: `https://hts.usitc.gov/reststop/file?${file}`,
		published: publishedOf(release),
		updated: null,
		summary: null,
		content: null,
		author: "USITC",
		categories: [],
		image: null,
	};
}

function publishedOf({ id, releaseStartDate }: Release): string | null {
	const [, month, day, year] =
		/^(\d\d)\/(\d\d)\/(\d{4})$/.exec(releaseStartDate) ?? [];
	const date = new Date(id?.date || `${year}-${month}-${day}T00:00:00Z`);
	return Number.isNaN(+date) ? null : date.toISOString();
}
