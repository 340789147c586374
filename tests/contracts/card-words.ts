import type { Block, Card, Span } from "../../src/chat/card.ts";

/** Every text of a card that a reader must be able to read, in order. */
export function cardWords(card: Card): string[] {
	const words = [
		card.title,
		...card.blocks.flatMap(blockWords),
		...card.actions.map(({ label }) => label),
		card.footer ?? "",
	];
	return words.map(plainWords).filter((word) => word !== "");
}

/** Text as it is compared: no invisible characters, one space between words. */
export function plainWords(text: string): string {
	return text
		.replace(/[\p{Cc}\p{Cf}]/gu, "")
		.replace(/\s+/g, " ")
		.trim();
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
