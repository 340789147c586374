import type { Article } from "./article.ts";
import { bringsNews, voicesIn } from "./brings-news.ts";
import { figuresOf } from "./figures.ts";
import type { Statement } from "./statement.ts";
import type { Story, Telling } from "./story.ts";
import { storyTerms } from "./story-terms.ts";
import type { Told } from "./tell-story.ts";
import { tellingTerms } from "./telling-terms.ts";

const mostTerms = 60;

/** An Article that was edited, in its new words. */
interface Edit {
	readonly article: Article;
	/** Found in the new words. */
	readonly statements: readonly Statement[];
	readonly now: Date;
}

/**
 * What an edit of one of its Articles does to a Story: material when the new
 * words bring what a later Article would have to bring. What they took back
 * stays among the figures, so a text that goes to and fro is told once.
 */
export function retellStory(
	{ article, statements, now }: Edit,
	story: Story,
): Told {
	// The words are as new as the edit, whatever date the item bears.
	const asNew = { ...article, published: null, detected: now };
	const isMaterial = bringsNews(asNew, story, statements);
	const isFirst = story.tellings[0]?.articleId === article.id;
	const terms = new Set([...story.terms, ...storyTerms(article)]);
	const figures = [...figuresOf(article), ...voicesIn(statements)];
	const retold: Story = {
		...story,
		...(isFirst && { headline: article.title, url: article.url }),
		lastToldAt: isMaterial ? now : story.lastToldAt,
		revision: story.revision + (isMaterial ? 1 : 0),
		terms: [...terms].slice(0, mostTerms),
		figures: [...new Set([...story.figures, ...figures])],
		tellings: story.tellings.map((one) =>
			one.articleId === article.id ? retelling(one, article) : one,
		),
	};
	return { story: retold, change: isMaterial ? "material" : "joined" };
}

function retelling(telling: Telling, article: Article): Telling {
	const { title, url } = article;
	return { ...telling, title, url, terms: tellingTerms(article) };
}
