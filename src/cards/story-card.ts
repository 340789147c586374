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
	const isFirst = first === undefined || first.articleId === article.id;
	return {
		title: story.headline,
		url: story.url,
		tone: "news",
		blocks: [
			...(isFirst ? [] : [voiceBlock(first.outlet)]),
			...(isFirst ? bodyOf(told, say) : latestOf(told, say)),
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
		blocks: [...bodyOf(told, say), ...topicsBlock(told.topics, say)],
		actions: storyActions(story, say),
		footer: sourceFooter(article, say),
	};
}

function bodyOf(told: StoryTold, say: Say): Block[] {
	const voice = voiceText(told.article, say);
	return [
		voiceBlock(voice),
		...statementBlock(told, say),
		...summaryBlock(told),
	];
}

/** The headline stays its own outlet's; words of another stand under that one's name. */
function latestOf(told: StoryTold, say: Say): Block[] {
	const words = [...statementBlock(told, say), ...summaryBlock(told)];
	if (words.length === 0) return [];
	const { article } = told;
	const text = say("cards.latest", { voice: voiceText(article, say) });
	const link = article.url === null ? {} : { url: article.url };
	return [textBlock({ text, style: "strong", ...link }), ...words];
}

function voiceBlock(text: string): Block {
	return textBlock({ text, style: "strong" });
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
