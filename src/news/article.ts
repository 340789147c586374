/** What kind of voice a feed is. */
export const feedKinds = ["official", "media", "opinion"] as const;
export type FeedKind = (typeof feedKinds)[number];

/** The words of a piece of news: all that matching and telling look at. Plain text, no markup. */
export interface NewsText {
	readonly title: string;
	/** The feed's own short text; empty when it has none. */
	readonly summary: string;
	/** The full text as far as the feed gives it; empty when it has none. */
	readonly body: string;
}

/** One item of one feed, in the words that the feed last gave it; all else is as it was when first seen. */
export interface Article extends NewsText {
	/** Hash of feed and item id: the same item is the same Article, on any poll. */
	readonly id: string;
	readonly feedId: string;
	readonly url: string | null;
	/** Who tells it, as shown to people. */
	readonly outlet: string;
	readonly kind: FeedKind;
	/** ISO 639-1 code, `en`, `fr`, `es` …; the feed's when the item does not say. */
	readonly language: string;
	readonly published: Date | null;
	/** When we first saw it. */
	readonly detected: Date;
}
