import type { Log } from "../log.ts";
import { FeedError } from "./feed-error.ts";
import type { PageReader } from "./parse-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

/** A page that is asked for. */
export interface WantedPage {
	readonly url: string;
	readonly reader: PageReader;
	/** What changes when the page does, such as its date; null when nothing tells. */
	readonly version: string | null;
}

/**
 * Fetches a page when its host's turn has come, and reads it; null when it came
 * and is none that can be read. Throws FeedError when it did not come.
 */
export type ReadPage = (wanted: WantedPage) => Promise<ParsedFeed | null>;

/** What opening pages needs. */
export interface PageTools {
	readonly readPage: ReadPage;
	readonly log: Pick<Log, "warn">;
}

/** How far a feed was read before. */
export interface ReadBefore {
	/** Date of the newest item that was read; null when none was. */
	readonly since: Date | null;
	/** It was tried often enough: what cannot be had is told without its text. */
	readonly isLastTry: boolean;
	readonly now: Date;
}

/** A feed with what its items' pages say. */
export interface OpenedFeed {
	readonly feed: ParsedFeed;
	/** The feed as it came, without what is still to be opened. */
	readonly read: ParsedFeed;
	/** False when something is: the same bytes are to be read again. */
	readonly isWhole: boolean;
}

export type Opening = PageTools & Pick<ReadBefore, "isLastTry">;

/** Null when it cannot be read, or cannot be had and was tried often enough. Throws FeedError while there is time to try again. */
export async function tryPage(
	wanted: WantedPage,
	{ readPage, log, isLastTry }: Opening,
): Promise<ParsedFeed | null> {
	try {
		return await readPage(wanted);
	} catch (error) {
		if (!(error instanceof FeedError) || !isLastTry) throw error;
		log.warn("page not read", { url: wanted.url, error });
		return null;
	}
}
