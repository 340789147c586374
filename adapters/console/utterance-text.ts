import { cardText } from "../../src/chat/card-text.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Utterance } from "../../src/chat/transcript.ts";
import type { Say } from "../../src/phrases/say.ts";

export interface TextLooks {
	readonly say: Say;
	readonly colour: boolean;
	/** Columns. */
	readonly width: number;
	/** IANA zone. */
	readonly zone: string;
}

/**
 * An utterance as printed lines. A terminal cannot change what it has shown,
 * so a newer form is printed again under a mark, and a reply names its post.
 */
export function utteranceText(
	utterance: Utterance,
	parent: Utterance | null,
	{ say, ...looks }: TextLooks,
): string {
	const { revision, replyTo, card } = utterance;
	const marks: string[] = [];
	if (replyTo !== null) {
		const title = parent ? inertLine(parent.card.title) : "";
		marks.push(
			title
				? say("platforms.consoleInReply", { title })
				: say("platforms.consoleInReplyToLost"),
		);
	}
	if (revision > 1) marks.push(say("platforms.consoleUpdated"));
	const head = marks.map((mark) => `[${mark}]`).join(" ");
	return [head, cardText(card, looks)].filter((text) => text !== "").join("\n");
}
