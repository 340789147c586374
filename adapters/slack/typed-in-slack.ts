import type { SlashCommand } from "@slack/bolt";
import type { Block, Card, Span } from "../../src/chat/card.ts";
import { typedText } from "./slack-text.ts";

/** The command under which all others stand: Slack and its workspaces have uses of their own for names like `/topic`. */
const umbrella = "/tradewire";
/** What stands on its own as well. */
const ownName = "tariff";

/** `/tradewire tariff steel` and `/tariff steel` are one line; the umbrella alone asks for help. */
export function commandLine({ command, text }: SlashCommand): string {
	const typed = typedText(text ?? "");
	if (command !== umbrella) return `${command} ${typed}`.trim();
	if (typed === "") return "/help";
	return typed.startsWith("/") ? typed : `/${typed}`;
}

/**
 * Shows the command lines in a card as they are typed in Slack: `/help` as
 * `/tradewire help`. Only what we wrote as a command line is read as one: code,
 * and the names of facts and buttons. What a button does stays the same.
 */
export function asTypedInSlack(card: Card, commands: readonly string[]): Card {
	const names = commands.filter((name) => name !== ownName).join("|");
	if (names === "") return card;
	const start = new RegExp(`^/(?=(?:${names})(?![\\w-]))`);
	const line = (text: string) => text.replace(start, `${umbrella} `);
	return {
		...card,
		blocks: card.blocks.map((block) => blockLines(block, line)),
		actions: card.actions.map((action) => ({
			...action,
			label: line(action.label),
		})),
	};
}

function blockLines(block: Block, line: (text: string) => string): Block {
	const spans = (all: readonly Span[]) =>
		all.map((span) =>
			span.style === "code" ? { ...span, text: line(span.text) } : span,
		);
	switch (block.kind) {
		case "text":
			return { ...block, spans: spans(block.spans) };
		case "facts":
			return {
				...block,
				facts: block.facts.map(({ label, value }) => ({
					label: line(label),
					value: spans(value),
				})),
			};
		case "table":
			return { ...block, rows: block.rows.map((row) => row.map(spans)) };
		case "headlines":
		case "picture":
			return block;
	}
}
