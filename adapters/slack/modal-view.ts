import type { types } from "@slack/bolt";
import type { Card } from "../../src/chat/card.ts";
import type { Say } from "../../src/phrases/say.ts";
import { cardMessage } from "./card-message.ts";
import { formInputs } from "./form-inputs.ts";
import type { Form, Given } from "./form-of.ts";
import { richBlock, spanPieces } from "./rich-text.ts";
import { cutText } from "./slack-text.ts";
import { placeText, type ViewPlace } from "./view-place.ts";

/** `callback_id` of every form. */
export const formCallback = "tradewire_form";
const longestTitle = 24;

/** A form to fill in; `mistake` says above the fields what was wrong the last time. */
export function formView(
	{ form, given }: { readonly form: Form; readonly given: Given },
	place: ViewPlace,
	say: Say,
	mistake?: Card,
): types.ModalView {
	const said = mistake ? cardMessage(mistake, say).blocks : [];
	return {
		...modal(`/${form.name}`, { ...place, form: form.name }, say),
		callback_id: formCallback,
		submit: plain(say("platforms.slackFormSubmit")),
		blocks: [...said, ...formInputs(form, given, say)],
	};
}

/** An answer, shown to whoever asked. */
export function answerView(
	card: Card,
	place: ViewPlace,
	say: Say,
): types.ModalView {
	const { blocks } = cardMessage(card, say);
	return { ...modal(say("chat.name"), place, say), blocks };
}

/** Stands for an answer that is still to come. */
export function waitingView(place: ViewPlace, say: Say): types.ModalView {
	const words = [{ text: say("platforms.slackWaiting") }];
	const blocks = [richBlock(spanPieces(words))];
	return { ...modal(say("chat.name"), place, say), blocks };
}

function modal(title: string, place: ViewPlace, say: Say) {
	return {
		type: "modal" as const,
		title: plain(cutText(title, longestTitle)),
		close: plain(say("platforms.slackClose")),
		private_metadata: placeText(place),
	};
}

function plain(text: string): types.PlainTextElement {
	return { type: "plain_text", text, emoji: false };
}
