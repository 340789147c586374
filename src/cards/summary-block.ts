import { type Block, textBlock } from "../chat/card.ts";
import type { NewsText } from "../news/article.ts";
import { fold } from "../text/fold.ts";
import { splitSentences } from "../text/split-sentences.ts";

const mostSentences = 2;
/** UTF-16 units. */
const longest = 400;

/**
 * At most two sentences of the Article, in its own words: the feed's summary,
 * or the beginning of the body where the feed has none that says more than
 * the title.
 */
export function summaryBlock(news: NewsText): Block[] {
	const title = plain(news.title);
	const text = [news.summary, news.body].find(
		(field) => field.trim() !== "" && !title.startsWith(plain(field)),
	);
	return text === undefined ? [] : [textBlock(opening(text))];
}

function opening(text: string): string {
	const sentences = splitSentences(text).slice(0, mostSentences);
	const fitting = sentences.findLast(({ end }) => end <= longest);
	const [first] = sentences;
	if (fitting && first) return oneLine(text.slice(first.start, fitting.end));
	const cut = text.slice(first?.start ?? 0, longest);
	const lastSpace = cut.search(/\s\S*$/u);
	return `${oneLine(lastSpace > 0 ? cut.slice(0, lastSpace) : cut)}…`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/gu, " ").trim();
}

function plain(text: string): string {
	return fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}
