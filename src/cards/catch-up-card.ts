import {
	type Block,
	type Card,
	type Headline,
	type Span,
	textBlock,
} from "../chat/card.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { Say } from "../phrases/say.ts";
import type { Topic } from "../topics/topic.ts";
import { topicName } from "./topic-name.ts";

/** What was held, and when it is told. */
interface HeldBack {
	readonly held: readonly Delivery[];
	readonly now: Date;
	/** Undefined for a topic that is no more. */
	topic(id: string): Topic | undefined;
}

const mostHeadlines = 30;
/** Topics by which the rest can be looked up. */
const mostTopics = 5;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * What a channel would have heard while its posts were held back, each
 * headline once, in order. Where not all fit, the newest, how many more there
 * are, and the lines that find them.
 */
export function catchUpCard(told: HeldBack, say: Say): Card {
	const { held } = told;
	const lines = held.flatMap(headlinesOf);
	const all = [...new Map(lines.map((line) => [keyOf(line), line])).values()];
	const items = all.slice(-mostHeadlines);
	const digests = held.filter(({ kind }) => kind === "digest").length;
	const fromDigests =
		digests > 0
			? [textBlock(say("cards.catchUpDigests", { count: digests }))]
			: [];
	return {
		title: say("cards.catchUpTitle", { count: all.length }),
		url: null,
		tone: "news",
		blocks: [
			textBlock(say("cards.catchUp")),
			...fromDigests,
			...olderBlock(all.length - items.length, told, say),
			{ kind: "headlines", title: null, items },
		],
		actions: [],
		footer: null,
	};
}

/** A digest's own headlines; of all else its card's title. */
function headlinesOf({ kind, card, createdAt }: Delivery): readonly Headline[] {
	if (kind === "digest") {
		return card.blocks.flatMap((block) =>
			block.kind === "headlines" ? block.items : [],
		);
	}
	const { title, url, footer } = card;
	// The held card's footer names its source and date already.
	return footer === null
		? [{ title, url, outlet: "", at: createdAt.toISOString() }]
		: [{ title, url, outlet: footer, at: null }];
}

/** A story may have been held as a post and in a digest. */
function keyOf({ title, url }: Headline): string {
	return `${url} ${title}`;
}

function olderBlock(count: number, told: HeldBack, say: Say): Block[] {
	if (count === 0) return [];
	const lines = newsLines(told, say);
	const spans: Span[] = [{ text: say("cards.older", { count }) }];
	if (lines.length > 0) spans.push({ text: ` ${say("cards.olderFind")} ` });
	for (const [at, line] of lines.entries()) {
		if (at > 0) spans.push({ text: ", " });
		spans.push({ text: line, style: "code" });
	}
	return [{ kind: "text", spans }];
}

/** Finds what was held, topic by topic, as far back as it goes. */
function newsLines({ held, now, topic }: HeldBack, say: Say): string[] {
	const ids = new Set(held.flatMap(({ shows }) => shows?.topicIds ?? []));
	const topics = [...ids].flatMap((id) => topic(id) ?? []);
	const begun = Math.min(...held.map(({ createdAt }) => +createdAt));
	const days = `${Math.floor((+now - begun) / dayMs) + 1}d`;
	return topics.slice(0, mostTopics).map((one) => {
		const words = topicName(one, say);
		return formatCommandLine("news", null, { words, days });
	});
}
