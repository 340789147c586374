import { FeedError } from "./feed-error.ts";
import {
	dayOfIssue,
	isContents,
	isGazetteIssue,
	pageOf,
} from "./gazette-issue.ts";
import {
	type OpenedFeed,
	type Opening,
	type PageTools,
	type ReadBefore,
	tryPage,
} from "./open-page.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { documentFrom, documentIn } from "./read-document.ts";

/** Issues of one poll; each is some ten pages to ask for, one a second. */
const mostAtOnce = 3;
/** Pages of one issue that are asked for: several times what an issue has. */
const mostPages = 200;
/** An extra edition may be put up after one of a later date. */
const lateMs = 2 * 24 * 3_600_000;

/**
 * Opens the issues that a gazette's feed announces: its items bear but the
 * number of an issue, so no topic would ever meet what the issue holds. Those
 * since `since` are opened, the oldest first; of a feed never read only the
 * newest. Each instrument and notice becomes an item with its text.
 * @throws FeedError when a page cannot be had and there is time to try again.
 */
export async function openIssues(
	parsed: ParsedFeed,
	{ since, isLastTry }: ReadBefore,
	tools: PageTools,
): Promise<OpenedFeed> {
	const issues = parsed.items
		.filter(({ link }) => isGazetteIssue(link))
		.sort((a, b) => timeOf(a) - timeOf(b));
	const fresh =
		since === null
			? issues.slice(-1)
			: issues.filter((issue) => timeOf(issue) > +since - lateMs);
	const opened = fresh.slice(0, mostAtOnce);
	const others = parsed.items.filter(({ link }) => !isGazetteIssue(link));
	const held: ParsedItem[] = [];
	for (const issue of opened.toReversed())
		held.push(...(await openIssue(issue, { ...tools, isLastTry })));
	const waiting = new Set(fresh.slice(mostAtOnce));
	return {
		feed: { ...parsed, items: [...held, ...others] },
		read: {
			...parsed,
			items: parsed.items.filter((item) => !waiting.has(item)),
		},
		isWhole: waiting.size === 0,
	};
}

function timeOf({ published, updated, link }: ParsedItem): number {
	return Date.parse(published ?? updated ?? dayOfIssue(link ?? "") ?? "");
}

/** What an issue holds; itself where nothing can be had of it. */
async function openIssue(
	issue: ParsedItem,
	tools: Opening,
): Promise<readonly ParsedItem[]> {
	const url = issue.link ?? "";
	const { published, updated } = issue;
	const dated = (published ?? updated) ? { published, updated } : {};
	// An extra edition is announced by the address of its one document.
	if (!isContents(url)) {
		const wanted = { url, reader: "document", version: published } as const;
		const document = await tryPage(wanted, tools);
		return [document ? { ...issue, ...documentOf(document, issue) } : issue];
	}
	const reader = "gazette-contents";
	const contents = await tryPage({ url, reader, version: null }, tools);
	if (contents === null && !tools.isLastTry)
		throw new FeedError("the page of an issue lists nothing");
	if (contents === null) return [issue];
	const texts = await textsOf(contents.items, published, tools);
	return contents.items.map((entry) => ({
		...entry,
		...texts.get(entry.id),
		...dated,
	}));
}

/** The entries' texts, and better titles where their pages have any. */
async function textsOf(
	entries: readonly ParsedItem[],
	version: string | null,
	tools: Opening,
) {
	const texts = new Map<string, Partial<ParsedItem>>();
	const byPage = Map.groupBy(entries, ({ id }) => pageOf(id));
	for (const [url, inPage] of [...byPage].slice(0, mostPages)) {
		const page = await tryPage({ url, reader: "document", version }, tools);
		if (page === null) continue;
		const wanted = new Set(inPage.map(({ id }) => id));
		for (const entry of inPage)
			texts.set(
				entry.id,
				wanted.has(url)
					? documentOf(page, entry)
					: { content: documentFrom(entry.id, page, wanted) },
			);
	}
	return texts;
}

/** The page's one document; its name, where it has none, is the one by which it was announced. */
function documentOf(page: ParsedFeed, { title }: ParsedItem) {
	const document = documentIn(page);
	return { ...document, title: document.title ?? title };
}
