import { splitSentences } from "../text/split-sentences.ts";
import type { Article, NewsText } from "./article.ts";
import { datesIn, ratesIn, revisionsIn, turnsIn } from "./figures.ts";
import type { Statement } from "./statement.ts";
import type { Story } from "./story.ts";
import { tellingTime } from "./telling-time.ts";

const dayMs = 24 * 60 * 60 * 1000;
const yearMs = 365 * dayMs;

/**
 * Whether an article told after a story brings a rate, day, decision or
 * speaker that the story lacked.
 */
export function bringsNews(
	article: Article,
	story: Story,
	statements: readonly Statement[] = [],
): boolean {
	const at = tellingTime(article);
	const held = new Set(story.figures);
	const lead = statements.filter((one) => isInLead(article, one));
	return (
		at >= story.lastToldAt &&
		[...newsIn(article, at), ...voicesIn(lead)].some((one) => !held.has(one))
	);
}

/** Who speaks, each once, as a story's figures hold it: `said greer`. */
export function voicesIn(statements: readonly Statement[]): string[] {
	return [...new Set(statements.map(({ speaker }) => `said ${speaker}`))];
}

/** Further down an article repeats who spoke before; a new voice leads. */
function isInLead(news: NewsText, { field, start }: Statement): boolean {
	if (field === "title") return true;
	const isLeading = field === (news.summary ? "summary" : "body");
	return isLeading && start < firstSentence(news[field]).length;
}

/** What an article's title and lead bring: rates, days still to come, the title's decisions, and revisions. */
function newsIn(news: NewsText, at: Date): string[] {
	const lead = `${news.title}\n${firstSentence(news.summary || news.body)}`;
	const coming = datesIn(lead).filter((date) => isToCome(date, at));
	const decisions = [...turnsIn(news.title), ...revisionsIn(lead)];
	return [...ratesIn(lead), ...coming, ...decisions];
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
