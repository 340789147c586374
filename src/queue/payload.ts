import { UnrecoverableError } from "bullmq";
import { z } from "zod";
import {
	type ChannelRef,
	channelFromKey,
	channelKey,
} from "../chat/channel.ts";

/** What a poll job carries. */
export const pollPayload = z.object({ feedId: z.string().min(1) });

/** What a send job carries: the channel's key, and why it was enqueued, for the log. */
const sendPayload = z.object({
	channel: z.string().regex(/^[^:]+:./),
	cause: z.string(),
});

/** Writes a send job's payload. */
export function toSendPayload(channel: ChannelRef, cause: string) {
	return { channel: channelKey(channel), cause };
}

/** Reads a job's payload; one that is not as it should be is not tried again. */
export function readPayload<T>(schema: z.ZodType<T>, data: unknown): T {
	const read = schema.safeParse(data);
	if (read.success) return read.data;
	throw new UnrecoverableError(`wrong payload: ${z.prettifyError(read.error)}`);
}

/** The channel that a send job is for. */
export function channelOf(data: unknown): ChannelRef {
	return channelFromKey(readPayload(sendPayload, data).channel);
}
