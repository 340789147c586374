import { type Card, type Headline, textBlock } from "../chat/card.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { Say } from "../phrases/say.ts";

const mostHeadlines = 30;

/** What a channel would have heard while its posts were held back, in order; the newest where not all fit. */
export function catchUpCard(held: readonly Delivery[], say: Say): Card {
	const count = held.length;
	const items = held.slice(-mostHeadlines).map(headlineOf);
	const older = count - items.length;
	const more =
		older > 0 ? [textBlock(say("cards.older", { count: older }))] : [];
	return {
		title: say("cards.catchUpTitle", { count }),
		url: null,
		tone: "news",
		blocks: [
			textBlock(say("cards.catchUp")),
			...more,
			{ kind: "headlines", title: null, items },
		],
		actions: [],
		footer: null,
	};
}

/** The held card's footer names its source and date already. */
function headlineOf({ card, createdAt }: Delivery): Headline {
	return card.footer === null
		? {
				title: card.title,
				url: card.url,
				outlet: "",
				at: createdAt.toISOString(),
			}
		: { title: card.title, url: card.url, outlet: card.footer, at: null };
}
