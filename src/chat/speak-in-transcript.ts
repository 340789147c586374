import type { ChannelRef } from "./channel.ts";
import {
	ChatError,
	type ChatPlatform,
	type MessageRef,
} from "./chat-platform.ts";
import type { Transcript } from "./transcript.ts";

type Speech = Pick<
	ChatPlatform,
	"post" | "update" | "find" | "examine" | "keeperOf"
>;

/**
 * All verbs but `start` and `stop`, of a platform of our own, whose channels are kept
 * in the Transcript: a message's id is its key, and `find` always knows.
 * A Transcript that fails is `unreachable`; a message it never had, `refused`.
 */
export function speakInTranscript(
	platform: string,
	transcript: Transcript,
): Speech {
	const message = (channel: string, key: string): MessageRef => ({
		channel: { platform, id: channel },
		id: key,
	});
	return {
		async post(channel, card, key, replyTo) {
			const entry = { channel: channel.id, key, card };
			const said = await reach(channel, () =>
				transcript.post({ ...entry, replyTo: replyTo?.id ?? null }),
			);
			return message(said.channel, said.key);
		},
		async update({ channel, id }, card) {
			const known = await reach(channel, () => transcript.find(id));
			if (!known) throw new ChatError("refused", `no message ${id} to update`);
			await reach(channel, () => transcript.revise(id, card));
		},
		async find(channel, key) {
			const said = await reach(channel, () => transcript.find(key));
			return said?.channel === channel.id
				? message(said.channel, said.key)
				: "absent";
		},
		examine: async () => [
			{
				what: platform,
				state: "well",
				says: "our own: nothing to set up",
				mend: null,
			},
		],
		// Its channels are closed to us only when all is.
		keeperOf: async () => null,
	};
}

async function reach<T>(
	channel: ChannelRef,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (cause) {
		const place = `${channel.platform} channel ${channel.id}`;
		throw new ChatError("unreachable", `transcript of ${place} failed`, {
			cause,
		});
	}
}
