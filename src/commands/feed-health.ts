import { answerCard } from "../cards/answer-card.ts";
import { dateTimeText } from "../cards/date-text.ts";
import { type Block, type Card, textBlock } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import { asSentence } from "./as-sentence.ts";
import type { CommandTools } from "./command-tools.ts";

const mostRetries = 5;

interface FeedNow {
	readonly feed: Feed;
	readonly state: FeedState;
}

/** `/feeds health`: which feeds are in trouble and why, each in a sentence; then how many are well. */
export async function feedHealth(
	request: Request,
	tools: Pick<CommandTools, "feeds">,
): Promise<Card> {
	const { say } = request;
	const feeds = await tools.feeds.feeds();
	const all = await Promise.all(
		feeds.map(async (feed) => ({
			feed,
			state: await tools.feeds.state(feed.id),
		})),
	);
	const ill = all.filter(({ state }) => state.trouble !== null);
	const waiting = all.filter(({ state }) => state.polledAt === null);
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
			...troubleBlock(ill, request),
		],
		actions: ill.slice(0, mostRetries).map(({ feed }) => ({
			label: say("commands.retryLabel", { title: feed.title }),
			line: `/feeds retry ${feed.id}`,
		})),
	});
}

function troubleBlock(ill: readonly FeedNow[], request: Request): Block[] {
	if (ill.length === 0) return [];
	const facts = ill.map(({ feed, state }) => ({
		label: feed.title,
		value: [{ text: troubleText(state, request) }],
	}));
	return [{ kind: "facts", facts }];
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
