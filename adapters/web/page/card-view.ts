import type { Card, Tone } from "../../../src/chat/card.ts";
import { blockView } from "./block-view.ts";
import { button, element, link } from "./element.ts";
import { moment } from "./moment.ts";
import { type WordKey, word } from "./words.ts";

const toneWords: Readonly<Record<Tone, WordKey>> = {
	news: "toneNews",
	answer: "toneAnswer",
	done: "toneDone",
	warning: "toneWarning",
	mistake: "toneMistake",
};

export interface CardMarks {
	/** ISO instant of the newest form. */
	readonly at: string;
	readonly updated: boolean;
	/** It answers a post that is not in sight. */
	readonly inReply: boolean;
}

/** A card as the page shows it; its buttons run their command lines. */
export function cardView(
	card: Card,
	marks: CardMarks,
	run: (line: string) => void,
): HTMLElement {
	const title = card.title
		? element("h3", { dir: "auto" }, link(card.url, card.title))
		: null;
	return element(
		"article",
		{ class: `card ${card.tone}` },
		marksView(card.tone, marks),
		title,
		...card.blocks.map(blockView),
		actionsView(card, run),
		card.footer
			? element("p", { class: "footer", dir: "auto" }, card.footer)
			: null,
	);
}

function marksView(tone: Tone, marks: CardMarks): HTMLElement {
	return element(
		"div",
		{ class: "marks" },
		element("span", { class: "tone" }, word(toneWords[tone])),
		marks.inReply ? element("span", {}, word("inReply")) : null,
		marks.updated
			? element("span", { class: "updated" }, word("updated"))
			: null,
		moment(marks.at, marks.updated ? "updatedAt" : "postedAt"),
	);
}

function actionsView(
	{ actions }: Card,
	run: (line: string) => void,
): HTMLElement | null {
	if (actions.length === 0) return null;
	const buttons = actions.map(({ label, line }) =>
		button({ class: "action", title: line }, () => run(line), label),
	);
	const about = { role: "group", "aria-label": word("actions") };
	return element("div", { class: "actions", ...about }, ...buttons);
}
