import { z } from "zod";
import type { ChannelRef } from "../../src/chat/channel.ts";

/** What a view remembers: Slack keeps it with the view, and hands it back with each press. */
export interface ViewPlace {
	/** What is asked in the view is asked in this channel. */
	readonly channel: ChannelRef;
	/** The response address of the command or press that opened it. */
	readonly respondTo?: string | undefined;
	/** The thread in which it was opened. */
	readonly thread?: string | undefined;
	/** The form that it is: `topic create`. */
	readonly form?: string | undefined;
	/** On the app's home, its owner's talk with the app. */
	readonly talk?: string | undefined;
}

const kept = z.object({
	channel: z.string(),
	respondTo: z.string().optional(),
	thread: z.string().optional(),
	form: z.string().optional(),
	talk: z.string().optional(),
});

/** As a view's `private_metadata`, which takes 3,000 characters: ours are a few hundred. */
export function placeText({ channel, ...rest }: ViewPlace): string {
	return JSON.stringify({ channel: channel.id, ...rest });
}

/** Null for what no view of ours holds. */
export function readPlace(text: string | undefined): ViewPlace | null {
	if (!text) return null;
	try {
		const { channel, ...rest } = kept.parse(JSON.parse(text));
		return { channel: { platform: "slack", id: channel }, ...rest };
	} catch {
		return null;
	}
}
