import { type Card, type Headline, textBlock } from "../chat/card.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { Say } from "../phrases/say.ts";

const mostHeadlines = 30;

/** What a channel would have heard while its posts were held back, in order; the newest where not all fit. */
export function catchUpCard(held: readonly Delivery[], say: Say): Card {
	const all = held.flatMap(headlinesOf);
	const count = all.length;
	const items = all.slice(-mostHeadlines);
	const older = count - items.length;
	const more =
		older > 0 ? [textBlock(say("cards.older", { count: older }))] : [];
	const digests = held.filter(({ kind }) => kind === "digest").length;
	const fromDigests =
		digests > 0
			? [textBlock(say("cards.catchUpDigests", { count: digests }))]
			: [];
	return {
		title: say("cards.catchUpTitle", { count }),
		url: null,
		tone: "news",
		blocks: [
			textBlock(say("cards.catchUp")),
			...fromDigests,
			...more,
			{ kind: "headlines", title: null, items },
		],
		actions: [],
		footer: null,
	};
}

/** A digest's own headlines; of a story its card's title. */
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
