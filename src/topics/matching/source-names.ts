import type { MatchableNews } from "../matchable-news.ts";
import { wordsOf } from "../words-of.ts";

/** Words of an outlet's name that are looked at. */
const mostWords = 8;

/**
 * What `source:` may ask for: every run of words of the outlet's name, of the
 * feed's id and of the site's address. `source:cbc` meets "CBC News" and
 * www.cbc.ca alike.
 */
export function sourceNames({ outlet, feedId, url }: MatchableNews): string[] {
	const texts = [outlet ?? "", feedId ?? "", siteOf(url ?? "")];
	return [...new Set(texts.flatMap(runsOf))].map((run) => `source:${run}`);
}

function siteOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname : "";
}

function runsOf(text: string): string[] {
	const words = wordsOf(text)
		.slice(0, mostWords)
		.map((word) => word.text);
	return words.flatMap((_, from) =>
		words
			.slice(from)
			.map((__, more) => words.slice(from, from + more + 1).join(" ")),
	);
}
