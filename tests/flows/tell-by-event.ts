import type { Article } from "../../src/news/article.ts";
import type { Story } from "../../src/news/story.ts";
import { storyTerms } from "../../src/news/story-terms.ts";
import { type Told, tellingTime } from "../../src/news/tell-story.ts";

/**
 * Tells stories by rule, so that a test can say what it means: articles tell
 * one event when their titles agree up to the dash; a number that the story
 * lacks is material.
 */
export function tellByEvent(
	article: Article,
	candidates: readonly Story[],
): Told {
	const event = eventOf(article.title);
	const known = candidates.find(({ headline }) => eventOf(headline) === event);
	const at = tellingTime(article);
	const { id: articleId, outlet, title, url } = article;
	const telling = { articleId, outlet, title, url, at, terms: [] };
	const figures = title.match(/\d+/g) ?? [];
	if (!known) {
		const begun: Story = {
			id: `story of ${articleId}`,
			headline: title,
			url,
			language: article.language,
			firstToldAt: at,
			lastToldAt: at,
			revision: 1,
			terms: storyTerms(article),
			figures,
			tellings: [telling],
		};
		return { story: begun, change: "new" };
	}
	const isMaterial = figures.some((one) => !known.figures.includes(one));
	const story: Story = {
		...known,
		lastToldAt: new Date(Math.max(+at, +known.lastToldAt)),
		revision: known.revision + (isMaterial ? 1 : 0),
		figures: [...known.figures, ...figures],
		tellings: [...known.tellings, telling],
	};
	return { story, change: isMaterial ? "material" : "joined" };
}

function eventOf(title: string): string {
	return title.split(" - ")[0] ?? title;
}
