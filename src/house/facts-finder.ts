import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import {
	type FactsBeside,
	factsBesideBook,
	noFacts,
} from "../news/facts-beside-book.ts";
import type { Book } from "../tariffs/book.ts";

/**
 * Finds an Article's facts once, however many channels hear of it. News whose
 * facts cannot be found goes out without them.
 */
export function factsFinder(
	book: () => Book,
	log: Log,
): (article: Article) => FactsBeside {
	const known = new WeakMap<Article, FactsBeside>();
	return (article) => {
		const found = known.get(article) ?? find(article);
		known.set(article, found);
		return found;
	};

	function find(article: Article): FactsBeside {
		try {
			return factsBesideBook(article, book());
		} catch (error) {
			log.error("facts not found", { articleId: article.id, error });
			return noFacts;
		}
	}
}
