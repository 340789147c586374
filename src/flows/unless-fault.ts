import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";

/** What telling makes of an Article; null for a fault of ours, for one bad item never stops its feed. */
export function unlessFault<T>(
	{ id: articleId }: Article,
	{ log }: { readonly log: Log },
	work: () => T,
): T | null {
	try {
		return work();
	} catch (error) {
		log.error("article not told", { articleId, error });
		return null;
	}
}
