import { createHash } from "node:crypto";
import { fold } from "../text/fold.ts";
import type { Article } from "./article.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { figuresOf, newsIn } from "./figures.ts";
import type { Story, Telling } from "./story.ts";
import { isLike, likeness } from "./story-likeness.ts";
import { namingTerms, storyTerms } from "./story-terms.ts";
import { mirrorEachOther } from "./title-roles.ts";

/** What an Article does to the stories told so far. */
export interface Told {
	readonly story: Story;
	/** `material`: it joined, and brings a rate, date or decision that the story lacked. */
	readonly change: "new" | "joined" | "material";
}

const dayMs = 24 * 60 * 60 * 1000;
/** A story untold for longer is over: look for candidates this far back. */
export const storyWindowMs = 4 * dayMs;
/** However lively, a story is not carried on past this from its first telling. */
const longestStoryMs = 14 * dayMs;
/** A title this short, in words, is a rubric ("Market update") that comes again. */
const shortTitle = 4;
const mostTerms = 60;

/**
 * Assigns an Article to one of the candidate stories, or to a new one.
 * Deterministic: the same article and candidates give the same answer, and a
 * new story's id is a hash of its first article's id.
 */
export function tellStory(
	article: Article,
	candidates: readonly Story[],
): Told {
	const terms = storyTerms(article);
	const story =
		candidates.find((candidate) => isSamePage(article, candidate)) ??
		likeliest(article, terms, candidates);
	return story === null
		? { story: begin(article, terms), change: "new" }
		: join(article, story, terms);
}

function isSamePage(article: Article, story: Story): boolean {
	if (article.url === null) return false;
	const address = canonicalAddress(article.url);
	return story.tellings.some(
		({ url }) => url !== null && canonicalAddress(url) === address,
	);
}

function likeliest(
	article: Article,
	terms: readonly string[],
	candidates: readonly Story[],
): Story | null {
	const names = namingTerms(article);
	let best: Story | null = null;
	let bestScore = 0;
	for (const story of candidates) {
		const apartMs = timeApart(tellingTime(article), story);
		if (apartMs > storyWindowMs) continue;
		if (mirrorEachOther(article.title, story.headline)) continue;
		if (hasSameTitle(article, story)) return story;
		const isTranslated = article.language !== story.language;
		const score = likeness(terms, story.terms);
		const isStrange =
			names.length > 0 && !names.some((name) => story.terms.includes(name));
		const pair = {
			score,
			apartDays: apartMs / dayMs,
			isTranslated,
			isStrange,
		};
		if (score.share <= bestScore || !isLike(pair)) continue;
		[best, bestScore] = [story, score.share];
	}
	return best;
}

/** When it was told: as published, unless the feed's date is missing or in the future. */
export function tellingTime({ published, detected }: Article): Date {
	return published !== null && published < detected ? published : detected;
}

function timeApart(at: Date, story: Story): number {
	if (at.getTime() - story.firstToldAt.getTime() > longestStoryMs) {
		return Number.POSITIVE_INFINITY;
	}
	const after = at.getTime() - story.lastToldAt.getTime();
	const before = story.firstToldAt.getTime() - at.getTime();
	return Math.max(0, after, before);
}

function hasSameTitle(article: Article, story: Story): boolean {
	const title = bareTitle(article.title, article.outlet);
	if (title.split(" ").length <= shortTitle) return false;
	return story.tellings.some(
		(telling) => bareTitle(telling.title, telling.outlet) === title,
	);
}

/** Without the outlet that feeds and news searches hang on: `… - Reuters`. */
function bareTitle(title: string, outlet: string): string {
	const folded = fold(title).replace(/\s+/g, " ").trim();
	const tail = /\s[-|]\s([^-|]{2,40})$/.exec(folded);
	if (tail === null) return folded;
	const isOutlet = tail[1] === fold(outlet) || tail[1]?.split(" ").length === 1;
	return isOutlet ? folded.slice(0, tail.index) : folded;
}

function begin(article: Article, terms: readonly string[]): Story {
	const at = tellingTime(article);
	return {
		id: createHash("sha256").update(article.id).digest("hex").slice(0, 16),
		headline: article.title,
		url: article.url,
		language: article.language,
		firstToldAt: at,
		lastToldAt: at,
		revision: 1,
		terms,
		figures: figuresOf(article),
		tellings: [telling(article)],
	};
}

function join(article: Article, story: Story, terms: readonly string[]): Told {
	if (story.tellings.some(({ articleId }) => articleId === article.id)) {
		return { story, change: "joined" };
	}
	const at = tellingTime(article);
	const held = new Set(story.figures);
	const isMaterial =
		at >= story.lastToldAt &&
		newsIn(article, at).some((figure) => !held.has(figure));
	return {
		story: {
			...story,
			firstToldAt: earliest(at, story.firstToldAt),
			lastToldAt: latest(at, story.lastToldAt),
			revision: story.revision + (isMaterial ? 1 : 0),
			terms: [...new Set([...story.terms, ...terms])].slice(0, mostTerms),
			figures: [...new Set([...story.figures, ...figuresOf(article)])],
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
	};
}

function earliest(a: Date, b: Date): Date {
	return new Date(Math.min(a.getTime(), b.getTime()));
}

function latest(a: Date, b: Date): Date {
	return new Date(Math.max(a.getTime(), b.getTime()));
}
