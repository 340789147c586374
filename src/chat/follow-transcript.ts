import type { Transcript, Utterance } from "./transcript.ts";

/** Someone who hears a channel in order, each utterance once. */
export interface Follower {
	/** Something may have been said: read on. Cheap, may be called at any time. */
	wake(): void;
	/** Resolves once nothing more will be told. */
	stop(): Promise<void>;
}

export interface Following {
	readonly transcript: Transcript;
	readonly channel: string;
	/** Told is everything after this `seq`. */
	readonly after: number;
	/** The next utterance is read only when this resolves, so a slow hearer costs no memory. */
	readonly tell: (utterance: Utterance) => Promise<void>;
	/** A read or a telling failed; the follower tries the same utterance again at the next wake. */
	readonly failed: (error: unknown) => void;
}

const readAtOnce = 50;

/**
 * Tells what a channel hears after `after`, and goes on until stopped. The
 * caller starts to listen to the transcript first and wakes the follower at
 * each call, so nothing said between a read and the next is lost.
 */
export function followTranscript(following: Following): Follower {
	const { failed } = following;
	const reader = { seq: following.after, stopped: false };
	let awake = false;
	let turn = Promise.resolve();
	const read = async () => {
		// Cleared before reading: a wake during the read asks for one more.
		awake = false;
		await readOn(following, reader).catch(failed);
	};
	const follower: Follower = {
		wake() {
			if (awake || reader.stopped) return;
			awake = true;
			turn = turn.then(read);
		},
		stop() {
			reader.stopped = true;
			return turn;
		},
	};
	follower.wake();
	return follower;
}

async function readOn(
	{ transcript, channel, tell }: Following,
	reader: { seq: number; readonly stopped: boolean },
): Promise<void> {
	while (!reader.stopped) {
		const said = await transcript.after(channel, reader.seq, readAtOnce);
		for (const utterance of said) {
			if (reader.stopped) return;
			await tell(utterance);
			reader.seq = utterance.seq;
		}
		if (said.length < readAtOnce) return;
	}
}
