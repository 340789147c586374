import { expect, test } from "vitest";
import { inOwnLanguage } from "../../src/news/in-own-language.ts";
import { languageDetector } from "../../src/text/detect-language.ts";
import { newsArticle } from "./news-article.ts";

const detect = await languageDetector();

test.each([
	[
		"Acier : Ottawa réplique",
		"Le gouvernement impose une surtaxe de 25 %.",
		"fr",
	],
	[
		"Steel: Ottawa answers",
		"The government sets a surtax of 25 per cent.",
		"en",
	],
	["Ottawa", "", "en"],
])("a feed that declares English gives %s", (title, summary, language) => {
	const article = newsArticle({ title, summary, language: "en" });
	expect(inOwnLanguage(article, detect)).toEqual({ ...article, language });
});
