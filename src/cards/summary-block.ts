import { type Block, textBlock } from "../chat/card.ts";
import type { Statement } from "../news/statement.ts";
import { summarise } from "../news/summarise.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import type { Say } from "../phrases/say.ts";
import { wholeStart } from "../text/whole-start.ts";
import { type StoryTold, watchedStatement } from "./story-told.ts";

/** UTF-16 units. */
const longest = 500;

/**
 * At most two sentences of the Article, in its own words: its lead, and the
 * one that met a topic; without those that the card quotes already. A written
 * summary stands in their place where there is one.
 */
export function summaryBlock(told: StoryTold, say: Say): Block[] {
	const { article, matches, written } = told;
	if (written) return [writtenBlock(written, say)];
	const evidence = matches.flatMap((match) => match.evidence);
	const { field, sentences } = summarise(article, { sentences: 2, evidence });
	const quoted = watchedStatement(told);
	const summary = sentences
		.filter(({ start, end }) => !isWithin({ start, end, field }, quoted))
		.map(({ start, end }) => article[field].slice(start, end))
		.join(" ");
	if (field === "title" || summary.trim() === "") return [];
	return [textBlock(shortened(summary.replace(/\s+/gu, " ").trim()))];
}

/** Another's words say whose they are. */
function writtenBlock({ text, model }: WrittenSummary, say: Say): Block {
	const by = say("cards.summaryBy", { model });
	return textBlock(text, { text: ` ${by}`, style: "soft" });
}

type Place = Pick<Statement, "field" | "start" | "end">;

function isWithin(sentence: Place, quoted: Place | undefined): boolean {
	return (
		quoted?.field === sentence.field &&
		sentence.start < quoted.end &&
		quoted.start < sentence.end
	);
}

/** Some feeds never end a sentence. */
function shortened(text: string): string {
	if (text.length <= longest) return text;
	const end = text.lastIndexOf(" ", longest - 1);
	return `${wholeStart(text, Math.max(end, longest / 2))}…`;
}
