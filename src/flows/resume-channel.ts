import { type ChannelRef, type Channels, channelKey } from "../chat/channel.ts";
import type { Log } from "../log.ts";

/** The channel can be reached again: what it holds goes out with the next sweep. */
export async function resumeChannel(
	channel: ChannelRef,
	tools: { readonly channels: Channels; readonly log: Log },
): Promise<void> {
	await tools.channels.change(channel, { suspended: null });
	tools.log.info("channel resumed", { channel: channelKey(channel) });
}
