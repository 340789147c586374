import type { Card } from "../chat/card.ts";

/** An answering Card from its title and whatever else it has. */
export function answerCard(
	title: string,
	parts: Partial<Omit<Card, "title">> = {},
): Card {
	return {
		title,
		url: null,
		tone: "answer",
		blocks: [],
		actions: [],
		footer: null,
		...parts,
	};
}
