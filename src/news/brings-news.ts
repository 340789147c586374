import { splitSentences } from "../text/split-sentences.ts";
import type { Article, NewsText } from "./article.ts";
import { datesIn, ratesIn, turnsIn } from "./figures.ts";
import type { Story } from "./story.ts";
import { tellingTime } from "./telling-time.ts";

const dayMs = 24 * 60 * 60 * 1000;
const yearMs = 365 * dayMs;

/** Whether an article told after a story brings a rate, day or decision that the story lacked. */
export function bringsNews(article: Article, story: Story): boolean {
	const at = tellingTime(article);
	const held = new Set(story.figures);
	return (
		at >= story.lastToldAt &&
		newsIn(article, at).some((figure) => !held.has(figure))
	);
}

/** What an article's title and lead bring: rates, days still to come, and the title's decisions. */
function newsIn(news: NewsText, at: Date): string[] {
	const lead = `${news.title}\n${firstSentence(news.summary || news.body)}`;
	const coming = datesIn(lead).filter((date) => isToCome(date, at));
	return [...ratesIn(lead), ...coming, ...turnsIn(news.title)];
}

function firstSentence(text: string): string {
	const lead = text.slice(0, 1000);
	const [first] = splitSentences(lead);
	return first ? lead.slice(first.start, first.end) : "";
}

/** Within the coming half year; a day just past is when it was told, not what. */
function isToCome(date: string, at: Date): boolean {
	const day = Date.parse(`${at.getUTCFullYear()}-${date}T00:00:00Z`);
	const aheadMs = (day - at.getTime() + yearMs) % yearMs;
	return aheadMs > 2 * dayMs && aheadMs < yearMs / 2;
}
