import type { APIEmbed } from "discord.js";
import type { Action, Card, Tone } from "../../src/chat/card.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Say } from "../../src/phrases/say.ts";
import { actionButtons, type ButtonRow } from "./action-buttons.ts";
import type { DrawnPicture, DrawnPictures } from "./card-pictures.ts";
import { type CardPiece, cutText, spansPieces } from "./card-piece.ts";
import { cardPieces } from "./card-pieces.ts";
import { markedFooter } from "./delivery-mark.ts";
import { fillEmbeds } from "./fill-embeds.ts";
import { isBlank, plainMarkdown, webAddress } from "./markdown.ts";

/** What a Card is on Discord; the parts that a post, an update and an answer share. */
export interface CardMessage {
	readonly embeds: APIEmbed[];
	readonly components: ButtonRow[];
	/** Those that the embeds show, to be sent along. */
	readonly pictures: readonly DrawnPicture[];
}

interface Dressing {
	/** Put where `hasMark` finds it; empty when nothing is to be found later. */
	readonly mark?: string;
	/** Those that could be drawn. */
	readonly pictures?: DrawnPictures;
}

const longestTitle = 256;
const longestFooter = 300;

/** 0xRRGGBB of the bar beside an embed. */
const colours: Readonly<Record<Tone, number>> = {
	news: 0x0a6c74,
	answer: 0x3b5ba5,
	done: 0x2e7d32,
	warning: 0xb26a00,
	mistake: 0xa33b2e,
};

/**
 * A Card within all of Discord's limits; what has no room is said in its last
 * line.
 */
export function cardMessage(
	card: Card,
	say: Say,
	{ mark = "", pictures = new Map() }: Dressing = {},
): CardMessage {
	const { rows, left, marked } = actionButtons(card.actions, mark);
	const title = cutTitle(inertLine(card.title));
	const footer = cutFooter(inertLine(card.footer ?? ""));
	const pieces = [
		...spansPieces("text", "\n\n", [{ text: title.rest }]),
		...cardPieces(card.blocks, pictures),
		...spansPieces("text", "\n\n", [{ text: footer.rest }]),
		...left.flatMap(typedAction),
	];
	const url = card.url === null ? null : webAddress(card.url);
	if (title.start === "" && url !== null) pieces.unshift(...addressPiece(url));
	const filled = fillEmbeds({
		title: title.start,
		url,
		colour: colours[card.tone],
		pieces,
		footer:
			marked || !mark ? footer.start : markedFooter(footer.start, mark, say),
		say,
	});
	return { ...filled, components: [...rows] };
}

/** Without a title, the address stands in the text. */
function addressPiece(url: string): CardPiece[] {
	return spansPieces("text", "\n\n", [{ text: url, url }]);
}

/** A title too long goes on in the text below it. */
function cutTitle(title: string): { start: string; rest: string } {
	const whole = isBlank(title) ? "" : plainMarkdown(title);
	if (whole.length <= longestTitle) return { start: whole, rest: "" };
	// At worst, every letter is escaped.
	const [start = ""] = cutText(title, longestTitle / 2 - 1);
	const rest = title.slice(start.length);
	return { start: `${plainMarkdown(start.trim())}…`, rest: `…${rest}` };
}

/** A footer is no Markdown, and shows what it is given. */
function cutFooter(footer: string): { start: string; rest: string } {
	if (footer.length <= longestFooter) return { start: footer, rest: "" };
	return { start: "", rest: footer };
}

/** An action without a button: its label, and the line to type. */
function typedAction({ label, line }: Action): CardPiece[] {
	const name = label === line ? "" : `${label}: `;
	return spansPieces("buttons", "\n", [
		{ text: name },
		{ text: line, style: "code" },
	]);
}
