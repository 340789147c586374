import type { types } from "@slack/bolt";
import type { Action, Card } from "../../src/chat/card.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Say } from "../../src/phrases/say.ts";
import { type CardPart, cardParts } from "./card-parts.ts";
import { noPictures } from "./put-pictures.ts";
import { mostInBlock, richBlock, spanPieces } from "./rich-text.ts";
import { cutText, escapeMarkup } from "./slack-text.ts";

/** What `chat.postMessage` and a response address take for a card. */
export interface CardMessage {
	/** For notifications and screen readers; the blocks are what is seen. */
	readonly text: string;
	readonly blocks: types.KnownBlock[];
}

const mostBlocks = 50;
const mostButtons = 25;
const mostActions = 50;
const longestLabel = 75;
const longestValue = 2000;
const longestFooter = 1900;
const longestText = 300;
/** What the buttons may take of the room, so that words go first. */
const roomForActions = 4000;
/** Blocks kept for what was left out, and the footer. */
const blocksForEnd = 2;

/**
 * Slack refuses messages somewhere above 12,000 characters with
 * `msg_blocks_too_long`, and counts more than the words
 * (github.com/slackapi/bolt-js/issues/2509 and 2867). So we count every text
 * in the blocks, the names of their kinds and addresses too, and stay below.
 */
export const usualRoom = 11_000;

/**
 * Dresses a card in Block Kit within every limit of Slack's. What does not fit
 * in `room` is left out from the end of the blocks, and the message says so.
 * Pictures with a file in `files` are shown, others told in words.
 */
export function cardMessage(
	card: Card,
	say: Say,
	room = usualRoom,
	files = noPictures,
): CardMessage {
	const actions = actionBlocks(
		card.actions,
		Math.min(roomForActions, room / 3),
	);
	const footer = footerBlocks(card.footer);
	const end = [...footer, ...actions.blocks];
	const body = fitParts(cardParts(card, files), {
		room: room - end.reduce((sum, block) => sum + weight(block), 0),
		blocks: mostBlocks - actions.blocks.length - blocksForEnd,
	});
	const left = leftOutBlocks({ ...body.left, actions: actions.left }, say);
	const blocks = [...body.blocks, ...left, ...end];
	const text = cutText(inertLine(card.title), longestText);
	return {
		text: escapeMarkup(text || say("platforms.slackNoTitle")),
		blocks: blocks.length > 0 ? blocks : emptyBlocks(say),
	};
}

function fitParts(
	parts: readonly CardPart[],
	most: { room: number; blocks: number },
) {
	const blocks: types.KnownBlock[] = [];
	let list = { items: [] as types.RichTextSection[], room: 0 };
	let room = most.room;
	for (const [at, part] of parts.entries()) {
		const size = weight(part);
		const joins = part.kind === "headline" && size <= list.room;
		if (size > room || (!joins && blocks.length === most.blocks)) {
			return { blocks, left: countLeft(parts.slice(at)) };
		}
		room -= size;
		if (part.kind === "block") blocks.push(part.block);
		else if (joins) list.items.push(part.item);
		else {
			// The block holds this very array: later headlines join it.
			list = { items: [part.item], room: mostInBlock };
			blocks.push(listBlock(list.items));
		}
		list.room = part.kind === "block" ? 0 : list.room - size;
	}
	return { blocks, left: countLeft([]) };
}

function listBlock(items: types.RichTextSection[]): types.RichTextBlock {
	const list = { type: "rich_text_list", style: "bullet" } as const;
	return { type: "rich_text", elements: [{ ...list, elements: items }] };
}

function countLeft(parts: readonly CardPart[]) {
	const headlines = parts.filter(({ kind }) => kind === "headline").length;
	return { headlines, parts: parts.length - headlines };
}

/** All texts in a block, however deep. */
function weight(value: unknown): number {
	if (typeof value === "string") return value.length;
	if (typeof value !== "object" || value === null) return 0;
	return Object.values(value).reduce((sum, one) => sum + weight(one), 0);
}

function leftOutBlocks(
	left: { headlines: number; parts: number; actions: number },
	say: Say,
): types.KnownBlock[] {
	const said = [
		left.headlines > 0 &&
			say("platforms.slackMoreHeadlines", { count: left.headlines }),
		left.parts > 0 && say("platforms.slackMoreParts", { count: left.parts }),
		left.actions > 0 &&
			say("platforms.slackMoreActions", { count: left.actions }),
	].filter((words) => words !== false);
	if (said.length === 0) return [];
	const text = said.join(" ");
	return [richBlock(spanPieces([{ text, style: "soft" }]))];
}

function footerBlocks(footer: string | null): types.KnownBlock[] {
	const text = cutText(inertLine(footer ?? ""), longestFooter);
	if (text === "") return [];
	const element = { type: "plain_text" as const, text, emoji: false };
	return [{ type: "context", elements: [element] }];
}

function actionBlocks(actions: readonly Action[], room: number) {
	const buttons: types.Button[] = [];
	let rest = room;
	for (const [at, action] of actions.slice(0, mostActions).entries()) {
		const button = actionButton(action, at);
		const { length } = action.line;
		const isLine = length > 0 && length <= longestValue;
		if (!isLine || weight(button) > rest) continue;
		rest -= weight(button);
		buttons.push(button);
	}
	const blocks: types.ActionsBlock[] = [];
	for (let at = 0; at < buttons.length; at += mostButtons) {
		const elements = buttons.slice(at, at + mostButtons);
		blocks.push({ type: "actions", elements });
	}
	return { blocks, left: actions.length - buttons.length };
}

/** The button carries its command line; its id only has to be its own. */
function actionButton({ label, line }: Action, at: number): types.Button {
	const words = inertLine(label) || inertLine(line) || "…";
	const text = cutText(words, longestLabel);
	return {
		type: "button",
		action_id: `${actionPrefix}${at}`,
		text: { type: "plain_text", text, emoji: false },
		value: line.toWellFormed(),
	};
}

/** Ids of our buttons begin so. */
export const actionPrefix = "tradewire-";

function emptyBlocks(say: Say): types.KnownBlock[] {
	return [richBlock(spanPieces([{ text: say("platforms.slackNoTitle") }]))];
}
