import type { FeedKind, NewsText } from "../news/article.ts";

/** What matching looks at. An Article has all of it; `lang:`, `kind:` and `source:` are unmet when unknown. */
export interface MatchableNews extends NewsText {
	readonly language?: string;
	readonly kind?: FeedKind;
	readonly outlet?: string;
	readonly feedId?: string;
	readonly url?: string | null;
}
