import type { Block, Card, Span } from "../../src/chat/card.ts";

/** Text as it is compared: nothing invisible, one space between words; a control may have become a space or a sign. */
export function plainWords(text: string): string {
	return text
		.toWellFormed()
		.replace(/\p{Cf}/gu, "")
		.replace(/[\p{Cc}\s\ufffd]+/gu, " ")
		.trim();
}

/** What of the card's texts cannot be read in what is shown; a wrapped column breaks texts, never words. */
export function unreadWords(card: Card, text: string): string[] {
	const shown = plainWords(text);
	const isShown = (words: string) =>
		words.split(" ").every((word) => shown.includes(word));
	return cardWords(card).filter(
		(words) => !shown.includes(words) && !isShown(words),
	);
}

/** Every text that a reader must be able to read, in order. */
function cardWords(card: Card): string[] {
	const words = [
		card.title,
		...card.blocks.flatMap(blockWords),
		...card.actions.map(({ label }) => label),
		card.footer ?? "",
	];
	return words.map(plainWords).filter((word) => word !== "");
}

function blockWords(block: Block): string[] {
	switch (block.kind) {
		case "text":
			return spanWords(block.spans);
		case "facts":
			return block.facts.flatMap(({ label, value }) => [
				label,
				...spanWords(value),
			]);
		case "headlines":
			return [
				block.title ?? "",
				...block.items.flatMap(({ title, outlet, note }) => [
					title,
					outlet,
					note ?? "",
				]),
			];
		case "table":
			return [
				...block.columns.map(({ title }) => title),
				...block.rows.flat().flatMap(spanWords),
			];
		case "picture":
			return [block.alt];
	}
}

function spanWords(spans: readonly Span[]): string[] {
	return spans.map(({ text }) => text);
}
