import {
	type Action,
	type Block,
	type Card,
	type Headline,
	isDay,
	type Span,
} from "./card.ts";
import { inertLine, inertText } from "./inert-text.ts";
import { tableText } from "./table-text.ts";
import { wrapText } from "./wrap-text.ts";

export interface CardTextOptions {
	/** Columns; 80 when not given. */
	readonly width?: number;
	/** ANSI styles for a terminal that shows them. */
	readonly colour?: boolean;
	/** IANA zone in which times are shown; UTC when not given. */
	readonly zone?: string;
}

interface Paper {
	readonly width: number;
	readonly zone: string;
	strong(text: string): string;
	soft(text: string): string;
}

/**
 * A Card as plain text, for terminals and logs: nothing is left out but
 * pictures, whose description stands for them. Outside text is made inert: no
 * terminal escape or direction mark in it survives.
 */
export function cardText(card: Card, options: CardTextOptions = {}): string {
	const paper = paperFor(options);
	const head = [
		paper.strong(wrapText(inertLine(card.title), paper.width)),
		...(card.url ? [paper.soft(inertLine(card.url))] : []),
	];
	const parts = [
		head.join("\n"),
		...card.blocks.map((block) => blockText(block, paper)),
		actionsText(card.actions, paper),
		paper.soft(wrapText(inertLine(card.footer ?? ""), paper.width)),
	];
	return parts.filter((part) => part !== "").join("\n\n");
}

function paperFor(options: CardTextOptions): Paper {
	const styled = (code: number) => (text: string) =>
		options.colour && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
	return {
		width: Math.max(20, options.width ?? 80),
		zone: options.zone ?? "UTC",
		strong: styled(1),
		soft: styled(2),
	};
}

function blockText(block: Block, paper: Paper): string {
	switch (block.kind) {
		case "text":
			return wrapText(inertText(spansText(block.spans)), paper.width);
		case "facts":
			return factsText(block.facts, paper);
		case "headlines":
			return headlinesText(block, paper);
		case "table":
			return tableText(
				block.columns,
				block.rows.map((row) => row.map((cell) => spansText(cell))),
				paper.width,
			);
		case "picture":
			return wrapText(`[${inertLine(block.alt)}]`, paper.width);
	}
}

/** A link's address follows its words, unless the words are the address. */
function spansText(spans: readonly Span[]): string {
	return spans
		.map(({ text, url }) => (url && url !== text ? `${text} <${url}>` : text))
		.join("");
}

function factsText(
	facts: Extract<Block, { kind: "facts" }>["facts"],
	paper: Paper,
): string {
	const rows = facts.map(({ label, value }) => ({
		label: inertLine(label),
		value: inertLine(spansText(value)),
	}));
	const longest = Math.max(...rows.map(({ label }) => label.length), 0);
	const indent = Math.min(longest, Math.floor(paper.width / 2)) + 2;
	return rows
		.map(({ label, value }) => {
			const lines = wrapText(value, paper.width - indent).split("\n");
			const start =
				paper.strong(label) + " ".repeat(Math.max(2, indent - label.length));
			return start + lines.join(`\n${" ".repeat(indent)}`);
		})
		.join("\n");
}

function headlinesText(
	block: Extract<Block, { kind: "headlines" }>,
	paper: Paper,
): string {
	const title =
		block.title === null ? [] : [paper.strong(inertLine(block.title))];
	const items = block.items.map((item) => headlineText(item, paper));
	return [...title, ...items].join("\n");
}

function headlineText(item: Headline, paper: Paper): string {
	const source = [
		item.outlet,
		item.at === null ? "" : timeText(item.at, paper.zone),
	]
		.filter((part) => part !== "")
		.join(", ");
	const lines = [
		inertLine(item.title),
		...(item.note ? [inertLine(item.note)] : []),
	].map((line) => wrapText(line, paper.width - 2));
	const soft = [inertLine(source), inertLine(item.url ?? "")]
		.filter((line) => line !== "")
		.map((line) => paper.soft(line));
	return `- ${[...lines, ...soft].join("\n").replaceAll("\n", "\n  ")}`;
}

function timeText(at: string, zone: string): string {
	const time = new Date(at);
	if (isDay(at) || Number.isNaN(time.getTime())) return at;
	const parts = new Intl.DateTimeFormat("sv-SE", {
		timeZone: zone,
		dateStyle: "short",
		timeStyle: "short",
	});
	return `${parts.format(time)}${zone === "UTC" ? " UTC" : ""}`;
}

function actionsText(actions: readonly Action[], paper: Paper): string {
	return actions
		.map(({ label, line }) => {
			const [name, typed] = [inertLine(label), inertLine(line)];
			return name === typed
				? `> ${typed}`
				: `> ${name}: ${paper.strong(typed)}`;
		})
		.join("\n");
}
