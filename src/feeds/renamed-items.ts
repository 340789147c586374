import type { Article } from "../news/article.ts";

/** What an item is known again by when its feed gives it another id. */
export type KeptItem = Pick<Article, "url" | "title">;

/**
 * The articles that are new, and not known items under another id: a feed
 * that changes its guids posts nothing again. Known is one whose title and
 * page are kept already; a page on another host or with other parameters is
 * the same page. A title alone is not enough: notices may share theirs.
 */
export function withoutRenamed(
	fresh: readonly Article[],
	kept: readonly KeptItem[],
): Article[] {
	const known = new Set(kept.flatMap(markOf));
	return fresh.filter((article) =>
		markOf(article).every((mark) => !known.has(mark)),
	);
}

/** Empty for an item without a page of its own: a front page says nothing. */
function markOf({ url, title }: KeptItem): string[] {
	const path = URL.parse(url ?? "")?.pathname.replace(/\/+$/, "") ?? "";
	return path === "" ? [] : [`${path}\n${title.toLowerCase()}`];
}
