import type { NewsText } from "../../src/news/article.ts";
import type { Statement } from "../../src/news/statement.ts";

/** A piece of news of which only some words matter. */
export function newsOf(words: Partial<NewsText> | string): NewsText {
	const given = typeof words === "string" ? { body: words } : words;
	return { title: "", summary: "", body: "", ...given };
}

/** A Statement made of words that stand in the news. */
export function saidIn(
	news: NewsText,
	{
		speaker,
		text,
		field = "body",
	}: {
		readonly speaker: string;
		readonly text: string;
		readonly field?: keyof NewsText;
	},
): Statement {
	const start = news[field].indexOf(text);
	if (start < 0) throw new Error(`the news does not hold: ${text}`);
	const end = start + text.length;
	return {
		field,
		speaker,
		cue: "said",
		text,
		quote: null,
		kind: "indirect",
		start,
		end,
	};
}
