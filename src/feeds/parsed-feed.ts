type FeedFormat =
	| "rss"
	| "rdf"
	| "atom"
	| "json"
	| "federal-register"
	| "hts-releases"
	| "html";

/** A feed's bytes, read: what `tradewire parse` prints. */
export interface ParsedFeed {
	readonly format: FeedFormat;
	/** Plain text. */
	readonly title: string | null;
	/** The site's page, absolute. */
	readonly link: string | null;
	/** As the feed writes it: `en-us`, `fr`. */
	readonly language: string | null;
	/** How long the publisher says it may be kept before asking again. */
	readonly ttlMinutes: number | null;
	/** Address of a WebSub hub, the first that is named. */
	readonly hub: string | null;
	/** The others; only when there are any. */
	readonly otherHubs?: readonly string[];
	/** The feed's own address, as it says. */
	readonly self: string | null;
	/** The bytes were not as the format demands and had to be mended. */
	readonly bozo: boolean;
	readonly items: readonly ParsedItem[];
}

/** One item of a feed. Dates are ISO UTC; plain text fields hold no markup. */
export interface ParsedItem {
	/** The feed's own id for it, else its link, else a hash of its words. */
	readonly id: string;
	readonly title: string | null;
	readonly link: string | null;
	readonly published: string | null;
	readonly updated: string | null;
	/** Sanitised HTML. */
	readonly summary: string | null;
	/** Sanitised HTML. */
	readonly content: string | null;
	readonly author: string | null;
	readonly categories: readonly string[];
	readonly image: string | null;
	/** Only when the item says: a feed of many languages. */
	readonly language?: string;
	/** Only when the item says who first told it (RSS `source`). */
	readonly source?: string;
}
