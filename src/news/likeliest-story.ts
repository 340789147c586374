import type { Article } from "./article.ts";
import { bringsNews } from "./brings-news.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { closeness, contrast } from "./contrast.ts";
import { type Headed, headed, headedBy } from "./headed.ts";
import { hasSameTitle, isComment } from "./same-title.ts";
import type { Story } from "./story.ts";
import { isLike, likeness } from "./story-likeness.ts";
import { tellingTime } from "./telling-time.ts";
import { mirrorEachOther } from "./title-roles.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** A story untold for longer is over: look for candidates this far back. */
export const storyWindowMs = 4 * dayMs;
/** However lively, a story is not carried on past this from its first telling. */
const longestStoryMs = 14 * dayMs;
/** An outlet's own title may come again over other news; from this share of terms on it is the same. */
const sameText = 0.8;

/**
 * The candidate that the article most likely tells, or null. In doubt null: a
 * headline heard twice costs a channel less than one never heard.
 */
export function likeliestStory(
	article: Article,
	terms: readonly string[],
	candidates: readonly Story[],
): Story | null {
	const own = headed(article, terms);
	let best: Story | null = null;
	let bestShare = 0;
	for (const story of candidates) {
		const apartMs = timeApart(tellingTime(article), story);
		if (apartMs > storyWindowMs) continue;
		const score = likeness(terms, story.terms);
		const isOwn = hasTold(article, story);
		if (hasSameTitle(article, story)) {
			if (!isOwn || score.share >= sameText) return story;
			continue;
		}
		if (score.share <= bestShare || isActOfItsOwn(article, story, isOwn)) {
			continue;
		}
		const pair = {
			score,
			apartDays: apartMs / dayMs,
			isTranslated: article.language !== story.language,
			isStrange:
				own.names.length > 0 &&
				!own.names.some((name) => story.terms.includes(name)),
			isOwn,
		};
		if (!isLike(pair) || !isOneEvent(article, own, story)) continue;
		[best, bestShare] = [story, score.share];
	}
	return best;
}

function timeApart(at: Date, story: Story): number {
	if (at.getTime() - story.firstToldAt.getTime() > longestStoryMs) {
		return Number.POSITIVE_INFINITY;
	}
	const after = at.getTime() - story.lastToldAt.getTime();
	const before = story.firstToldAt.getTime() - at.getTime();
	return Math.max(0, after, before);
}

/** Whether the article's outlet has told the story; an official one is known by its site as well. */
function hasTold({ outlet, kind, url }: Article, story: Story): boolean {
	const site = kind === "official" && url !== null ? siteOf(url) : null;
	return story.tellings.some(
		(telling) =>
			(outlet !== "" && telling.outlet === outlet) ||
			(site !== null && telling.url !== null && siteOf(telling.url) === site),
	);
}

function siteOf(url: string): string {
	return canonicalAddress(url).split("/")[0] ?? url;
}

/** A gazette tells each act once, and a comment on the news is not the news. */
function isActOfItsOwn(article: Article, story: Story, isOwn: boolean) {
	if (article.kind === "official" && isOwn) return true;
	return (
		article.kind === "opinion" ||
		isComment(article.title) !== isComment(story.headline)
	);
}

/** Whether no title contradicts the closest one that the story has, but for a turn that is told as news. */
function isOneEvent(article: Article, own: Headed, story: Story): boolean {
	const [first, ...rest] = headedBy(story);
	if (first === undefined) return true;
	const near = ({ slots }: Headed) => closeness(own.slots, slots);
	const closest = rest.reduce(
		(best, next) => (near(next) > near(best) ? next : best),
		first,
	);
	if (mirrorEachOther(article.title, story.headline)) return false;
	const isTranslated = article.language !== story.language;
	const found = contrast(own, closest, isTranslated);
	return found === "none" || (found === "turn" && bringsNews(article, story));
}
