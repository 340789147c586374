import type { Article } from "../../src/news/article.ts";

export interface Given extends Partial<Article> {
	readonly title: string;
	/** After the first day of the tests. */
	readonly hours?: number;
}

const start = Date.parse("2026-03-02T12:00:00Z");
let count = 0;

/** An article with an id and an outlet of its own, told on the first day. */
export function newsArticle({ hours = 0, ...given }: Given): Article {
	const id = `news-${++count}`;
	return {
		id,
		feedId: id,
		url: `https://${id}.example/a`,
		outlet: `Outlet ${id}`,
		kind: "media",
		language: "en",
		summary: "",
		body: "",
		published: null,
		detected: new Date(start + hours * 60 * 60 * 1000),
		...given,
	};
}
