import { createHash } from "node:crypto";
import { type ChannelRef, channelKey } from "../chat/channel.ts";

/**
 * Names what is told once: a subject's revision in a channel. 24 hex
 * characters, because a Discord nonce holds at most 25.
 */
export function deliveryId(
	channel: ChannelRef,
	subject: string,
	revision: number,
): string {
	return createHash("sha256")
		.update(JSON.stringify([channelKey(channel), subject, revision]))
		.digest("hex")
		.slice(0, 24);
}
