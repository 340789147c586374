import type { Article } from "../news/article.ts";
import { makeStoryTeller } from "../news/story-teller.ts";
import { answerLines } from "./answer-lines.ts";
import { type NewsLine, readNewsLine } from "./json-lines.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

/** `tradewire stories`: says which story each piece of news tells. */
export const storiesCommand: TerminalCommand = {
	name: "stories",
	usage: "stories",
	about: `Reads news in time order as JSON lines {id, title, summary?, body?, url?,
published?} and prints one line for each: {id, story}. A story's id is given
when its first article is read and never changes.`,
	async run(words, terminal) {
		if (words.length > 0) throw new UsageError("stories takes no words");
		const teller = makeStoryTeller();
		let now = new Date(0);
		return answerLines(terminal, {
			read: readNewsLine,
			answer(line) {
				// A line without a date is told when the line before it was.
				now = line.published ?? now;
				const { story } = teller.tell(articleFrom(line, now));
				return { id: line.id, story: story.id };
			},
		});
	},
};

function articleFrom(line: NewsLine, detected: Date): Article {
	return {
		...line.news,
		id: String(line.id),
		feedId: "",
		url: line.url,
		outlet: "",
		kind: "media",
		language: "",
		published: line.published,
		detected,
	};
}
