import type { Article } from "../news/article.ts";
import { factsBesideBook } from "../news/facts-beside-book.ts";
import { inOwnLanguage } from "../news/in-own-language.ts";
import { newsFacts } from "../news/news-facts.ts";
import { readBook } from "../tariffs/book.ts";
import { goodsFinderOf } from "../tariffs/find-goods.ts";
import { languageDetector } from "../text/detect-language.ts";
import { answerLines } from "./answer-lines.ts";
import { type NewsLine, readNewsLine } from "./json-lines.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

/** `tradewire facts`: the rates, days, acts and codes that each piece of news tells. */
export function makeFactsCommand(now: () => Date): TerminalCommand {
	return {
		name: "facts",
		usage: "facts",
		about: `Reads news as JSON lines {id, title, summary?, body?, published?} and prints one
line for each: {id, language, rates, days, acts, codes, beside}. Each fact has
its field and its offsets in UTF-16 units; \`beside\` is what the tariff book
holds beside the rates, as a card shows it. News without a date is told today.`,
		async run(words, terminal) {
			if (words.length > 0) throw new UsageError("facts takes no words");
			const book = readBook();
			const detect = await languageDetector();
			return answerLines(terminal, {
				read: readNewsLine,
				answer(line) {
					const article = inOwnLanguage(articleFrom(line, now()), detect);
					const { id, language } = { ...article, id: line.id };
					const found = newsFacts(article, goodsFinderOf(book));
					const beside = factsBesideBook(article, book);
					return { id, language, ...found, beside };
				},
			});
		},
	};
}

function articleFrom({ news, ...line }: NewsLine, now: Date): Article {
	return {
		...news,
		id: String(line.id),
		feedId: "",
		url: line.url,
		outlet: "",
		kind: "media",
		language: "en",
		published: line.published,
		detected: line.published ?? now,
	};
}
