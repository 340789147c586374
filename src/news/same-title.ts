import { fold } from "../text/fold.ts";
import type { Article } from "./article.ts";
import type { Story } from "./story.ts";

/** A title this short, in words, is a rubric ("Market update") that comes again. */
const shortTitle = 4;

/** Whether the article bears the title of one of a story's tellings, and it is no rubric. */
export function hasSameTitle(article: Article, story: Story): boolean {
	const title = bareTitle(article.title, article.outlet);
	if (title.split(" ").length <= shortTitle) return false;
	return story.tellings.some(
		(telling) => bareTitle(telling.title, telling.outlet) === title,
	);
}

const commentLabel =
	/^(?:opinion|editorial|comment|commentary|column|op-ed|letters?|analysis|chronique|analyse|analisis|columna) ?[:|-]/;

/** Whether a title says that it comments on news: `Opinion: …`. */
export function isComment(title: string): boolean {
	return commentLabel.test(fold(title));
}

/** Folded, without the outlet that feeds and news searches hang on: `… - Reuters`. */
function bareTitle(title: string, outlet: string): string {
	const folded = fold(title).replace(/\s+/g, " ").trim();
	const tail = /\s[-|]\s([^-|]{2,40})$/.exec(folded);
	if (tail === null) return folded;
	const isOutlet = tail[1] === fold(outlet) || tail[1]?.split(" ").length === 1;
	return isOutlet ? folded.slice(0, tail.index) : folded;
}
