import { createHash } from "node:crypto";
import type { Article } from "./article.ts";
import { bringsNews, voicesIn } from "./brings-news.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { figuresOf } from "./figures.ts";
import { likeliestStory } from "./likeliest-story.ts";
import type { Statement } from "./statement.ts";
import type { Story, Telling } from "./story.ts";
import { storyTerms } from "./story-terms.ts";
import { tellingTerms } from "./telling-terms.ts";
import { tellingTime } from "./telling-time.ts";

export { storyWindowMs } from "./likeliest-story.ts";
export { tellingTime } from "./telling-time.ts";

/** What an Article does to the stories told so far. */
export interface Told {
	readonly story: Story;
	/** `material`: it joined, and brings a rate, date, decision or speaker that the story lacked. */
	readonly change: "new" | "joined" | "material";
}

const mostTerms = 60;

/**
 * Assigns an Article to one of the candidate stories, or to a new one.
 * Deterministic: the same article and candidates give the same answer, and a
 * new story's id is a hash of its first article's id. `statements` are those found in the article.
 */
export function tellStory(
	article: Article,
	candidates: readonly Story[],
	statements: readonly Statement[] = [],
): Told {
	const figures = [...figuresOf(article), ...voicesIn(statements)];
	const story =
		candidates.find((candidate) => isSamePage(article, candidate)) ??
		likeliestStory(article, candidates);
	return story === null
		? { story: begin(article, figures), change: "new" }
		: join(article, story, {
				figures,
				isMaterial: bringsNews(article, story, statements),
			});
}

function isSamePage(article: Article, story: Story): boolean {
	if (article.url === null) return false;
	const address = canonicalAddress(article.url);
	return story.tellings.some(
		({ url }) => url !== null && canonicalAddress(url) === address,
	);
}

function begin(article: Article, figures: readonly string[]): Story {
	const at = tellingTime(article);
	return {
		id: createHash("sha256").update(article.id).digest("hex").slice(0, 16),
		headline: article.title,
		url: article.url,
		language: article.language,
		firstToldAt: at,
		lastToldAt: at,
		revision: 1,
		terms: storyTerms(article),
		figures,
		tellings: [telling(article)],
	};
}

interface News {
	readonly figures: readonly string[];
	readonly isMaterial: boolean;
}

function join(article: Article, story: Story, news: News): Told {
	if (story.tellings.some(({ articleId }) => articleId === article.id)) {
		return { story, change: "joined" };
	}
	const at = tellingTime(article);
	const { isMaterial } = news;
	const terms = [...story.terms, ...storyTerms(article)];
	return {
		story: {
			...story,
			firstToldAt: earliest(at, story.firstToldAt),
			lastToldAt: latest(at, story.lastToldAt),
			revision: story.revision + (isMaterial ? 1 : 0),
			terms: [...new Set(terms)].slice(0, mostTerms),
			figures: [...new Set([...story.figures, ...news.figures])],
			tellings: [...story.tellings, telling(article)],
		},
		change: isMaterial ? "material" : "joined",
	};
}

function telling(article: Article): Telling {
	return {
		articleId: article.id,
		outlet: article.outlet,
		title: article.title,
		url: article.url,
		at: tellingTime(article),
		terms: tellingTerms(article),
	};
}

function earliest(a: Date, b: Date): Date {
	return new Date(Math.min(a.getTime(), b.getTime()));
}

function latest(a: Date, b: Date): Date {
	return new Date(Math.max(a.getTime(), b.getTime()));
}
