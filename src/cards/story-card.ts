import {
	type Action,
	type Block,
	type Card,
	type Span,
	textBlock,
} from "../chat/card.ts";
import type { Story, Telling } from "../news/story.ts";
import type { Say } from "../phrases/say.ts";
import {
	type StoryTold,
	sourceFooter,
	statementBlock,
	tellingFooter,
	topicsBlock,
	voiceText,
} from "./story-told.ts";
import { summaryBlock } from "./summary-block.ts";

export type { StoryTold } from "./story-told.ts";

/** Other outlets named with their links; the rest are counted. */
const mostOutlets = 8;

/** A Story's post, and its later editions: who else tells it joins in place. */
export function storyCard(told: StoryTold, say: Say): Card {
	const { story, article } = told;
	const [first] = story.tellings;
	// A later edition keeps the headline's own source, whoever tells it now.
	const isFirst = first === undefined || first.articleId === article.id;
	return {
		title: story.headline,
		url: story.url,
		tone: "news",
		blocks: [
			...bodyOf(told, isFirst ? voiceText(article, say) : first.outlet, say),
			...alsoBlock(story, say),
			...topicsBlock(told.topics, say),
		],
		actions: storyActions(story, say),
		footer: isFirst ? sourceFooter(article, say) : tellingFooter(first, say),
	};
}

/** What is new in a Story that was told before; answers in the thread of its post. */
export function changeCard(told: StoryTold, say: Say): Card {
	const { story, article } = told;
	return {
		title: say("cards.changed", { title: article.title }),
		url: article.url,
		tone: "news",
		blocks: [
			...bodyOf(told, voiceText(article, say), say),
			...topicsBlock(told.topics, say),
		],
		actions: storyActions(story, say),
		footer: sourceFooter(article, say),
	};
}

function bodyOf(told: StoryTold, voice: string, say: Say): Block[] {
	return [
		textBlock({ text: voice, style: "strong" }),
		...statementBlock(told, say),
		...summaryBlock(told),
	];
}

function alsoBlock(story: Story, say: Say): Block[] {
	const others = otherOutlets(story);
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
function otherOutlets({ tellings }: Story): Telling[] {
	const seen = new Set([tellings[0]?.outlet]);
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
