import { createHash } from "node:crypto";
import type { APIMessage } from "discord.js";
import type { Say } from "../../src/phrases/say.ts";
import { markOfButton } from "./action-buttons.ts";

/** The longest nonce that Discord takes. */
const longestNonce = 25;

/**
 * A delivery's key as a nonce, which makes Discord drop a repeat for some
 * minutes. Discord does not keep nonces, so the same text also marks the post
 * for good: in the id of its first button, or at the end of its footer. A
 * delivery's id fits as it is and is then what `/why` takes.
 */
export function nonceOf(key: string): string {
	if (/^[^|\s]+$/.test(key) && key.length <= longestNonce) return key;
	return createHash("sha256").update(key).digest("hex").slice(0, 24);
}

/** A footer that carries the mark, in words for people, at its end. */
export function markedFooter(footer: string, mark: string, say: Say): string {
	const id = say("platforms.discordId", { id: mark });
	return footer === "" ? id : `${footer} · ${id}`;
}

/** Whether a message of ours, as history gives it, is the post of this nonce. */
export function hasMark(message: APIMessage, nonce: string): boolean {
	if (message.nonce === nonce) return true;
	const footers = message.embeds.map(({ footer }) => footer?.text ?? "");
	return (
		footers.some((text) => text.endsWith(` ${nonce}`)) ||
		buttonIds(message).some((id) => markOfButton(id) === nonce)
	);
}

function buttonIds({ components = [] }: APIMessage): string[] {
	return components.flatMap((row) =>
		"components" in row
			? row.components.flatMap((part) =>
					"custom_id" in part ? [part.custom_id] : [],
				)
			: [],
	);
}
