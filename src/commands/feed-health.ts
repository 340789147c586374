import { answerCard } from "../cards/answer-card.ts";
import { dateTimeText, publishedText } from "../cards/date-text.ts";
import { type Block, type Card, textBlock } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import { pushedFeeds } from "../feeds/hub-lease.ts";
import { isSilent } from "../feeds/is-silent.ts";
import { asSentence } from "./as-sentence.ts";
import type { CommandTools } from "./command-tools.ts";
import { floodActions, floodFacts, floodsHere } from "./floods-here.ts";

const mostRetries = 5;
const dayMs = 24 * 3_600_000;

interface FeedNow {
	readonly feed: Feed;
	readonly state: FeedState;
}

/** `/feeds health`: which feeds are in trouble and why, each in a sentence; then how many are well. */
export async function feedHealth(
	request: Request,
	tools: Pick<CommandTools, "feeds" | "hubLeases" | "floods">,
): Promise<Card> {
	const { say, now } = request;
	const feeds = await tools.feeds.feeds();
	const all = await Promise.all(
		feeds.map(async (feed) => ({
			feed,
			state: await tools.feeds.state(feed.id),
		})),
	);
	const pushed = await pushedFeeds(tools.hubLeases, now);
	const ill = all.filter(({ state }) => state.trouble !== null);
	const waiting = all.filter(({ state }) => state.polledAt === null);
	const silent = all.filter(
		({ state }) => state.trouble === null && isSilent(state, now),
	);
	const flooded = await floodsHere(all, request, tools);
	const well = all.length - ill.length - waiting.length;
	const title = say("commands.healthTitle", { count: ill.length });
	return answerCard(title, {
		tone: ill.length > 0 ? "warning" : "answer",
		blocks: [
			textBlock(
				say("commands.healthText", {
					well,
					ill: ill.length,
					waiting: waiting.length,
				}),
			),
			...(pushed.size > 0
				? [textBlock(say("commands.healthPushed", { count: pushed.size }))]
				: []),
			...factsOf(ill, (state) => troubleText(state, request)),
			...factsOf(silent, (state) => silenceText(state, request)),
			...floodFacts(flooded, request),
		],
		actions: [
			...ill.slice(0, mostRetries).map(({ feed }) => ({
				label: say("commands.retryLabel", { title: feed.title }),
				line: `/feeds retry ${feed.id}`,
			})),
			...flooded.slice(0, mostRetries).flatMap((one) => floodActions(one, say)),
		],
	});
}

function factsOf(
	feeds: readonly FeedNow[],
	textOf: (state: FeedState) => string,
): Block[] {
	if (feeds.length === 0) return [];
	const facts = feeds.map(({ feed, state }) => ({
		label: feed.title,
		value: [{ text: textOf(state) }],
	}));
	return [{ kind: "facts", facts }];
}

function silenceText(
	state: FeedState,
	{ settings, say, now }: Request,
): string {
	const days = (ms: number) => Math.round(ms / dayMs);
	const { newestAt, gapMs } = state;
	return say("commands.silent", {
		at: newestAt ? publishedText(newestAt, settings.zone) : "",
		zone: settings.zone,
		days: days(now.getTime() - Number(newestAt)),
		usual: Math.max(1, days(gapMs ?? 0)),
	});
}

function troubleText(state: FeedState, { settings, say }: Request): string {
	const { trouble, failures, workedAt } = state;
	return say("commands.trouble", {
		trouble: asSentence(trouble ?? ""),
		failures,
		worked: String(workedAt !== null),
		at: workedAt ? dateTimeText(workedAt, settings.zone) : "",
		zone: settings.zone,
	});
}
