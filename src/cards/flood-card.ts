import { type Card, textBlock } from "../chat/card.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { Feed } from "../feeds/feed.ts";
import type { Say } from "../phrases/say.ts";
import { answerCard } from "./answer-card.ts";
import { dateTimeText } from "./date-text.ts";

/** What a feed brought at once, held for one channel. */
interface FloodHeld {
	readonly feed: Pick<Feed, "id" | "title">;
	readonly held: readonly Pick<Delivery, "card">[];
	readonly until: Date;
	/** IANA zone of the channel. */
	readonly zone: string;
}

const mostHeadlines = 5;

/** Asks a channel whether what its feed brought all at once is news. */
export function floodCard(
	{ feed, held, until, zone }: FloodHeld,
	say: Say,
): Card {
	const { id, title } = feed;
	const items = held.slice(0, mostHeadlines).map(({ card }) => ({
		...{ title: card.title, url: card.url },
		...{ outlet: card.footer ?? title, at: null },
	}));
	const count = held.length - items.length;
	const more = count > 0 ? [textBlock(say("cards.more", { count }))] : [];
	const at = dateTimeText(until, zone);
	return answerCard(say("cards.floodTitle", { title, count: held.length }), {
		tone: "warning",
		blocks: [
			textBlock(say("cards.floodText")),
			{ kind: "headlines", title: null, items },
			...more,
			textBlock(say("cards.floodUntil", { at, zone })),
		],
		actions: [
			{ label: say("cards.floodTell"), line: lineOf("tell", id) },
			{ label: say("cards.floodDrop"), line: lineOf("drop", id) },
		],
	});
}

function lineOf(answer: "tell" | "drop", feed: string): string {
	return formatCommandLine("feeds", answer, { feed });
}
