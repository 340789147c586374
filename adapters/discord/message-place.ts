import type { ChannelRef } from "../../src/chat/channel.ts";
import type { MessageRef } from "../../src/chat/chat-platform.ts";

/** Where a message stands, in snowflakes: `room` is its channel, or a thread there. */
export interface MessagePlace {
	readonly room: string;
	readonly message: string;
}

/** A message's id is its snowflake; in a thread of its channel, `thread/message`. */
export function placeOf({ channel, id }: MessageRef): MessagePlace {
	const slash = id.indexOf("/");
	return slash < 0
		? { room: channel.id, message: id }
		: { room: id.slice(0, slash), message: id.slice(slash + 1) };
}

/** The reverse. */
export function refAt(
	channel: ChannelRef,
	{ room, message }: MessagePlace,
): MessageRef {
	return { channel, id: room === channel.id ? message : `${room}/${message}` };
}
