import type { Log } from "../log.ts";
import { FeedError } from "./feed-error.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { dayOfIssue, isGazetteIssue, pageOf } from "./read-gazette-page.ts";

/** What opening an issue needs. */
export interface IssueTools {
	/** Fetches a page of an issue when its host's turn has come, and reads it. */
	readPage(url: string): Promise<ParsedFeed>;
	readonly log: Pick<Log, "warn">;
}

/** How far the feed was read before. */
export interface ReadBefore {
	/** Date of the newest issue that was opened; null when none was. */
	readonly since: Date | null;
	/** It was tried often enough: what cannot be had is told without its text. */
	readonly isLastTry: boolean;
}

/** A feed of issues, opened. */
export interface OpenedIssues {
	/** The feed with what the issues hold in their place. */
	readonly feed: ParsedFeed;
	/** The feed as it came, without the issues that are still to be opened. */
	readonly read: ParsedFeed;
	/** False when some are: the same bytes are to be read again. */
	readonly isWhole: boolean;
}

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
	tools: IssueTools,
): Promise<OpenedIssues> {
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

type Opening = IssueTools & { readonly isLastTry: boolean };

/** What an issue holds; itself where nothing can be had of it. */
async function openIssue(
	issue: ParsedItem,
	tools: Opening,
): Promise<readonly ParsedItem[]> {
	const url = issue.link ?? "";
	const page = await tryPage(url, tools);
	if (page === null) return [issue];
	const { published, updated } = issue;
	const dated = (published ?? updated) ? { published, updated } : {};
	// An extra edition is announced by the address of its one document.
	const isDocument = page.items[0]?.id === url;
	if (isDocument) return [{ ...asOne(page, issue), ...dated }];
	const texts = await textsOf(page.items, tools);
	return page.items.map((entry) => ({
		...entry,
		...texts.get(entry.id),
		...dated,
	}));
}

/** The entries' texts, and better titles where their pages have any. */
async function textsOf(entries: readonly ParsedItem[], tools: Opening) {
	const texts = new Map<string, Partial<ParsedItem>>();
	const byPage = Map.groupBy(entries, ({ id }) => pageOf(id));
	for (const [url, inPage] of [...byPage].slice(0, mostPages)) {
		const page = await tryPage(url, tools);
		if (page === null) continue;
		const wanted = new Set(inPage.map(({ id }) => id));
		for (const entry of inPage) {
			const { title, content } = wanted.has(url)
				? asOne(page, entry)
				: { title: entry.title, content: contentFrom(entry.id, page, wanted) };
			texts.set(entry.id, { title, content });
		}
	}
	return texts;
}

/** A page that is one document. */
function asOne({ items }: ParsedFeed, known: ParsedItem): ParsedItem {
	const content = items.map((part) => part.content ?? "").join("");
	const title = items[0]?.title ?? known.title;
	return { ...known, title, content: content || null };
}

/** From an anchor to the next that is an entry's; null when it is not on the page. */
function contentFrom(
	id: string,
	{ items }: ParsedFeed,
	wanted: ReadonlySet<string>,
): string | null {
	const from = items.findIndex((part) => part.id === id);
	if (from < 0) return null;
	const after = items.slice(from + 1);
	const next = after.findIndex((part) => wanted.has(part.id));
	const own = [items[from], ...(next < 0 ? after : after.slice(0, next))];
	return own.map((part) => part?.content ?? "").join("") || null;
}

async function tryPage(
	url: string,
	tools: Opening,
): Promise<ParsedFeed | null> {
	try {
		return await tools.readPage(url);
	} catch (error) {
		if (!(error instanceof FeedError) || !tools.isLastTry) throw error;
		tools.log.warn("page of an issue not read", { url, error });
		return null;
	}
}
