import type { DetectLanguage } from "../text/detect-language.ts";
import type { Article } from "./article.ts";

/**
 * The Article with the language that its words are in; the declared one where
 * they do not tell. Feeds of bilingual publishers declare one for all.
 */
export function inOwnLanguage(
	article: Article,
	detect: DetectLanguage,
): Article {
	const { title, summary, body, language } = article;
	const words = `${title}\n${summary || body}`;
	return { ...article, language: detect(words, language) };
}
