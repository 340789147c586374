import { publishedTime } from "../cards/date-text.ts";
import type { Headline } from "../chat/card.ts";
import type { ArchivedArticle } from "../deliveries/archive.ts";

/** An archived Article as one line of a list. */
export function articleHeadline({ article }: ArchivedArticle): Headline {
	return {
		title: article.title,
		url: article.url,
		outlet: article.outlet,
		at: publishedTime(article.published ?? article.detected),
	};
}
