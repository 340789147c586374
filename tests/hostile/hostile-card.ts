import type { Card } from "../../src/chat/card.ts";

/** The address that a card of ours leads to on purpose. */
export const ownAddress = "https://news.example/steel";

/** A card in which every text is a stranger's, and every address too. */
export function hostileCard(text: string, url: string = ownAddress): Card {
	const spans = [
		{ text },
		{ text, style: "strong" as const },
		{ text, style: "soft" as const },
		{ text, style: "code" as const },
		{ text, url },
	];
	const item = { title: text, url, outlet: text, at: text, note: text };
	return {
		title: text,
		url,
		tone: "news",
		blocks: [
			{ kind: "text", spans },
			{ kind: "facts", facts: [{ label: text, value: spans }] },
			{
				kind: "headlines",
				title: text,
				items: [item, { ...item, at: "2026-10-07T14:30:00Z" }],
			},
			{
				kind: "table",
				columns: [{ title: text, align: "left" }],
				rows: [[spans]],
			},
			{ kind: "picture", svg: "<svg/>", alt: text },
		],
		actions: [
			{ label: text, line: `/news ${text}` },
			{ label: "More", line: text },
		],
		footer: text,
	};
}
