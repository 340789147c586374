import { type Block, textBlock } from "../chat/card.ts";
import { summarise } from "../news/summarise.ts";
import type { StoryTold } from "./story-told.ts";

/** UTF-16 units. */
const longest = 500;

/** At most two sentences of the Article, in its own words: its lead, and the one that met a topic. */
export function summaryBlock({ article, matches }: StoryTold): Block[] {
	const evidence = matches.flatMap((match) => match.evidence);
	const { field, summary } = summarise(article, { sentences: 2, evidence });
	if (field === "title" || summary.trim() === "") return [];
	return [textBlock(shortened(summary.replace(/\s+/gu, " ").trim()))];
}

/** Some feeds never end a sentence. */
function shortened(text: string): string {
	if (text.length <= longest) return text;
	const cut = text.slice(0, longest);
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2))}…`;
}
