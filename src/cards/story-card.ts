import type { Action, Block, Card, Span } from "../chat/card.ts";
import type { Story, Telling } from "../news/story.ts";
import type { Say } from "../phrases/say.ts";
import { factsBlock } from "./facts-block.ts";
import {
	type StoryTold,
	sourceFooter,
	statementBlock,
	topicsBlock,
} from "./story-told.ts";
import { summaryBlock } from "./summary-block.ts";

export type { StoryTold } from "./story-told.ts";

/** Other outlets named with their links; the rest are counted. */
const mostOutlets = 8;

/** A Story's post: the Article that brought it to the channel, and who else tells it. */
export function storyCard(told: StoryTold, say: Say): Card {
	const { story, article } = told;
	return {
		title: article.title,
		url: article.url,
		tone: "news",
		blocks: [
			...bodyOf(told, say),
			...alsoBlock(told, say),
			...topicsBlock(told.topics, say),
		],
		actions: storyActions(story, say),
		footer: sourceFooter(article, say),
	};
}

/** What is new in a Story that was told before; answers in the thread of its post. */
export function changeCard(told: StoryTold, say: Say): Card {
	const { story, article } = told;
	return {
		title: say("cards.changed", { title: article.title }),
		url: article.url,
		tone: "news",
		blocks: [...bodyOf(told, say), ...topicsBlock(told.topics, say)],
		actions: storyActions(story, say),
		footer: sourceFooter(article, say),
	};
}

function bodyOf(told: StoryTold, say: Say): Block[] {
	return [
		...statementBlock(told, say),
		...summaryBlock(told, say),
		...factsBlock(told.facts, say),
	];
}

function alsoBlock({ story, article }: StoryTold, say: Say): Block[] {
	const others = otherOutlets(story, article.outlet);
	if (others.length === 0) return [];
	const shown = others.slice(0, mostOutlets);
	const spans = shown.flatMap((telling, index): Span[] => [
		{ text: index === 0 ? `${say("cards.also")} ` : ", " },
		tellingSpan(telling),
	]);
	const count = others.length - shown.length;
	const more = count > 0 ? [{ text: say("cards.alsoMore", { count }) }] : [];
	return [{ kind: "text", spans: [...spans, ...more] }];
}

/** Each outlet once, with its first telling; not the one that the post shows already. */
function otherOutlets({ tellings }: Story, shown: string): Telling[] {
	const seen = new Set([shown]);
	return tellings.filter(({ outlet }) => {
		const isNew = !seen.has(outlet);
		seen.add(outlet);
		return isNew;
	});
}

function tellingSpan({ outlet, url }: Telling): Span {
	return url === null ? { text: outlet } : { text: outlet, url };
}

function storyActions({ id }: Story, say: Say): Action[] {
	return [
		{ label: say("cards.why"), line: `/why ${id}` },
		{ label: say("cards.story"), line: `/story ${id}` },
	];
}
