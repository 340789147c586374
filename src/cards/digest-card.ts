import {
	type Block,
	type Card,
	type Headline,
	type Span,
	textBlock,
} from "../chat/card.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { RateNotice } from "../deliveries/rate-watch.ts";
import type { Story } from "../news/story.ts";
import type { Say } from "../phrases/say.ts";
import type { Topic } from "../topics/topic.ts";
import { publishedTime } from "./date-text.ts";
import { topicName } from "./topic-name.ts";

/** A Story with the topics it met that the channel follows, likeliest first. */
interface DigestEntry {
	readonly story: Story;
	readonly topics: readonly Topic[];
}

/** A channel's day. */
export interface DigestDay {
	/** Local date, `YYYY-MM-DD`. */
	readonly date: string;
	/** IANA zone that the date is of. */
	readonly zone: string;
	/** Made after its time, for the house was down. */
	readonly late: boolean;
	/** In order of time. */
	readonly entries: readonly DigestEntry[];
	/** Duties that changed, in the channel's language. */
	readonly rates: readonly RateNotice[];
}

const mostHeadlines = 30;
const mostOutlets = 4;

/** The day's stories by topic, each story once; a topic with more than fits says where the rest is. */
export function digestCard(digest: DigestDay, say: Say): Card {
	const count = digest.entries.length;
	const groups = byTopic(digest.entries);
	const share = fairShare(groups.map(({ stories }) => stories.length));
	const late = digest.late
		? [textBlock({ text: say("cards.digestLate"), style: "soft" })]
		: [];
	const intro = textBlock(say("cards.digestCount", { count }));
	return {
		title: say("cards.digestTitle", { date: digest.date }),
		url: null,
		tone: "news",
		blocks: [
			intro,
			...late,
			...ratesBlock(digest, say),
			...groups.flatMap((group) => groupBlocks(group, share, say)),
		],
		actions: [],
		footer: say("cards.digestFooter", { zone: digest.zone }),
	};
}

function ratesBlock({ rates }: DigestDay, say: Say): Block[] {
	if (rates.length === 0) return [];
	const items = rates.map(
		({ title, url, source }): Headline => ({
			...{ title, url, outlet: source, at: null },
		}),
	);
	return [{ kind: "headlines", title: say("rates.digestTitle"), items }];
}

interface Group {
	readonly topic: Topic | undefined;
	readonly stories: Story[];
}

function byTopic(entries: readonly DigestEntry[]): readonly Group[] {
	const groups = new Map<string | undefined, Group>();
	for (const { story, topics } of entries) {
		const [topic] = topics;
		const group = groups.get(topic?.id) ?? { topic, stories: [] };
		group.stories.push(story);
		groups.set(topic?.id, group);
	}
	return [...groups.values()];
}

/** The most headlines that every group may show while all of them fit; one at least. */
function fairShare(sizes: readonly number[]): number {
	const shown = (share: number) =>
		sizes.reduce((sum, size) => sum + Math.min(size, share), 0);
	let share = 1;
	while (share < mostHeadlines && shown(share + 1) <= mostHeadlines) share++;
	return share;
}

function groupBlocks(
	{ topic, stories }: Group,
	share: number,
	say: Say,
): Block[] {
	const title = topic ? topicName(topic, say) : null;
	const items = stories.slice(0, share).map(headlineOf);
	const headlines: Block = { kind: "headlines", title, items };
	const count = stories.length - items.length;
	if (count === 0) return [headlines];
	const more: Span[] = [{ text: say("cards.more", { count }) }];
	if (title !== null) {
		const line = formatCommandLine("news", null, { words: title });
		more.push({ text: ": " }, { text: line, style: "code" });
	}
	return [headlines, { kind: "text", spans: more }];
}

function headlineOf(story: Story): Headline {
	const outlets = [...new Set(story.tellings.map(({ outlet }) => outlet))];
	const shown = outlets.slice(0, mostOutlets).join(", ");
	const more = outlets.length - mostOutlets;
	return {
		title: story.headline,
		url: story.url,
		outlet: more > 0 ? `${shown} +${more}` : shown,
		at: publishedTime(story.firstToldAt),
	};
}
