import type { Article } from "./article.ts";
import { bringsNews } from "./brings-news.ts";
import { canonicalAddress } from "./canonical-address.ts";
import { closeness, contrast } from "./contrast.ts";
import { type Headed, headedBy } from "./headed.ts";
import { isComment } from "./same-title.ts";
import type { Story } from "./story.ts";
import { mirrorEachOther } from "./title-roles.ts";

/**
 * Whether nothing forbids that an article tells a story, however alike they
 * are: no title contradicts the story's, and neither is a comment or an act of
 * its own. `own` is what heads the article.
 */
export function mayTell(article: Article, own: Headed, story: Story): boolean {
	return !isActOfItsOwn(article, story) && isOneEvent(article, own, story);
}

/** Whether the article's outlet has told the story; an official one is known by its site as well. */
export function hasTold({ outlet, kind, url }: Article, story: Story): boolean {
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
function isActOfItsOwn(article: Article, story: Story): boolean {
	if (article.kind === "official" && hasTold(article, story)) return true;
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
