import { cardView } from "./card-view.ts";
import { button, element } from "./element.ts";
import type { Asked } from "./keep.ts";
import { moment } from "./moment.ts";
import { word } from "./words.ts";

/** A question of the reader's own with its answer, or what went wrong and a way to try again. */
export function askedView(
	asked: Asked,
	run: (line: string) => void,
): HTMLElement {
	const { line, at } = asked;
	return element(
		"li",
		{ class: "asked" },
		element(
			"div",
			{ class: "line" },
			element("span", { class: "you" }, word("you")),
			element("code", { dir: "auto" }, line),
			moment(at),
		),
		answerView(asked, run),
	);
}

function answerView(asked: Asked, run: (line: string) => void): HTMLElement {
	const { line, at, card, trouble } = asked;
	if (card) return cardView(card, { at, updated: false, inReply: false }, run);
	if (trouble === null) {
		return element("p", { class: "asking", role: "status" }, word("asking"));
	}
	return element(
		"p",
		{ class: "trouble", role: "alert" },
		word("askFailed", { reason: trouble }),
		" ",
		button({ class: "quiet" }, () => run(line), word("retry")),
	);
}
